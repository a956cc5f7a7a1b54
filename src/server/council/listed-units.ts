import type { UnitKind } from '#core/council/statute'
import type { Asking } from '../operation'
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

/** The list of such a body. */
export const listRows = (tx: Tx, streetId: string, councilId: string) =>
  tx.selectFrom('council_units').where('street_id', '=', streetId).where('council_id', '=', councilId)

/** The whole list in its own order. */
export const listedUnits = (tx: Tx, streetId: string, councilId: string): Promise<Listed[]> =>
  listRows(tx, streetId, councilId)
    .select(['id', 'label', 'person_id as personId', 'area'])
    .orderBy('place')
    .execute()

/** Units of any such body that are a person's own. */
export const placesOf = ({ tx, system }: Asking, personId: string) =>
  tx
    .selectFrom('council_units')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
