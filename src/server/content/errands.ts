import { ANSWER_LATEST, leftToPeople, MOST_TRIES, nextTryAfter } from '#core/content/photo'
import type { System } from '../operation'
import { openidOf } from '../people/openids'
import { isUnavailable, type Tx } from '../storage/database'
import { judge, keepTrace } from './answers'
import { type Handed, openContentCheck } from './check'
import { forgetErrand } from './errand-rows'
import { lockPhoto, settlePhoto } from './kept-photo'

type Keeping = Pick<
  System,
  | 'store'
  | 'streetId'
  | 'vault'
  | 'clock'
  | 'newId'
  | 'report'
  | 'wechatApi'
  | 'photoLinks'
  | 'publicUrl'
  | 'leadsHere'
>

/**
 * Hands photos to WeChat's check and gives up on answers that do not come, the longest due first, at most `limit`
 * of them; answers how many. Any number of workers may run at once and one may die at any moment: an errand is
 * claimed by moving its time on, in a transaction that is over before WeChat is asked.
 */
export async function runPhotoChecks(system: Keeping, limit: number): Promise<number> {
  for (let done = 0; done < limit; done += 1) {
    const errand = await system.store.transaction((tx) => claim(tx, system))
    if (!errand) return done
    if (errand.goesOut) await handOver(system, errand.photoId)
  }
  return limit
}

interface Errand {
  photoId: string
  /** It is to be handed to WeChat now; the others were settled while they were claimed. */
  goesOut: boolean
}

async function claim(tx: Tx, system: Keeping): Promise<Errand | undefined> {
  const now = await system.clock(tx)
  const row = await tx
    .selectFrom('photo_checks')
    .select(['photo_id as photoId', 'step', 'tries'])
    .where('street_id', '=', system.streetId)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('photo_id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return undefined

  const { photoId } = row
  const goesOut = row.step === 'ask' && row.tries < MOST_TRIES
  if (goesOut) {
    const tries = row.tries + 1
    await errandOf(tx, system, photoId)
      .set({ tries, due_at: now + nextTryAfter(tries) })
      .execute()
  } else {
    await leave(tx, system, { photoId, doubt: row.step === 'ask' ? 'unasked' : 'unanswered', now })
  }
  return { photoId, goesOut }
}

/** A failure leaves the errand to its next try, like a network that is down. */
async function handOver(system: Keeping, photoId: string): Promise<void> {
  try {
    const shown = await system.store.transaction((tx) => shownOf(tx, system, photoId))
    const handed = shown ? await show(system, shown) : NOBODY_TO_ASK_FOR
    await system.store.transaction((tx) => note(tx, system, photoId, handed))
  } catch (surprise) {
    if (isUnavailable(surprise)) throw surprise
    system.report(surprise, `content.${photoId}`)
  }
}

/** Who does not come through WeChat cannot be named to it, and a house without an address cannot be visited. */
const NOBODY_TO_ASK_FOR: Handed = { kind: 'said', verdict: { says: 'review', doubt: 'unasked' } }

/** WeChat passes what it cannot load: an address of ours that was not seen to lead here is not handed to it. */
async function show(
  system: Keeping,
  shown: { openid: string; address: string; ours: boolean },
): Promise<Handed> {
  if (shown.ours && !(await system.leadsHere())) {
    system.report(
      new Error('LOUDONG_PUBLIC_URL does not lead here: no photo is handed to WeChat'),
      'publicUrl',
    )
    return { kind: 'later' }
  }
  const { openid, address } = await system.photoLinks.complete(shown)
  return openContentCheck(system).photo({ openid, address })
}

async function shownOf(tx: Tx, system: Keeping, photoId: string) {
  const { uploader_id } = await tx
    .selectFrom('photos')
    .select('uploader_id')
    .where('street_id', '=', system.streetId)
    .where('id', '=', photoId)
    .executeTakeFirstOrThrow()
  const openid = await openidOf(tx, system, uploader_id)
  const url = system.photoLinks.url(photoId, 'insiders', await system.clock(tx))
  const ours = url.startsWith('/')
  const address = ours ? system.publicUrl && `${system.publicUrl}${url}` : url
  return openid && address ? { openid, address, ours } : null
}

async function note(tx: Tx, system: Keeping, photoId: string, handed: Handed): Promise<void> {
  if (handed.kind === 'later') return
  if (handed.kind === 'taken') {
    const due_at = (await system.clock(tx)) + ANSWER_LATEST
    const kept = await errandOf(tx, system, photoId).set({ step: 'answer', due_at }).executeTakeFirst()
    // Meanwhile the photo may have been taken back, and with it the errand.
    if (Number(kept.numUpdatedRows) > 0) await keepTrace(tx, system, { trace: handed.trace, photoId })
    return
  }
  await forgetErrand(tx, system, photoId)
  await judge(tx, system, { photoId, verdict: handed.verdict })
}

/** 等人看一眼: no answer came, or WeChat could not be reached for half an hour. */
async function leave(
  tx: Tx,
  system: Keeping,
  { photoId, doubt, now }: { photoId: string; doubt: 'unasked' | 'unanswered'; now: number },
): Promise<void> {
  const before = await lockPhoto(tx, system.streetId, photoId)
  const after = before && leftToPeople(before, doubt)
  if (before && after && after !== before) await settlePhoto(tx, system, { before, after, at: now })
  await forgetErrand(tx, system, photoId)
}

const errandOf = (tx: Tx, { streetId }: Keeping, photoId: string) =>
  tx.updateTable('photo_checks').where('street_id', '=', streetId).where('photo_id', '=', photoId)
