import type { BornIn } from '#core/people/age'
import type { System } from '../operation'
import { isAnyOf } from '../queries/any'
import type { Tx } from '../storage/database'
import type { Vault } from './vault'

type Keys = Pick<System, 'streetId' | 'vault'>
interface Sealing {
  streetId: string
  vault: Pick<Vault, 'seal'>
}

const placeOf = (personId: string): string => `person:${personId}:birth`

/** Keeps year and month, sealed; false when he has said it before: what stands there is not changed by himself. */
export async function keepBirth(
  tx: Tx,
  { streetId, vault }: Sealing,
  { personId, born }: { personId: string; born: BornIn },
): Promise<boolean> {
  const kept = await tx
    .updateTable('persons')
    .set({ birth_enc: vault.seal(JSON.stringify([born.year, born.month]), placeOf(personId)) })
    .where('street_id', '=', streetId)
    .where('id', '=', personId)
    .where('birth_enc', 'is', null)
    .executeTakeFirst()
  return Number(kept.numUpdatedRows) === 1
}

/** When he was born, as he said it; `null` while nobody asked. */
export const birthOf = async (tx: Tx, keys: Keys, personId: string): Promise<BornIn | null> =>
  (await birthsOf(tx, keys, [personId])).get(personId) ?? null

/** When they were born, by person; who has not said it is left out. */
export async function birthsOf(
  tx: Tx,
  { streetId, vault }: Keys,
  personIds: readonly string[],
): Promise<Map<string, BornIn>> {
  const rows = await tx
    .selectFrom('persons')
    .select(['id', 'birth_enc'])
    .where('street_id', '=', streetId)
    .where(isAnyOf('id', personIds))
    .where('birth_enc', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, birth_enc }) => (birth_enc ? [[id, openBirth(vault, id, birth_enc)]] : [])),
  )
}

/** Year and month as they were sealed for this person. */
export function openBirth(vault: Pick<Vault, 'open'>, personId: string, sealed: string): BornIn {
  const [year, month] = JSON.parse(vault.open(sealed, placeOf(personId))) as [number, number]
  return { year, month }
}
