import { type Booking, dueOfSitting } from '#core/offers/booking'
import { type KeptSitting, type Offer, sittingAt } from '#core/offers/offer'
import { mayAt } from '#core/people/place-rights'
import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import type { Tx } from '../storage/database'

interface Asked {
  streetId: string
  id: string
}

export interface KeptOffer {
  offer: Offer
  version: number
}

const offerRow = (tx: Tx, { streetId, id }: Asked) =>
  tx
    .selectFrom('service_offers')
    .select(['body as offer', 'version'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)

export const findOffer = (tx: Tx, asked: Asked): Promise<KeptOffer | undefined> =>
  offerRow(tx, asked).executeTakeFirst()

/** An offer that nobody ends or changes until this transaction is over; bookings do not wait for one another here. */
export const findOfferForBooking = (tx: Tx, asked: Asked): Promise<KeptOffer | undefined> =>
  offerRow(tx, asked).forShare().executeTakeFirst()

export const findOfferForStep = (tx: Tx, asked: Asked): Promise<KeptOffer | undefined> =>
  offerRow(tx, asked).forUpdate().executeTakeFirst()

const SITTING = [
  'offer_id as offerId',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'capacity',
  'state',
  'taken',
] as const

export const sittingRows = (tx: Tx, streetId: string) =>
  tx.selectFrom('offer_sittings').select(SITTING).where('street_id', '=', streetId)

/** One sitting, held: whoever wants one of its places comes by here, one after another. */
const holdSitting = (
  tx: Tx,
  streetId: string,
  { offerId, startsAt }: Pick<KeptSitting, 'offerId' | 'startsAt'>,
): Promise<KeptSitting | undefined> =>
  sittingRows(tx, streetId)
    .where('offer_id', '=', offerId)
    .where('starts_at', '=', startsAt)
    .forUpdate()
    .executeTakeFirst()

/** The sitting of an offer that starts then, written if nobody has asked for it before, and held; or there is none. */
export async function sittingForStep(
  tx: Tx,
  offer: Offer,
  { startsAt, now }: { startsAt: number; now: number },
): Promise<KeptSitting | undefined> {
  const planned = sittingAt(offer, startsAt)
  // A row of a time that is in the plan no longer is nobody's to book.
  if (!planned) return undefined
  const fresh = { ...planned, offerId: offer.id, state: 'open' as const }
  await tx
    .insertInto('offer_sittings')
    .values({
      street_id: offer.streetId,
      offer_id: offer.id,
      starts_at: startsAt,
      ends_at: planned.endsAt,
      capacity: planned.capacity,
      state: 'open',
      next_at: dueOfSitting(fresh, now)?.at ?? null,
    })
    .onConflict((conflict) => conflict.columns(['street_id', 'offer_id', 'starts_at']).doNothing())
    .execute()
  return holdSitting(tx, offer.streetId, { offerId: offer.id, startsAt })
}

const BOOKING = [
  'b.id',
  'b.offer_id as offerId',
  'b.starts_at as startsAt',
  'b.person_id as personId',
  'b.for_enc as forEnc',
  'b.at',
  'b.state',
  'b.settled_at as settledAt',
] as const

export const bookingRows = (tx: Tx, streetId: string) =>
  tx.selectFrom('offer_bookings as b').select(BOOKING).where('b.street_id', '=', streetId)

const findBooking = (tx: Tx, { streetId, id }: Asked): Promise<Booking | undefined> =>
  bookingRows(tx, streetId).where('b.id', '=', id).executeTakeFirst()

/** A booking with its sitting held, as it stands once it is held. */
export async function findBookingForStep(tx: Tx, asked: Asked): Promise<Booking | undefined> {
  const before = await findBooking(tx, asked)
  if (!before) return undefined
  await holdSitting(tx, asked.streetId, before)
  return findBooking(tx, asked)
}

export const bookingsOf = (
  tx: Tx,
  streetId: string,
  { offerId, startsAt }: Pick<KeptSitting, 'offerId' | 'startsAt'>,
): Promise<Booking[]> =>
  bookingRows(tx, streetId)
    .where('b.offer_id', '=', offerId)
    .where('b.starts_at', '=', startsAt)
    .orderBy('b.at')
    .orderBy('b.id')
    .execute()

/** Those of a sitting that stand. */
export const bookedOf = async (tx: Tx, streetId: string, sitting: KeptSitting): Promise<Booking[]> =>
  (await bookingsOf(tx, streetId, sitting)).filter(({ state }) => state === 'booked')

/** Who made them, each once: a person may have booked for a neighbour, too. */
export const bookersOf = (bookings: readonly Booking[]): string[] => [
  ...new Set(bookings.map(({ personId }) => personId)),
]

/** Those that somebody asked for and that have not begun, held. */
export const holdSittingsAhead = (
  tx: Tx,
  streetId: string,
  { offerId, now }: { offerId: string; now: number },
): Promise<KeptSitting[]> =>
  sittingRows(tx, streetId)
    .where('offer_id', '=', offerId)
    .where('starts_at', '>', now)
    .where('state', '=', 'open')
    .orderBy('starts_at')
    .forUpdate()
    .execute()

/** Sittings of some offers that lie ahead or run, as far as somebody asked for them. */
export const keptSittings = (
  tx: Tx,
  streetId: string,
  { offerIds, from, to }: { offerIds: readonly string[]; from: number; to: number },
): Promise<KeptSitting[]> =>
  sittingRows(tx, streetId)
    .where(isAnyOf('offer_id', offerIds))
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .execute()

export const mayWriteOffer = ({ actor }: Pick<Asking, 'actor'>, { gridPath }: Pick<Offer, 'gridPath'>) =>
  mayAt(actor, 'offer.write', { gridPath, buildingId: null }) !== null

/** The provider himself, or whoever keeps the list: they see who comes, and say who came. */
export const provides = (asking: Pick<Asking, 'actor'>, offer: Offer): boolean =>
  offer.providerId === asking.actor.personId || mayWriteOffer(asking, offer)
