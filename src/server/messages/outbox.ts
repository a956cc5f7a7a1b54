import type { Concern } from '#core/concerns/concern'
import type { NoticeKind } from '#core/concerns/notices'
import { timesOf } from '#core/messages/times'
import {
  BOOKING_WORTH,
  type BookingNewsKind,
  type CouncilNewsKind,
  councilWorthOf,
  isNews,
  isUrgent,
  type Template,
  worthOf,
} from '#core/messages/worth'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { openGrants } from './grants'

/** One line of an inbox that was just written, or written anew. */
interface News {
  inboxId: string
  personId: string
  kind: NoticeKind
}

interface Happening {
  at: number
  newId(): string
}

/**
 * Lays out the WeChat messages that call people to what was just put into their inboxes, in the same transaction.
 * Only for those who have granted one: nobody else could be sent any, and news he did not ask for is not sent later.
 */
export async function putOut(
  tx: Tx,
  concern: Concern,
  news: News[],
  { at, newId }: Happening,
): Promise<void> {
  const worthy = news.flatMap(({ kind, ...one }) =>
    isNews(kind) ? [{ ...one, kind, ...worthOf(kind) }] : [],
  )
  if (worthy.length === 0) return
  const granted = await whoGranted(tx, concern.streetId, worthy)
  if (granted.length === 0) return

  await tx
    .insertInto('outgoing_messages')
    .values(
      granted.map(({ inboxId, personId, kind, template, weight }) => {
        const urgent = isUrgent(kind, concern.severity)
        const { dueAt, until } = timesOf(template, urgent, at)
        return {
          street_id: concern.streetId,
          id: newId(),
          person_id: personId,
          inbox_id: inboxId,
          concern_id: concern.id,
          ...{ kind, template, weight, urgent, at, until },
          due_at: dueAt,
        }
      }),
    )
    // A reminder that waits already then speaks of the newest matter; one on its way is left alone.
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'inbox_id'])
        .doUpdateSet(({ ref }) => ({ concern_id: ref('excluded.concern_id'), at: ref('excluded.at') }))
        .where('outgoing_messages.settled_at', 'is', null)
        .where('outgoing_messages.leased_until', 'is', null),
    )
    .execute()
}

interface CouncilNews {
  streetId: string
  motionId: string
  kind: CouncilNewsKind
  inbox: { inboxId: string; personId: string }[]
}

/** The same for what a council tells of a vote. */
export async function putOutVote(
  tx: Tx,
  { streetId, motionId, kind, inbox }: CouncilNews,
  { at, newId }: Happening,
): Promise<void> {
  if (inbox.length === 0) return
  const { template, weight } = councilWorthOf(kind)
  const granted = await whoGranted(
    tx,
    streetId,
    inbox.map((one) => ({ ...one, template })),
  )
  const { dueAt, until } = timesOf(template, false, at)
  const said = { concern_id: null, motion_id: motionId, kind, template, weight, urgent: false, at, until }
  await insertAll(
    tx,
    'outgoing_messages',
    granted.map(({ inboxId, personId }) => ({
      street_id: streetId,
      id: newId(),
      person_id: personId,
      inbox_id: inboxId,
      ...said,
      due_at: dueAt,
    })),
  )
}

interface BookingNews {
  streetId: string
  offerId: string
  startsAt: number
  kind: BookingNewsKind
  inbox: { inboxId: string; personId: string }[]
}

/** The same for a booking that is soon; once it has begun nobody needs it. */
export async function putOutBooking(
  tx: Tx,
  { streetId, offerId, startsAt, kind, inbox }: BookingNews,
  { at, newId }: Happening,
): Promise<void> {
  const { template, weight } = BOOKING_WORTH
  const granted = await whoGranted(
    tx,
    streetId,
    inbox.map((one) => ({ ...one, template })),
  )
  if (granted.length === 0) return
  const { dueAt } = timesOf(template, false, at)
  const said = { kind, template, weight, urgent: false, at, due_at: dueAt, until: startsAt }
  await tx
    .insertInto('outgoing_messages')
    .values(
      granted.map(({ inboxId, personId }) => ({
        ...{ street_id: streetId, id: newId(), person_id: personId, inbox_id: inboxId },
        ...{ concern_id: null, offer_id: offerId, starts_at: startsAt },
        ...said,
      })),
    )
    // Of what he booked for one day the first call stands; the line in the app counts the rest.
    .onConflict((conflict) => conflict.columns(['street_id', 'inbox_id']).doNothing())
    .execute()
}

/** Those of the news whose reader has granted a message of its kind. */
async function whoGranted<One extends { personId: string; template: Template }>(
  tx: Tx,
  streetId: string,
  news: One[],
): Promise<One[]> {
  const grants = await openGrants(
    tx,
    streetId,
    news.map(({ personId }) => personId),
  )
  return news.filter(({ personId, template }) => (grants.get(personId)?.[template] ?? 0) > 0)
}
