import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { type Reach, reachOf } from '#core/buildings/census'
import { type Registration, standingOf } from '#core/buildings/registration'
import { covers, type Level, levelOf } from '#core/grids/grid'
import { gridsFor, mayAt } from '#core/people/place-rights'
import { ok, refuse } from '#core/result'
import type { Asking, HandlersOf } from '../operation'
import { under } from '../queries/under'

type CensusOperation = 'census.show' | 'census.open' | 'census.close'
type Campaign = NonNullable<OutputOf<'census.show'>['campaign']>

/** As many houses as the page lists; the number of all of them stands beside it. */
const LISTED = 50

export const censusHandlers: HandlersOf<CensusOperation> = {
  'census.show': async (input, asking) => {
    const own = gridsFor(asking.actor, 'census.read')
    const gridPath = input.gridPath ?? own[0] ?? asking.system.streetId
    if (!own.some((scope) => covers(scope, gridPath))) return refuse('NOT_FOUND')
    const name = await nameOf(asking, gridPath)
    if (name === null) return refuse('NOT_FOUND')

    const campaign = await lastCampaign(asking)
    const since = campaign?.openedAt ?? 0
    const missing = await missingIn(asking, gridPath, since)
    return ok({
      campaign,
      gridPath,
      name,
      whole: await reachIn(asking, gridPath, since),
      grids: await gridsBelow(asking, gridPath, since),
      missing: missing.items,
      missingCount: missing.count,
      mayRun:
        mayAt(asking.actor, 'census.run', { gridPath: asking.system.streetId, buildingId: null }) !== null,
    })
  },

  'census.open': async ({ name, gridPath, dueAt }, asking) => {
    const { tx, actor, now, system } = asking
    if (!actor.personId) return refuse('NOT_AUTHENTICATED')
    if ((await nameOf(asking, gridPath)) === null) return refuse('NOT_FOUND')
    if (!mayAt(actor, 'census.run', { gridPath, buildingId: null })) return refuse('FORBIDDEN')
    if (dueAt <= now) return refuse('VALIDATION')
    const id = system.newId()
    const row = { street_id: system.streetId, id, name, grid_path: gridPath, opened_by: actor.personId }
    const opened = await tx
      .insertInto('census_campaigns')
      .values({ ...row, opened_at: now, due_at: dueAt, closed_by: null, closed_at: null, reached: null })
      .onConflict((conflict) => conflict.column('street_id').where('closed_at', 'is', null).doNothing())
      .executeTakeFirst()
    return Number(opened.numInsertedOrUpdatedRows) === 1 ? ok({ id }) : refuse('CENSUS_OPEN')
  },

  'census.close': async ({ id }, asking) => {
    const { tx, actor, now, system } = asking
    const campaign = await campaigns(asking).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!campaign) return refuse('NOT_FOUND')
    if (!mayAt(actor, 'census.run', { gridPath: campaign.gridPath, buildingId: null }))
      return refuse('FORBIDDEN')
    if (campaign.closedAt !== null) return refuse('NOT_IN_THIS_STATE')
    const reached = await reachIn(asking, campaign.gridPath, campaign.openedAt)
    await tx
      .updateTable('census_campaigns')
      .set({ closed_by: actor.personId, closed_at: now, reached: JSON.stringify(reached) })
      .where('street_id', '=', system.streetId)
      .where('id', '=', id)
      .execute()
    return ok({ id })
  },
}

const campaigns = ({ tx, system }: Asking) =>
  tx
    .selectFrom('census_campaigns')
    .select(['id', 'name', 'grid_path as gridPath', 'opened_at as openedAt'])
    .select(['due_at as dueAt', 'closed_at as closedAt'])
    .where('street_id', '=', system.streetId)

const lastCampaign = async (asking: Asking): Promise<Campaign | null> =>
  (await campaigns(asking).orderBy('opened_at', 'desc').limit(1).executeTakeFirst()) ?? null

async function nameOf({ tx, system }: Asking, path: string): Promise<string | null> {
  const grid = await tx
    .selectFrom('grids')
    .select('name')
    .where('street_id', '=', system.streetId)
    .where('path', '=', path)
    .executeTakeFirst()
  return grid?.name ?? null
}

/** Counts of houses under a grid; a card counts as verified in a census once somebody stood there since it opened. */
const COUNTS = (since: number) => sql`
  count(b.id)::int as known,
  count(g.building_id) filter (where g.state <> 'returned')::int as registered,
  count(g.building_id) filter (where g.confirmed_at >= ${since})::int as verified`

interface Counted {
  known: number
  registered: number
  verified: number
  published: number
}

async function reachIn({ tx, system }: Asking, path: string, since: number): Promise<Reach> {
  const found = await sql<Counted>`
    select ${COUNTS(since)},
      (select buildings from grids where street_id = ${system.streetId} and path = ${path}) as published
    from buildings b left join registrations g on g.street_id = b.street_id and g.building_id = b.id
    where b.street_id = ${system.streetId} and ${under('b.grid_path', path)}`.execute(tx)
  const [row] = found.rows
  if (!row) throw new Error('a count gave no row')
  return reachOf(row)
}

async function gridsBelow({ tx, system }: Asking, path: string, since: number) {
  if (levelOf(path) === 3) return []
  const found = await sql<Counted & { path: string; name: string; level: Level }>`
    select s.path, s.name, s.level, s.buildings as published, ${COUNTS(since)}
    from grids s
    left join buildings b on b.street_id = s.street_id
      and (b.grid_path ~>=~ s.path and b.grid_path ~<~ (s.path || '/'))
    left join registrations g on g.street_id = b.street_id and g.building_id = b.id
    where s.street_id = ${system.streetId} and s.parent_path = ${path}
    group by s.path, s.name, s.level, s.buildings
    order by s.path`.execute(tx)
  return found.rows.map(({ path: gridPath, name, level, ...counted }) => ({
    gridPath,
    name,
    level,
    ...reachOf(counted),
  }))
}

async function missingIn({ tx, now, system }: Asking, path: string, since: number) {
  const where = sql`b.street_id = ${system.streetId} and ${under('b.grid_path', path)}
    and (g.confirmed_at is null or g.confirmed_at < ${since})`
  const from = sql`buildings b left join registrations g on g.street_id = b.street_id and g.building_id = b.id`
  const listed = await sql<{ id: string; label: string; address: string; body: Registration | null }>`
    select b.id, b.label, b.address, g.body from ${from} where ${where}
    order by b.grid_path, b.no limit ${LISTED}`.execute(tx)
  const counted = await sql<{ n: number }>`select count(*)::int as n from ${from} where ${where}`.execute(tx)
  return {
    items: listed.rows.map(({ body, ...house }) => ({ ...house, standing: standingOf(body, now) })),
    count: counted.rows[0]?.n ?? 0,
  }
}
