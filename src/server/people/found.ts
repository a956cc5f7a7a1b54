import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import { noteLooks } from './note-look'

interface Found {
  personId: string
  name: string
}

/** Somebody by his whole number and nothing less; every find is written down, for him to read. */
export async function foundByPhone(
  asking: Asking,
  { phone, reason }: { phone: string; reason: string },
): Promise<Found | null> {
  return (await foundByPhones(asking, { phones: [phone], reason })).get(phone) ?? null
}

/** The same of many numbers, in one statement: each who is found has it written down for himself. */
export async function foundByPhones(
  asking: Asking,
  { phones, reason }: { phones: readonly string[]; reason: string },
): Promise<Map<string, Found>> {
  const { tx, system } = asking
  const byIndex = new Map(phones.map((phone) => [system.vault.index(phone, 'phone'), phone]))
  const rows = await tx
    .selectFrom('persons')
    .select(['id as personId', 'public_name as name', 'phone_index'])
    .where('street_id', '=', system.streetId)
    .where(isAnyOf('phone_index', [...byIndex.keys()]))
    .orderBy('created_at')
    .execute()
  // Of two with one number the newer one, who comes last.
  const found = new Map(
    rows.map(({ phone_index, ...person }) => [byIndex.get(phone_index ?? '') ?? '', person]),
  )
  await noteLooks(
    asking,
    [...found.values()].map(({ personId }) => ({ subjectId: personId, what: 'found_by_phone', reason })),
  )
  return found
}
