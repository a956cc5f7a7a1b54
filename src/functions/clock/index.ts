import cloud from 'wx-server-sdk'
import { runDueTimers } from '#server/concerns/clock'
import { runPhotoChecks } from '#server/content/errands'
import { firedByTimer } from '#server/environment'
import { sendDueMessages } from '#server/messages/send'
import { type Context, report, systemOfInstance } from '../system'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** What one call can do before its time is up; the next call goes on. */
const CLOCKS_AT_ONCE = 50
const PHOTOS_AT_ONCE = 10
const MESSAGES_AT_ONCE = 20

/** Fired every minute by WeChat's timer (config.json). Two at once are harmless: what one holds, the other passes over. */
export async function main(event: { Type?: unknown }, context: Context) {
  if (!isTimer(event)) {
    // Told in the log: a timer that is not recognised would stop every promise of the street.
    report(new Error(`the clock was called by ${cloud.getWXContext().SOURCE ?? 'nobody named'}`), 'clock')
    return { ok: false }
  }
  const system = await systemOfInstance(context)
  if (!system) return { ok: false }
  const fired = await runDueTimers(system, CLOCKS_AT_ONCE)
  const sent = await sendDueMessages(system, MESSAGES_AT_ONCE)
  return { ok: true, fired, sent, photos: await runPhotoChecks(system, PHOTOS_AT_ONCE) }
}

/**
 * The event's own word is anybody's to write, so WeChat must say it too: SOURCE is `wx_trigger` for a timer and
 * nothing else (`wx_client` a mini-program, `wx_devtools` the console, `wx_trigger,scf` a function called by one).
 * A timer that was not made by WeChat's tools may come without WeChat's context; the cloud's own mark then counts.
 */
function isTimer({ Type }: { Type?: unknown }): boolean {
  const { OPENID, SOURCE } = cloud.getWXContext()
  if (Type !== 'Timer' || OPENID !== undefined) return false
  return SOURCE === undefined ? firedByTimer() : SOURCE === 'wx_trigger'
}
