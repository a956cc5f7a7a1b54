import { sql } from 'kysely'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { sealsOf } from './personal-keys'
import { placeOfPhone } from './profile'

type Keys = Pick<System, 'streetId' | 'vault'>

interface Left {
  personId: string
  phone: string
  /** When WeChat vouched for it; `null` for a number typed by hand. */
  verifiedAt: number | null
  now: number
}

/**
 * Keeps a phone, sealed. Typing the number that WeChat has already vouched for takes nothing away. Two people may
 * leave the same number: neither is told about the other.
 */
export async function keepPhone(
  tx: Tx,
  { streetId, vault }: Keys,
  { personId, phone, verifiedAt, now }: Left,
): Promise<void> {
  const index = vault.index(phone, 'phone')
  const own = await sealsOf(tx, { streetId, vault }, personId, now)
  await tx
    .updateTable('persons')
    .set({
      phone_enc: own.seal(phone, placeOfPhone(personId)),
      phone_index: index,
      phone_verified_at:
        verifiedAt ?? sql<number | null>`case when phone_index = ${index} then phone_verified_at end`,
    })
    .where('street_id', '=', streetId)
    .where('id', '=', personId)
    .execute()
}
