import { performance } from 'node:perf_hooks'
import { sql } from 'kysely'
import { FIGURES } from '#core/dashboard/figures'
import { dispatch } from '#server/dispatch'
import { environment } from '#server/environment'
import type { System } from '#server/operation'
import { openDatabase, type Store } from '#server/storage/database'
import { countAll } from '#server/storage/statistics'
import { openSystem } from '#server/system'
import { seededFolder } from '../support/seeded-folder'
import { median } from './load'

/**
 * npm run bench:dashboard: what each figure of a whole street costs on the embedded database, with 175,800 residents, 7,300
 * houses and a year of 9,600 concerns; and how long a neighbour waits for the list of concerns while somebody opens all
 * of them at once, against the same list with nobody beside him.
 */
const RESIDENTS = 175_800
const HOUSES = 7_300
const CONCERNS = 9_600
const ROUNDS = 9
const GOAL_MS = 200
const STREET = '441302010'

async function main(): Promise<void> {
  const settings = environment({ LOUDONG_DATA: await seededFolder() })
  const store = await openDatabase(settings, { statementTimeout: 600_000 })
  try {
    await fill(store)
    const system = await openSystem(settings, store, console.error)
    for (const figure of FIGURES)
      await report(figure, () => ask(system, 'dashboard.figure', { gridPath: STREET, figure }))
    await besides(system)
  } finally {
    await store.close()
  }
}

async function fill({ db }: Store): Promise<void> {
  await sql`
    insert into buildings
    select (jsonb_populate_record(b, jsonb_build_object('id', 'bench-' || n, 'no', 1000 + n, 'label', n || '栋',
      'plate_code', null, 'estate_id', null, 'grid_path', g.path))).*
    from buildings b, generate_series(1, ${HOUSES}::int) n
    join (select path, row_number() over (order by path) - 1 as place, count(*) over () as many from grids where level = 3) g
      on g.place = n % g.many
    where b.id = (select min(id) from buildings)`.execute(db)
  await sql`
    insert into persons select (jsonb_populate_record(p, jsonb_build_object('id', 'bench-' || n, 'phone_enc', null, 'phone_index', null))).*
    from persons p, generate_series(1, ${RESIDENTS}::int) n
    where p.id = (select min(id) from persons)`.execute(db)
  await sql`
    insert into residencies select (jsonb_populate_record(r, jsonb_build_object('id', 'bench-' || n,
      'person_id', 'bench-' || n, 'building_id', 'bench-' || (1 + n % ${HOUSES}::int),
      'confirmed_at', r.confirmed_at - (n % 400)::bigint * 86400000))).*
    from residencies r, generate_series(1, ${RESIDENTS}::int) n
    where r.id = (select min(id) from residencies where confirmed_at is not null and to_at is null)`.execute(
    db,
  )
  await sql`
    insert into concerns (street_id, id, version, changed_at, body)
    select c.street_id, 'bench-' || n, 1, c.changed_at, c.body || jsonb_build_object('id', 'bench-' || n, 'no', 'B' || n,
      'submittedAt', (c.body ->> 'submittedAt')::bigint - d, 'contactDueAt', (c.body ->> 'contactDueAt')::bigint - d,
      'closedAt', (c.body ->> 'closedAt')::bigint - d)
    from (select *, row_number() over (order by id) - 1 as place, count(*) over () as many from concerns where state = 'closed') c
    join generate_series(1, ${CONCERNS}::int) n on n % c.many = c.place
    cross join lateral (select (n % 360)::bigint * 86400000) x(d)`.execute(db)
  await countAll({ db })
}

async function ask(system: System, operation: string, input: object): Promise<number> {
  const from = performance.now()
  const call = { operation, input, key: null, credentials: { kind: 'none' as const }, requestId: 'bench' }
  const envelope = await dispatch(system, call)
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error))
  return performance.now() - from
}

async function report(figure: string, once: () => Promise<number>): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await once())
  const worst = Math.max(...times)
  console.log(
    `${figure}: median ${median(times).toFixed(0)} ms, worst ${worst.toFixed(0)} ms (goal ${GOAL_MS} ms)`,
  )
  if (median(times) > GOAL_MS) process.exitCode = 1
}

/** The embedded database answers one question after the other: what is asked meanwhile waits for one figure, not for all. */
async function besides(system: System): Promise<void> {
  const list = () => ask(system, 'concerns.list', { show: 'open' })
  const alone: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) alone.push(await list())
  const crowded: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const opening = FIGURES.map((figure) => ask(system, 'dashboard.figure', { gridPath: STREET, figure }))
    crowded.push(await list())
    await Promise.all(opening)
  }
  console.log(
    `concerns.list: alone ${median(alone).toFixed(0)} ms; while one dashboard opens ${median(crowded).toFixed(0)} ms`,
  )
}

main().catch((failure) => {
  console.error(failure)
  process.exit(1)
})
