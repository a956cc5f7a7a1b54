import { dueNow } from '#core/offers/booking'
import type { KeptSitting } from '#core/offers/offer'
import { type Asked, oneByOne } from '../one-by-one'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { forgotten } from './book'
import { bookedOf, bookersOf, bookingsOf, findOffer, sittingRows } from './load'
import { remind } from './remind'
import { saveBooking, saveSitting } from './save'

type Keeping = Pick<System, 'store' | 'streetId' | 'clock' | 'newId' | 'report'>
type Own = Pick<System, 'streetId' | 'newId'>

const idOf = ({ offerId, startsAt }: KeptSitting): string => `${offerId}.${startsAt}`

/** Reminds, the evening before, of what was booked, and forgets names two days later; answers how many sittings moved. */
export const runOfferClock = (system: Keeping, limit: number): Promise<number> =>
  oneByOne(system, limit, {
    claim: (tx, asked) => claim(tx, system.streetId, asked),
    idOf,
    nameOf: (sitting) => `clock.offers.${idOf(sitting)}`,
    work: (tx, sitting, now) => strikeSitting(tx, system, { sitting, now }),
  })

/** A sitting that is due, held; one that somebody else is at is passed over. */
async function claim(tx: Tx, streetId: string, { now, failed }: Asked): Promise<KeptSitting | undefined> {
  const due = await sittingRows(tx, streetId)
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .orderBy('offer_id')
    .limit(1 + failed.length)
    .forUpdate()
    .skipLocked()
    .execute()
  return due.find((sitting) => !failed.includes(idOf(sitting)))
}

/** The one thing that is due on a sitting that is held. */
async function strikeSitting(
  tx: Tx,
  system: Own,
  { sitting, now }: { sitting: KeptSitting; now: number },
): Promise<void> {
  const { streetId } = system
  if (dueNow(sitting, now) === 'remind') {
    const kept = await findOffer(tx, { streetId, id: sitting.offerId })
    if (!kept) throw new Error('a sitting of no offer')
    const personIds = bookersOf(await bookedOf(tx, streetId, sitting))
    await remind(tx, system, { offer: kept.offer, sitting, personIds, now })
    await saveSitting(tx, streetId, { sitting, now })
    return
  }
  for (const booking of await bookingsOf(tx, streetId, sitting))
    if (booking.forEnc) await saveBooking(tx, streetId, forgotten(booking))
  await saveSitting(tx, streetId, { sitting: { ...sitting, state: 'over' }, now })
}
