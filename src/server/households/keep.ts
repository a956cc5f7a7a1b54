import { createHash } from 'node:crypto'
import type { Household, Member } from '#core/households/household'
import type { System } from '../operation'
import { birthOf } from '../people/birth'
import type { Tx } from '../storage/database'

export type Keys = Pick<System, 'streetId' | 'vault' | 'newId'>

/** Where the number of a room stands: bound into its seal. */
export const placeOfRoom = (id: string): string => `household:${id}:room`

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Six letters that are told from mouth to mouth; different for every id they are made of. */
export const codeOf = (id: string): string =>
  [...createHash('sha256').update(`household|${id}`).digest().subarray(0, 6)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('')

/** The household this person belongs to or asks to belong to. */
export async function membershipOf(tx: Tx, { streetId }: Pick<Keys, 'streetId'>, personId: string) {
  const found = await tx
    .selectFrom('household_members')
    .selectAll()
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

/** One household, locked: who changes its people or its representative takes turns. */
export async function lockHousehold(tx: Tx, { streetId }: Pick<Keys, 'streetId'>, id: string): Promise<void> {
  await tx
    .selectFrom('households')
    .select('id')
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Its people and who speaks for them, as the rules see them. */
export async function loadHousehold(tx: Tx, keys: Keys, id: string): Promise<Household> {
  const rows = await tx
    .selectFrom('household_members')
    .select(['person_id', 'from_at', 'wants_id'])
    .where('street_id', '=', keys.streetId)
    .where('household_id', '=', id)
    .where('to_at', 'is', null)
    .where('from_at', 'is not', null)
    .orderBy('from_at')
    .orderBy('person_id')
    .execute()
  const members: Member[] = []
  for (const { person_id, from_at, wants_id } of rows) {
    const born = await birthOf(tx, keys, person_id)
    members.push({ personId: person_id, since: from_at ?? 0, born, wants: wants_id })
  }
  const speaks = await tx
    .selectFrom('household_representatives')
    .select('person_id')
    .where('street_id', '=', keys.streetId)
    .where('household_id', '=', id)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return { members, representative: speaks?.person_id ?? null }
}

interface Change {
  id: string
  before: Household
  after: Household
  now: number
}

/** Writes what everybody wants and who speaks for them now; who did before stays as history. */
export async function saveHousehold(
  tx: Tx,
  { streetId, newId }: Keys,
  { id, before, after, now }: Change,
): Promise<void> {
  for (const { personId, wants } of after.members) {
    await tx
      .updateTable('household_members')
      .set({ wants_id: wants })
      .where('street_id', '=', streetId)
      .where('household_id', '=', id)
      .where('person_id', '=', personId)
      .where('to_at', 'is', null)
      .execute()
  }
  if (before.representative === after.representative) return
  await tx
    .updateTable('household_representatives')
    .set({ to_at: now })
    .where('street_id', '=', streetId)
    .where('household_id', '=', id)
    .where('to_at', 'is', null)
    .execute()
  if (after.representative === null) return
  await tx
    .insertInto('household_representatives')
    .values({
      street_id: streetId,
      id: newId(),
      household_id: id,
      person_id: after.representative,
      from_at: now,
    })
    .execute()
}
