import { bookingDigest } from '#core/messages/digest'
import type { KeptSitting, Offer } from '#core/offers/offer'
import { putIn } from '../messages/inbox-lines'
import { putOutBooking } from '../messages/outbox'
import type { System } from '../operation'
import type { Tx } from '../storage/database'

interface Reminding {
  offer: Offer
  sitting: KeptSitting
  /** Who comes, each once. */
  personIds: string[]
  now: number
}

const KIND = 'booking_tomorrow'

/** 快到了: one line a person and a day however many he booked, and one call in WeChat for whoever asked for it. */
export async function remind(
  tx: Tx,
  { newId }: Pick<System, 'newId'>,
  { offer, sitting, personIds, now }: Reminding,
): Promise<void> {
  if (personIds.length === 0) return
  const { streetId, id: offerId, words } = offer
  const { startsAt } = sitting
  const detail = JSON.stringify({
    title: words.title,
    about: { kind: 'offer', id: offerId },
    until: startsAt,
  })
  const ids = await putIn(
    tx,
    [...personIds].sort().map((personId) => ({
      ...{ street_id: streetId, id: newId(), person_id: personId, kind: KIND, concern_id: null },
      ...{ digest: bookingDigest(startsAt), detail, at: now, read_at: null },
    })),
  )
  const inbox = [...ids].map(([personId, inboxId]) => ({ personId, inboxId }))
  await putOutBooking(tx, { streetId, offerId, startsAt, kind: KIND, inbox }, { at: now, newId })
}
