import { sql } from 'kysely'
import type { Concern } from '#core/concerns/concern'
import { lineWithoutWords, withoutReporter } from '#core/concerns/forget'
import { isOpenToAll, standingOf } from '#core/people/permissions'
import type { Tx } from '../../storage/database'
import type { Leaving } from './erase'

/** His matters, one after the other: public words live on, the others go. */
export async function forgetMatters(tx: Tx, leaving: Leaving): Promise<void> {
  const rows = await tx
    .selectFrom('concerns')
    .select('body')
    .where('street_id', '=', leaving.streetId)
    .where('reporter_id', '=', leaving.personId)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { body } of rows) await forgetOne(tx, body)
  // What other people were told of them in their inboxes was said by him, or about him.
  await sql`
    update inbox_messages set detail = detail - 'note'
    where street_id = ${leaving.streetId} and concern_id in (
      select id from concerns where street_id = ${leaving.streetId} and reporter_id = ${leaving.personId}
    )`.execute(tx)
}

async function forgetOne(tx: Tx, concern: Concern): Promise<void> {
  const { streetId, id } = concern
  const openToAll = isOpenToAll(standingOf(concern))
  const lines = await tx
    .selectFrom('concern_events')
    .select(['seq', 'kind', 'detail'])
    .where('street_id', '=', streetId)
    .where('concern_id', '=', id)
    .execute()
  for (const { seq, ...line } of lines) {
    await tx
      .updateTable('concern_events')
      .set({ detail: JSON.stringify(lineWithoutWords(line, openToAll)) })
      .where('street_id', '=', streetId)
      .where('concern_id', '=', id)
      .where('seq', '=', seq)
      .execute()
  }
  await tx
    .updateTable('concerns')
    .set({ body: withoutReporter(concern) })
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .execute()
}

/** Where something private happened is where he lives, more often than not. */
export const forgetPlaces = (tx: Tx, { streetId, personId }: Leaving) =>
  sql`
  update concerns set body = jsonb_set(body, '{place,point}', 'null')
  where street_id = ${streetId} and reporter_id = ${personId} and visibility <> 'public' and lat_e6 is not null
`.execute(tx)
