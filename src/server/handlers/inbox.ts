import { sql } from 'kysely'
import type { Concern } from '#core/concerns/concern'
import type { Actor } from '#core/people/actor'
import { canSee } from '#core/people/permissions'
import { ok, refuse } from '#core/result'
import { bodyNow } from '../concerns/owner'
import type { Asking, HandlersOf } from '../operation'
import { PAGE, pageOf, readCursor } from '../queries/cursor'

export const inboxHandlers: HandlersOf<'inbox.list' | 'inbox.read'> = {
  'inbox.list': async (input, asking) => {
    const { personId } = asking.actor
    if (!personId) return refuse('NOT_AUTHENTICATED')
    const after = readCursor(input.cursor)
    if (!after.ok) return after

    let messages = ownMessages(asking, personId)
      .leftJoin('concerns as c', (on) =>
        on.onRef('c.street_id', '=', 'm.street_id').onRef('c.id', '=', 'm.concern_id'),
      )
      .select(['m.id', 'm.kind', 'm.concern_id', 'm.motion_id', 'm.at', 'm.read_at', 'm.detail'])
      .select([bodyNow(asking.now).as('body'), following])
      .orderBy('m.at', 'desc')
      .orderBy('m.id', 'desc')
      .limit(PAGE + 1)
    if (after.value)
      messages = messages.where(sql<boolean>`(m.at, m.id) < (${after.value.at}, ${after.value.id})`)

    const { rows, cursor } = pageOf(await messages.execute(), ({ at, id }) => ({ at, id }))
    return ok({
      items: rows.map((row) => ({
        ...mayTell(asking.actor, row),
        id: row.id,
        kind: row.kind,
        concernId: row.concern_id,
        motionId: row.motion_id,
        at: row.at,
        readAt: row.read_at,
      })),
      cursor,
      unread: await unreadOf(asking, personId),
    })
  },

  'inbox.read': async ({ ids }, { tx, actor, now, system }) => {
    if (!actor.personId) return refuse('NOT_AUTHENTICATED')
    await tx
      .updateTable('inbox_messages')
      .set({ read_at: now })
      .where('street_id', '=', system.streetId)
      .where('person_id', '=', actor.personId)
      .where('id', 'in', ids)
      .where('read_at', 'is', null)
      .execute()
    return ok({ done: true })
  },
}

const following = sql<boolean>`exists (
  select from endorsements e
  where e.street_id = m.street_id and e.concern_id = m.concern_id and e.person_id = m.person_id
)`.as('following')

interface Told {
  concern_id: string | null
  body: Concern | null
  detail: object
  following: boolean
}

/**
 * The title and the words of a matter, as long as the person may read it: a message outlives his part in it. News of
 * offices and houses are about himself and carry their own title.
 */
function mayTell(actor: Actor, { concern_id, body, detail, following }: Told) {
  if (concern_id === null) return { title: '', ...detail }
  return body && canSee(actor, body, following) ? { ...detail, title: body.title } : { title: '' }
}

const ownMessages = ({ tx, system }: Asking, personId: string) =>
  tx
    .selectFrom('inbox_messages as m')
    .where('m.street_id', '=', system.streetId)
    .where('m.person_id', '=', personId)

async function unreadOf(asking: Asking, personId: string): Promise<number> {
  const { unread } = await ownMessages(asking, personId)
    .where('m.read_at', 'is', null)
    .select(sql<number>`count(*)::int`.as('unread'))
    .executeTakeFirstOrThrow()
  return unread
}
