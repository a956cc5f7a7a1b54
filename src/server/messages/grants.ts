import { sql } from 'kysely'
import type { Change } from '#core/messages/grants'
import type { Grants } from '#core/messages/sorting'
import type { Template } from '#core/messages/worth'
import { isAnyOf } from '../queries/any'
import type { Tx } from '../storage/database'

export const NO_GRANTS: Grants = { progress: 0, result: 0, work: 0, council: 0, booking: 0 }

/** How many messages of each template each of these people may still be sent; who has none is not in it. */
export async function openGrants(
  tx: Tx,
  streetId: string,
  personIds: string[],
): Promise<Map<string, Grants>> {
  const rows = await tx
    .selectFrom('message_grants')
    .select(['person_id', 'template', sql<number>`count(*)::int`.as('left')])
    .where('street_id', '=', streetId)
    .where(isAnyOf('person_id', personIds))
    .where('spent_on', 'is', null)
    .where('ended_at', 'is', null)
    .groupBy(['person_id', 'template'])
    .execute()
  const grants = new Map<string, Grants>()
  for (const { person_id, template, left } of rows)
    grants.set(person_id, { ...(grants.get(person_id) ?? NO_GRANTS), [template]: left })
  return grants
}

interface Whose {
  streetId: string
  personId: string
}

export async function changeGrants(
  tx: Tx,
  whose: Whose,
  changes: readonly Change[],
  { at, newId }: { at: number; newId(): string },
): Promise<void> {
  for (const { template, change } of changes) {
    if (change === 'end all') await endGrants(tx, whose, [template], at)
    else await addGrant(tx, whose, { id: newId(), template, at })
  }
}

async function addGrant(
  tx: Tx,
  { streetId, personId }: Whose,
  { id, template, at }: { id: string; template: Template; at: number },
): Promise<void> {
  await tx
    .insertInto('message_grants')
    .values({ street_id: streetId, id, person_id: personId, template, granted_at: at })
    .execute()
}

/** What is left of these templates is worth nothing any more. */
export async function endGrants(
  tx: Tx,
  { streetId, personId }: Whose,
  templates: readonly Template[],
  at: number,
): Promise<void> {
  await tx
    .updateTable('message_grants')
    .set({ ended_at: at })
    .where('street_id', '=', streetId)
    .where('person_id', '=', personId)
    .where('template', 'in', templates)
    .where('spent_on', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
}

/** Takes the oldest grant of the template for a message; false when the last one has just ended. */
export async function spendGrant(
  tx: Tx,
  { streetId, personId }: Whose,
  { messageId, template }: { messageId: string; template: Template },
): Promise<boolean> {
  const spent = await sql`
    update message_grants set spent_on = ${messageId}
    where street_id = ${streetId} and id = (
      select id from message_grants
      where street_id = ${streetId} and person_id = ${personId} and template = ${template}
        and spent_on is null and ended_at is null
      order by granted_at, id limit 1
    )`.execute(tx)
  return spent.numAffectedRows === 1n
}

/** Gives back what a message took that WeChat did not take. */
export async function giveBackGrant(tx: Tx, streetId: string, messageId: string): Promise<void> {
  await tx
    .updateTable('message_grants')
    .set({ spent_on: null })
    .where('street_id', '=', streetId)
    .where('spent_on', '=', messageId)
    .execute()
}
