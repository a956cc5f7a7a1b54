import { sql } from 'kysely'
import type { Appointment } from '#core/heads/appointment'
import { withoutNeighbour, withoutWords } from '#core/heads/forget'
import type { Tx } from '../../storage/database'
import type { Leaving } from './erase'

/** The danger is the house's and stays; who told of it, as a resident or on his round, is not told any more. */
export async function forgetDangers(tx: Tx, { streetId, personId }: Leaving): Promise<void> {
  await sql`
    update hazards set body = jsonb_set(body, '{foundBy}', 'null')
    where street_id = ${streetId} and body ->> 'foundBy' = ${personId}`.execute(tx)
  await tx
    .updateTable('hazard_events')
    .set({ actor_id: null })
    .where('street_id', '=', streetId)
    .where('actor_id', '=', personId)
    .where('kind', '=', 'find')
    .execute()
}

/** What he said about others who were proposed or in office. */
export const forgetObjections = (tx: Tx, leaving: Leaving) =>
  rewrite(tx, leaving, {
    which: sql<boolean>`(body -> 'objections' @> ${JSON.stringify([{ by: leaving.personId }])}::jsonb
      or body -> 'removal' -> 'asks' @> ${JSON.stringify([{ by: leaving.personId }])}::jsonb)`,
    change: (body) => withoutNeighbour(body, leaving.personId),
  })

/** What was said by him, and for him, on the way into his own office and out of it. */
export const forgetOfficeWords = (tx: Tx, leaving: Leaving) =>
  rewrite(tx, leaving, { which: sql<boolean>`person_id = ${leaving.personId}`, change: withoutWords })

interface Rewriting {
  which: ReturnType<typeof sql<boolean>>
  change(body: Appointment): Appointment
}

async function rewrite(tx: Tx, { streetId }: Leaving, { which, change }: Rewriting): Promise<void> {
  const rows = await tx
    .selectFrom('head_appointments')
    .select(['id', 'body'])
    .where('street_id', '=', streetId)
    .where(which)
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id, body } of rows)
    await tx
      .updateTable('head_appointments')
      .set({ body: change(body) })
      .where('street_id', '=', streetId)
      .where('id', '=', id)
      .execute()
}
