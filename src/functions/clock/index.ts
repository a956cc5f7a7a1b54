import cloud from 'wx-server-sdk'
import { CLOCKS } from '#server/clocks'
import { firedByTimer } from '#server/environment'
import { type Context, report, systemOfInstance } from '../system'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** A call has less time than a machine of our own; the next call goes on. */
const SHARE = 1 / 4

/** Fired every minute by WeChat's timer (config.json). Two at once are harmless: a clock fires once. */
export async function main(event: { Type?: unknown }, context?: Context) {
  if (!isTimer(event)) {
    // Told in the log: a timer that is not recognised would stop every promise of the street.
    report(new Error(`the clock was called by ${cloud.getWXContext().SOURCE ?? 'nobody named'}`), 'clock')
    return { ok: false }
  }
  const system = await systemOfInstance(context)
  if (!system) return { ok: false }
  const done: Record<string, number> = {}
  for (const { name, atOnce, run } of CLOCKS) {
    try {
      done[name] = await run(system, Math.ceil(atOnce * SHARE))
    } catch (failure) {
      // The others go on: a message that cannot be sent must stop no deadline.
      report(failure, name)
    }
  }
  return { ok: Object.keys(done).length === CLOCKS.length, done }
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
