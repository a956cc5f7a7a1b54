import type { Asking } from '../operation'
import { noteLook } from './note-look'

/** Somebody by his whole number and nothing less; every find is written down, for him to read. */
export async function foundByPhone(
  asking: Asking,
  { phone, reason }: { phone: string; reason: string },
): Promise<{ personId: string; name: string } | null> {
  const { tx, system } = asking
  const person = await tx
    .selectFrom('persons')
    .select(['id as personId', 'public_name as name'])
    .where('street_id', '=', system.streetId)
    .where('phone_index', '=', system.vault.index(phone, 'phone'))
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (!person) return null
  await noteLook(asking, { subjectId: person.personId, what: 'found_by_phone', reason })
  return person
}
