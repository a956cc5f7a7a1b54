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
    .select(['id', 'body', 'state', 'version'])
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('words_enc', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id, body, state, version } of rows) {
    await tx
      .updateTable('hardship_cases')
      .set({
        words_enc: null,
        next_at: null,
        version: version + 1,
        ...(OPEN_HARDSHIP.includes(state) && { body: withdrawn(body, now) }),
      })
      .where('street_id', '=', streetId)
      .where('id', '=', id)
      .execute()
    const line = { street_id: streetId, case_id: id, seq: version + 1, kind: 'withdraw', at: now }
    await tx
      .insertInto('hardship_events')
      .values({ ...line, actor_id: personId })
      .execute()
  }
}
