import type { OutputOf, ParsedOf } from '#contracts/operations'
import { DAY, dayOf, startOfDay } from '#core/concerns/calendar'
import { AHEAD, type KeptSitting, type Offer, sittingsOf } from '#core/offers/offer'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { gridNames } from '../queries/grid-names'
import { personNames } from '../queries/names'
import { nameOfOther } from './book'
import {
  bookingRows,
  bookingsOf,
  findOffer,
  type KeptOffer,
  keptSittings,
  mayWriteOffer,
  provides,
} from './load'

type Row = OutputOf<'offers.list'>['items'][number]
type Sitting = NonNullable<Row['next']>
type View = OutputOf<'offers.get'>

/** Offers as lists show them, each with its next sitting that still has a place. */
export async function offerRowsOf(asking: Asking, offers: readonly Offer[]): Promise<Row[]> {
  const { tx, now, system } = asking
  const names = await gridNames(
    asking,
    offers.map(({ gridPath }) => gridPath),
  )
  const offerIds = offers.map(({ id }) => id)
  const kept = await keptSittings(tx, system.streetId, { offerIds, from: now, to: now + AHEAD })
  return offers.map((offer) => ({
    id: offer.id,
    ...offer.words,
    gridPath: offer.gridPath,
    gridName: names.get(offer.gridPath) ?? '',
    walkIn: offer.walkIn,
    weekly: offer.weekly,
    toDay: offer.toDay,
    ended: offer.state === 'ended' || dayOf(now) > offer.toDay,
    next:
      aheadOf(offer, kept, now).find(({ state, taken, capacity }) => state === 'open' && taken < capacity) ??
      null,
  }))
}

/** Its sittings of the next four weeks, as planned and as far as somebody has booked. */
function aheadOf(offer: Offer, kept: readonly KeptSitting[], now: number): Sitting[] {
  const own = new Map(
    kept.filter(({ offerId }) => offerId === offer.id).map(({ offerId: _, ...one }) => [one.startsAt, one]),
  )
  return sittingsOf(offer, { from: now, to: now + AHEAD }).map(
    (planned) => own.get(planned.startsAt) ?? { ...planned, taken: 0, state: 'open' },
  )
}

export async function viewOfOffer(asking: Asking, { offer, version }: KeptOffer): Promise<View> {
  const { tx, actor, now, system } = asking
  const [row] = await offerRowsOf(asking, [offer])
  if (!row) throw new Error('an offer without a row')
  const kept = await keptSittings(tx, system.streetId, { offerIds: [offer.id], from: now, to: now + AHEAD })
  const mine = actor.personId ? await ownIn(asking, offer.id, actor.personId) : []
  return {
    ...row,
    version,
    detail: offer.words.detail,
    fromDay: offer.fromDay,
    note: offer.state === 'ended' ? offer.note : '',
    sittings: aheadOf(offer, kept, now).map((sitting) => ({
      ...sitting,
      mine: mine.filter(({ startsAt }) => startsAt === sitting.startsAt),
    })),
    provides: provides(asking, offer),
    mayEnd: offer.state === 'open' && mayWriteOffer(asking, offer),
  }
}

async function ownIn(asking: Asking, offerId: string, personId: string) {
  const rows = await bookingRows(asking.tx, asking.system.streetId)
    .where('b.offer_id', '=', offerId)
    .where('b.person_id', '=', personId)
    .where('b.state', '<>', 'cancelled')
    .where('b.starts_at', '>', asking.now - DAY)
    .orderBy('b.at')
    .execute()
  return rows.map(({ id, startsAt, state, forEnc }) => ({
    id,
    startsAt,
    state,
    forWhom: nameOfOther(asking, { id, forEnc }),
  }))
}

/** 这一天谁来: names for the one who does it, and for nobody else. */
export async function dayOfOffer(
  { id, day }: ParsedOf<'offers.day'>,
  asking: Asking,
): Promise<Result<OutputOf<'offers.day'>>> {
  const { tx, system } = asking
  const { streetId } = system
  const kept = await findOffer(tx, { streetId, id })
  if (!kept) return refuse('NOT_FOUND')
  const { offer } = kept
  if (!provides(asking, offer)) return refuse('FORBIDDEN')
  const span = { from: startOfDay(day), to: startOfDay(day + 1) }
  const planned = sittingsOf(offer, span)
  // A time that is in the plan no longer is shown for those alone who had a place in it.
  const sittings = (await keptSittings(tx, streetId, { offerIds: [id], ...span })).filter(
    ({ startsAt, taken, state }) =>
      taken > 0 || state !== 'open' || planned.some((one) => one.startsAt === startsAt),
  )
  const all = [
    ...sittings,
    ...planned
      .filter(({ startsAt }) => !sittings.some((one) => one.startsAt === startsAt))
      .map((one): KeptSitting => ({ ...one, offerId: id, taken: 0, state: 'open' })),
  ].sort((a, b) => a.startsAt - b.startsAt)
  const shown: OutputOf<'offers.day'>['sittings'] = []
  for (const { offerId, ...sitting } of all)
    shown.push({ ...sitting, bookings: await namedIn(asking, { offerId, startsAt: sitting.startsAt }) })
  return ok({ title: offer.words.title, day, sittings: shown })
}

async function namedIn(asking: Asking, sitting: Pick<KeptSitting, 'offerId' | 'startsAt'>) {
  const bookings = (await bookingsOf(asking.tx, asking.system.streetId, sitting)).filter(
    ({ state }) => state !== 'cancelled',
  )
  const names = await personNames(
    asking,
    bookings.map(({ personId }) => personId),
  )
  return bookings.map(({ id, personId, forEnc, state }) => ({
    id,
    name: nameOfOther(asking, { id, forEnc }) || (names.get(personId) ?? ''),
    other: forEnc !== null,
    state,
  }))
}
