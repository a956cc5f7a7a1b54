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

/** The list of a body of owners, households or residents; `null` for a council of houses, whose list is the register. */
export async function listedUnits(
  tx: Tx,
  streetId: string,
  { id, unitKind }: { id: string; unitKind: UnitKind },
): Promise<Listed[] | null> {
  if (unitKind === 'building') return null
  return tx
    .selectFrom('council_units')
    .select(['id', 'label', 'person_id as personId', 'area'])
    .where('street_id', '=', streetId)
    .where('council_id', '=', id)
    .orderBy('place')
    .execute()
}

/** Units of any such body that are a person's own. */
export async function unitsOwnedBy({ tx, system }: Asking, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('council_units')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('person_id', '=', personId)
    .execute()
  return rows.map(({ id }) => id)
}
