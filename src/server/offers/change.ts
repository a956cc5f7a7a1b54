import type { OutputOf, ParsedOf } from '#contracts/operations'
import { changeOffer, type SittingChange, sittingsAfter, whyNotSo } from '#core/offers/change'
import type { Offer } from '#core/offers/offer'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { tellPeople } from '../heads/tell'
import type { Asking } from '../operation'
import { bookedOf, bookersOf, findOfferForStep, holdSittingsAhead, mayWriteOffer } from './load'
import { saveOffer, saveSitting } from './save'
import { off, textsOfOffer } from './write'

/** What people will read of a change. */
export const textsOfChange = (input: ParsedOf<'offers.change'>) => [...textsOfOffer(input), input.note ?? '']

/** 改一项服务: its row is held, so that who books meanwhile books the old one before this, or the new one after it. */
export async function change(
  input: ParsedOf<'offers.change'>,
  asking: Asking,
): Promise<Result<OutputOf<'offers.change'>>> {
  const { id, version, weekly, toDay, note, ...words } = input
  const { tx, system } = asking
  const { streetId } = system
  const kept = await findOfferForStep(tx, { streetId, id })
  if (!kept) return refuse('NOT_FOUND')
  if (!mayWriteOffer(asking, kept.offer)) return refuse('FORBIDDEN')
  if (kept.version !== version) return refuse('VERSION_CONFLICT')
  const now = await asking.instant()
  const changed = changeOffer(kept.offer, { words, weekly, toDay }, now)
  if (!changed.ok) return changed
  if (!mayBeShown(asking, textsOfChange(input))) return refuse('CONTENT_RISKY')
  const ahead = await holdSittingsAhead(tx, streetId, { offerId: id, now })
  const changes = sittingsAfter(ahead, { before: kept.offer, after: changed.value })
  const refusal = whyNotSo(changes, note)
  if (refusal) return refuse(refusal)
  for (const one of changes) await carryOut(asking, { offer: changed.value, note: note ?? '', now }, one)
  return ok({ id, version: await saveOffer(tx, kept, changed.value) })
}

interface Changed {
  offer: Offer
  note: string
  now: number
}

async function carryOut(asking: Asking, changed: Changed, change: SittingChange): Promise<void> {
  const { offer, note, now } = changed
  const { sitting } = change
  if (change.kind === 'dropped') return off(asking, offer, { sitting, note, now })
  const { tx, system } = asking
  await saveSitting(tx, system.streetId, { sitting, now })
  if (!change.told) return
  await tellPeople(tx, system, {
    personIds: bookersOf(await bookedOf(tx, system.streetId, sitting)),
    kind: 'booking_changed',
    title: offer.words.title,
    until: sitting.startsAt,
    about: { kind: 'offer', id: offer.id },
    now,
  })
}
