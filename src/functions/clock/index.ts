import cloud from 'wx-server-sdk'
import { runClocks } from '#server/clocks'
import { systemOfInstance } from '../system'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** What one call can do before its time is up; the next call goes on. */
const CLOCKS_AT_ONCE = 50

/** Fired every minute by WeChat's timer (config.json). Two at once are harmless: a clock fires once. */
export async function main() {
  // A caller's openid means that a person, not the timer, tries to turn the clock.
  if (cloud.getWXContext().OPENID) return { ok: false }
  const system = await systemOfInstance()
  if (!system) return { ok: false }
  return { ok: true, fired: await runClocks(system, CLOCKS_AT_ONCE) }
}
