import { sql } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import { SEATS } from '#core/offices/seats'
import { headedUnder } from '../heads/rows'
import type { Asking } from '../operation'
import { keyOf } from '../people/personal-keys'
import { openPhone } from '../people/profile'
import { under } from '../queries/under'
import { grantsNow } from './load'

type Board = OutputOf<'places.board'>

/** 网格公示牌: who sits on the eight seats, empty ones shown; a phone only where its owner agreed. */
export async function boardOf(asking: Asking, gridPath: string): Promise<Board | undefined> {
  const { tx, system } = asking
  const grid = await tx
    .selectFrom('grids as g')
    .select(['g.name', 'g.buildings', 'g.residents', pieces])
    .where('g.street_id', '=', system.streetId)
    .where('g.path', '=', gridPath)
    .where('g.level', '=', 2)
    .executeTakeFirst()
  if (!grid) return undefined
  const holders = await holdersOf(asking, gridPath)
  return {
    ...grid,
    gridPath,
    headed: (await headedUnder(asking, gridPath)).length,
    seats: SEATS.map(({ seat, role, acting }) => ({
      seat,
      holders: holders
        .filter((holder) => holder.role === role && holder.acting === acting)
        .map(({ name, phone }) => ({ name, phone })),
    })),
    stations: await stationsIn(asking, gridPath),
    mine: mineAmong(asking, holders),
  }
}

const pieces = sql<number>`(
  select count(*)::int from grids p where p.street_id = g.street_id and p.parent_path = g.path
)`.as('pieces')

async function holdersOf(asking: Asking, gridPath: string) {
  const rows = await grantsNow(asking)
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'g.street_id').onRef('p.id', '=', 'g.person_id'),
    )
    .leftJoin('posted_phones as o', (on) =>
      on.onRef('o.street_id', '=', 'g.street_id').onRef('o.person_id', '=', 'g.person_id'),
    )
    .select(['g.role', 'g.acting', 'g.person_id', 'p.public_name as name', 'p.phone_enc', 'o.since'])
    .select(keyOf('p.street_id', 'p.id').as('key_enc'))
    .where('g.grid_path', '=', gridPath)
    .orderBy('g.from_at')
    .orderBy('g.id')
    .execute()
  return rows.map(({ phone_enc, key_enc, since, ...row }) => ({
    ...row,
    posted: since !== null,
    phone:
      since !== null && phone_enc
        ? openPhone(asking.system.vault, { id: row.person_id, phone_enc, key_enc })
        : null,
  }))
}

const stationsIn = ({ tx, system }: Asking, gridPath: string) =>
  tx
    .selectFrom('service_stations')
    .select(['name', 'address'])
    .where('street_id', '=', system.streetId)
    .where(under('grid_path', gridPath))
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()

const SEATED = new Set<string>(SEATS.map(({ role }) => role))

function mineAmong(
  { actor }: Asking,
  holders: { person_id: string; role: string; posted: boolean }[],
): Board['mine'] {
  const own = holders.find(({ person_id, role }) => person_id === actor.personId && SEATED.has(role))
  return own ? { phonePosted: own.posted } : null
}
