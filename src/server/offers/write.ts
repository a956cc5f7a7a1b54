import type { OutputOf, ParsedOf } from '#contracts/operations'
import { callOffBooking } from '#core/offers/booking'
import { areFit, endOffer, type KeptSitting, type Offer } from '#core/offers/offer'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { tellPeople } from '../heads/tell'
import type { Asking } from '../operation'
import { personNames } from '../queries/names'
import { forgotten } from './book'
import {
  bookedOf,
  bookersOf,
  findOfferForBooking,
  findOfferForStep,
  holdSittingsAhead,
  mayWriteOffer,
  provides,
  sittingForStep,
} from './load'
import { saveBooking, saveNewOffer, saveOffer, saveSitting } from './save'

/** What of an offer people will read; days and instants look like phone numbers to a screening. */
export const textsOfOffer = ({
  title,
  detail,
  who,
  place,
}: Pick<ParsedOf<'offers.write'>, 'title' | 'detail' | 'who' | 'place'>) => [title, detail, who, place]

export async function writeOffer(
  input: ParsedOf<'offers.write'>,
  asking: Asking,
): Promise<Result<OutputOf<'offers.write'>>> {
  const { tx, actor, now, system } = asking
  const { gridPath, weekly, walkIn, fromDay, toDay, providerId, ...words } = input
  if (!actor.personId) return refuse('NOT_AUTHENTICATED')
  const provider = providerId ?? actor.personId
  if (!(await isThere(asking, gridPath, provider))) return refuse('NOT_FOUND')
  if (!mayWriteOffer(asking, { gridPath })) return refuse('FORBIDDEN')
  if (!areFit(input, now)) return refuse('TERM_TOO_LONG')
  if (!mayBeShown(asking, textsOfOffer(input))) return refuse('CONTENT_RISKY')
  const offer: Offer = {
    id: system.newId(),
    streetId: system.streetId,
    gridPath,
    words,
    weekly,
    walkIn,
    fromDay,
    toDay,
    providerId: provider,
    madeBy: actor.personId,
    madeAt: now,
    state: 'open',
  }
  await saveNewOffer(tx, offer)
  return ok({ id: offer.id, version: 1 })
}

async function isThere(asking: Asking, gridPath: string, personId: string): Promise<boolean> {
  const grid = await asking.tx
    .selectFrom('grids')
    .select('path')
    .where('street_id', '=', asking.system.streetId)
    .where('path', '=', gridPath)
    .where('level', '>', 0)
    .executeTakeFirst()
  return grid !== undefined && (await personNames(asking, [personId])).has(personId)
}

/** 停掉: from now on; whoever booked ahead is told. */
export async function end(
  { id, version, note }: ParsedOf<'offers.end'>,
  asking: Asking,
): Promise<Result<OutputOf<'offers.end'>>> {
  const { tx, system } = asking
  const { streetId } = system
  const kept = await findOfferForStep(tx, { streetId, id })
  if (!kept) return refuse('NOT_FOUND')
  const { offer } = kept
  if (!mayWriteOffer(asking, offer)) return refuse('FORBIDDEN')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  if (offer.state !== 'open') return refuse('NOT_IN_THIS_STATE')
  if (!mayBeShown(asking, note)) return refuse('CONTENT_RISKY')
  const now = await asking.instant()
  const ahead = await holdSittingsAhead(tx, streetId, { offerId: id, now })
  for (const sitting of ahead) await off(asking, offer, { sitting, note, now })
  return ok({ id, version: await saveOffer(tx, kept, endOffer(offer, { note, now })) })
}

/** 这一次不办. */
export async function callOff(
  { id, startsAt, note }: ParsedOf<'offers.callOff'>,
  asking: Asking,
): Promise<Result<OutputOf<'offers.callOff'>>> {
  const { tx, system } = asking
  const kept = await findOfferForBooking(tx, { streetId: system.streetId, id })
  if (!kept) return refuse('NOT_FOUND')
  const { offer } = kept
  if (!provides(asking, offer)) return refuse('FORBIDDEN')
  if (!mayBeShown(asking, note)) return refuse('CONTENT_RISKY')
  const sitting = await sittingForStep(tx, offer, { startsAt, now: asking.now })
  if (!sitting) return refuse('NOT_FOUND')
  const now = await asking.instant()
  if (sitting.state !== 'open' || now >= sitting.startsAt) return refuse('NOT_IN_THIS_STATE')
  await off(asking, offer, { sitting, note, now })
  return ok({ done: true })
}

interface Off {
  sitting: KeptSitting
  note: string
  now: number
}

/** A sitting that is held does not take place: its bookings are off, and those who made them know. */
export async function off(asking: Asking, offer: Offer, { sitting, note, now }: Off): Promise<void> {
  const { tx, system } = asking
  const { streetId } = system
  const booked = await bookedOf(tx, streetId, sitting)
  for (const booking of booked) await saveBooking(tx, streetId, forgotten(callOffBooking(booking, now)))
  await saveSitting(tx, streetId, { sitting: { ...sitting, state: 'off' }, now })
  await tellPeople(tx, system, {
    personIds: bookersOf(booked),
    kind: 'booking_off',
    title: offer.words.title,
    note,
    until: sitting.startsAt,
    about: { kind: 'offer', id: offer.id },
    now,
  })
}
