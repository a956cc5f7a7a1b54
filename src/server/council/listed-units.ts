import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { UnitKind } from '#core/council/statute'
import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import { isHome } from '../queries/homes'
import type { Tx } from '../storage/database'

interface Listed {
  id: string
  label: string
  /** Who votes for it; `null`: nobody is known yet, and it stands in the roll all the same. */
  personId: string | null
  /** Square centimetres. */
  area: number | null
}

/** A council of houses has the register for its list; a body of owners, households or residents has one of its own. */
export const isOfHouses = ({ unitKind }: { unitKind: UnitKind }): boolean => unitKind === 'building'

/** The list of such a body as it stands now. */
export const listRows = (tx: Tx, streetId: string, councilId: string) =>
  tx
    .selectFrom('council_units')
    .where('council_units.street_id', '=', streetId)
    .where('council_units.council_id', '=', councilId)
    .where('struck_at', 'is', null)

/** A body as far as its list goes. */
interface Listing {
  body: { id: string; unitKind: UnitKind; buildingId: string | null }
  now: number
  /** These lines alone. */
  unitIds?: readonly string[]
}

/** Somebody is known who votes for the line; in a body of one house he lives there, and somebody vouches for it. */
export const votes = ({ buildingId }: Pick<Listing['body'], 'buildingId'>, now: number) =>
  buildingId === null ? sql<boolean>`council_units.person_id is not null` : livesIn(sql`${buildingId}`, now)

/** Who votes for the line lives in a house, and somebody vouches for it. */
export const livesIn = (house: RawBuilder<unknown>, now: number) => sql<boolean>`exists (
  select from residencies r
  where r.street_id = council_units.street_id and r.person_id = council_units.person_id
    and r.building_id = ${house} and ${isHome(now)}
)`

/**
 * What a roll would count at this instant. Whoever has moved out of the house of a body is no resident of it; his
 * household stays, and waits for another to speak for it.
 */
export const rollRows = (tx: Tx, streetId: string, { body, now, unitIds }: Listing) => {
  const all = listRows(tx, streetId, body.id)
  const lines = unitIds ? all.where(isAnyOf('council_units.id', unitIds)) : all
  return body.buildingId !== null && body.unitKind === 'person' ? lines.where(votes(body, now)) : lines
}

/** That roll in its own order; whoever closed his account votes no more, and his unit stays. */
export const listedUnits = (tx: Tx, streetId: string, listing: Listing): Promise<Listed[]> =>
  rollRows(tx, streetId, listing)
    .leftJoin('persons', (on) =>
      on
        .onRef('persons.street_id', '=', 'council_units.street_id')
        .onRef('persons.id', '=', 'council_units.person_id')
        .on('persons.erased_at', 'is', null)
        .on(votes(listing.body, listing.now)),
    )
    .select(['council_units.id', 'label', 'persons.id as personId', 'area'])
    .orderBy('place')
    .execute()

/** Units of any such body that are somebody's own, struck ones too: in the rolls of before they still are. */
export const placesOf = ({ tx, system }: Pick<Asking, 'tx' | 'system'>, personIds: readonly string[]) =>
  tx
    .selectFrom('council_units')
    .select([sql<string>`person_id`.as('personId'), 'id as unitId'])
    .where('street_id', '=', system.streetId)
    .where(isAnyOf('person_id', personIds))

/** Whoever is named in the line votes for it at an instant: of a body of one house he does so no more when he has moved out. */
export const votesNow = (now: number) => sql<SqlBool>`exists (
  select from councils c
  where c.street_id = council_units.street_id and c.id = council_units.council_id
    and (c.building_id is null or ${livesIn(sql`c.building_id`, now)})
)`

/** Those of them he votes for at an instant. */
export const linesOf = (asking: Pick<Asking, 'tx' | 'system'>, personIds: readonly string[], now: number) =>
  placesOf(asking, personIds).where(votesNow(now))
