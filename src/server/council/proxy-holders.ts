import { type RawBuilder, sql } from 'kysely'
import type { ParsedOf } from '#contracts/operations'
import { type Holding, mayHold } from '#core/council/proxy'
import type { UnitKind } from '#core/council/statute'
import { confirmedHomes } from '../heads/register'
import type { Asking } from '../operation'
import { foundByPhone } from '../people/found'
import { isAnyOf } from '../queries/any'
import { isHome } from '../queries/homes'
import { livesIn } from './listed-units'
import type { Council } from './load'
import { type OwnUnit, speakerOf, unitsSpokenFor } from './seats'

export type Named = ParsedOf<'proxies.give'>['holder']

export interface Where {
  council: Council
  /** The unit whose vote he is to cast. */
  unitId: string
  /** Whoever is found by his number reads what for. */
  title: string
  now: number
}

/** Who is meant, and how he stands to the unit; `null`: nobody. */
export async function holderNamed(
  asking: Asking,
  named: Named,
  where: Where,
): Promise<(Holding & { holderId: string }) | null> {
  const holderId = await personNamed(asking, named, where)
  if (holderId === null) return null
  const { council, unitId, now } = where
  const { rows } = await sql<Holding>`
    select ${holdingOf(sql`${holderId}::text`, sql`${unitId}::text`, now)} from councils c
    where c.street_id = ${asking.system.streetId} and c.id = ${council.id}`.execute(asking.tx)
  return rows[0] ? { ...rows[0], holderId } : null
}

async function personNamed(asking: Asking, named: Named, where: Where): Promise<string | null> {
  const { council, title, now } = where
  switch (named.way) {
    case 'home': {
      const home = confirmedHomes(asking).select('r.person_id').where('r.id', '=', named.residenceId)
      return (await home.executeTakeFirst())?.person_id ?? null
    }
    case 'line':
      return speakerOf(asking, { unitId: named.unitId, council, now })
    case 'phone':
      return (
        (await foundByPhone(asking, { phone: named.phone, reason: `委托投票：${title}` }))?.personId ?? null
      )
  }
}

/** What `mayHold` asks about a holder of a unit of the council (aliased `c`). */
const holdingOf = (holder: RawBuilder<unknown>, unit: RawBuilder<unknown>, now: number) => sql`
  exists (
    select from residencies r
    where r.street_id = c.street_id and r.person_id = ${holder} and r.building_id = ${unit} and ${isHome(now)}
  ) as "livesThere",
  exists (
    select from council_units
    where council_units.street_id = c.street_id and council_units.council_id = c.id
      and council_units.person_id = ${holder} and council_units.struck_at is null
      and (c.building_id is null or ${livesIn(sql`c.building_id`, now)})
  ) as "isListed"`

interface Held extends OwnUnit, Holding {
  givenBy: string
  kind: UnitKind
}

interface Asked {
  personIds: readonly string[]
  motionId: string
  now: number
}

/**
 * Units these people may vote for by proxy at an instant: who gave it still stands for the unit, and the holder may
 * still hold it.
 */
export async function unitsEntrusted(
  asking: Pick<Asking, 'tx' | 'system'>,
  { personIds, motionId, now }: Asked,
): Promise<OwnUnit[]> {
  const { rows: held } = await sql<Held>`
    select p.holder_id as "personId", p.unit_id as "unitId", p.given_by as "givenBy", c.unit_kind as kind,
      ${holdingOf(sql`p.holder_id`, sql`p.unit_id`, now)}
    from proxies p
    join motions m on m.street_id = p.street_id and m.id = p.motion_id
    join councils c on c.street_id = m.street_id and c.id = m.council_id
    where p.street_id = ${asking.system.streetId} and p.motion_id = ${motionId}
      and ${isAnyOf('p.holder_id', personIds)} and p.revoked_at is null`.execute(asking.tx)
  if (held.length === 0) return []
  const givers = held.map(({ givenBy }) => givenBy)
  const given = await unitsSpokenFor(asking, { personIds: givers, now })
  return held.filter(
    ({ kind, unitId, givenBy, ...holding }) =>
      mayHold(kind, holding) && given.some((one) => one.unitId === unitId && one.personId === givenBy),
  )
}

export async function unitsHeldBy(asking: Asking, motionId: string): Promise<string[]> {
  const { actor, now } = asking
  if (actor.personId === null) return []
  const held = await unitsEntrusted(asking, { personIds: [actor.personId], motionId, now })
  return held.map(({ unitId }) => unitId)
}
