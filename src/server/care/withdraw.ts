import { sql } from 'kysely'
import { OPEN_HARDSHIP } from '#core/care/hardship'
import { withdrawn } from '#core/care/hardship-steps'
import type { Tx } from '../storage/database'

interface Whose {
  streetId: string
  personId: string
  now: number
}

/** 撤回同意: his cases that are open end at once, and every word of all of his is gone. */
export async function withdrawCasesOf(tx: Tx, { streetId, personId, now }: Whose): Promise<void> {
  const rows = await tx
    .selectFrom('hardship_cases')
    .select(['id', 'body', 'state'])
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id, body, state } of rows)
    await tx
      .updateTable('hardship_cases')
      .set({
        words_enc: null,
        next_at: null,
        version: sql<number>`version + 1`,
        ...(OPEN_HARDSHIP.includes(state) && { body: withdrawn(body, now) }),
      })
      .where('street_id', '=', streetId)
      .where('id', '=', id)
      .execute()
}
