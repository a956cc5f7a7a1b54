import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { reachOf } from '#core/people/policy'
import { allowed } from '#core/residences/machine'
import { ok, type Result } from '#core/result'
import type { Asking } from '../operation'
import { keyOf } from '../people/personal-keys'
import { openPhone } from '../people/profile'
import { maskPhone } from '../people/vault'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { anyOf } from '../queries/reach'
import { under } from '../queries/under'
import { ofHead } from './heads'
import { homeRows, homes, residenceOf } from './rows'

type Asked = ParsedOf<'residences.list'>
type Listed = OutputOf<'residences.list'>

/** 认住户: the homes for which this person may vouch, in his houses and grids, his own apart. */
export async function residentsOf(asking: Asking, asked: Asked): Promise<Result<Listed>> {
  const after = readCursor(asked.cursor)
  if (!after.ok) return after
  const order = ORDER[asked.show]
  let rows = homeRows(asking)
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'r.street_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select(['p.public_name as name', 'p.phone_enc'])
    .select(keyOf('p.street_id', 'p.id').as('key_enc'))
    .select([ofHead(asking.now).as('ofHead'), order.as('at')])
    .where(reached(asking, asked.buildingId))
    .where(shown(asked.show, asking.now))
    .orderBy(order)
    .orderBy('r.id')
    .limit(PAGE + 1)
  if (after.value) rows = rows.where(sql<SqlBool>`(${order}, r.id) > (${after.value.at}, ${after.value.id})`)
  const page = pageOf(await rows.execute(), ({ at, id }) => ({ at, id }))
  return ok({
    items: page.rows.map((row) => itemOf(asking, row)),
    cursor: page.cursor,
    waiting: await waitingIn(asking, asked.buildingId),
  })
}

type Row = Parameters<typeof residenceOf>[0] & {
  name: string
  phone_enc: string | null
  key_enc: string | null
  ofHead: boolean
}

function itemOf({ actor, now, system }: Asking, row: Row): Listed['items'][number] {
  const residence = residenceOf(row)
  return {
    id: row.id,
    name: row.name,
    phone: phoneOf(system, row),
    kind: row.kind,
    floating: row.floating,
    buildingId: row.building_id,
    buildingLabel: row.label,
    since: row.from_at,
    until: residence.state === 'confirmed' ? residence.expiresAt : null,
    renewal: residence.state === 'confirmed' && residence.renewalAskedAt !== null,
    may: allowed(residence, { actor, now, ofHead: row.ofHead }),
  }
}

const phoneOf = ({ vault }: Asking['system'], { person_id: id, phone_enc, key_enc }: Row): string | null =>
  phone_enc && maskPhone(openPhone(vault, { id, phone_enc, key_enc }))

/** Those who wait longest first; those who live there house by house. */
const ORDER: Record<Asked['show'], RawBuilder<number>> = {
  waiting: sql<number>`coalesce(r.renewal_asked_at, r.claimed_at, r.from_at)`,
  living: sql<number>`b.no`,
}

const shown = (show: Asked['show'], now: number): RawBuilder<SqlBool> =>
  show === 'waiting'
    ? sql`(r.to_at is null and (r.confirmed_at is null or r.renewal_asked_at is not null))`
    : sql`(r.to_at is null and r.confirmed_at is not null and (r.expires_at is null or r.expires_at > ${now}))`

/** As `notByHim` of the core has it: never himself, and a head's home is for the grid's staff alone. */
function reached({ actor, now }: Asking, buildingId: string | null): RawBuilder<SqlBool> {
  const offices = actor.grants.flatMap((grant) => {
    const reach = reachOf('residence.confirm', grant.role)
    if (reach === 'building') return [sql<SqlBool>`(b.id = ${grant.buildingId}::text and not ${ofHead(now)})`]
    return reach === 'grid' ? [under('b.grid_path', grant.gridPath)] : []
  })
  const house = buildingId === null ? sql`true` : sql`b.id = ${buildingId}`
  return sql`(${anyOf(offices)} and ${house} and r.person_id <> ${actor.personId}::text)`
}

async function waitingIn(asking: Asking, buildingId: string | null): Promise<number> {
  const { waiting } = await homes(asking)
    .select(sql<number>`count(*)::int`.as('waiting'))
    .where(reached(asking, buildingId))
    .where(shown('waiting', asking.now))
    .executeTakeFirstOrThrow()
  return waiting
}
