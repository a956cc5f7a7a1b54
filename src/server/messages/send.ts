import type { System } from '../operation'
import type { WechatAnswer, WechatApi } from '../wechat/api'
import { type Verdict, verdictOn } from './answers'
import { type Claimed, claimNext } from './claim'
import { letterTo } from './letter'
import { carryOut } from './settle'

type Sending = Pick<
  System,
  'store' | 'streetId' | 'vault' | 'clock' | 'wechatApi' | 'messageTemplates' | 'report'
>

/**
 * Sends what is due, the urgent first, at most `limit` messages; answers how many were tried. Each is taken in one
 * short transaction, sent outside any, and settled in another, so that any number of workers may run at once and one
 * may die at any moment. Does nothing in an installation without a WeChat account.
 */
export async function sendDueMessages(system: Sending, limit: number): Promise<number> {
  const { store, wechatApi } = system
  if (wechatApi === null) return 0
  let tried = 0
  while (tried < limit) {
    const claimed = await store.transaction(async (tx) => claimNext(tx, system, await system.clock(tx)))
    if (claimed === 'none') return tried
    if (claimed === 'tidied') continue
    tried += 1
    const verdict = await sendOne(system, wechatApi, claimed)
    if (verdict.kind === 'all later') return tried
  }
  return tried
}

async function sendOne(system: Sending, wechatApi: WechatApi, claimed: Claimed): Promise<Verdict> {
  const template = system.messageTemplates[claimed.template]
  if (!template) return note(system, claimed, { kind: 'refused', errcode: TEMPLATE_GONE })
  const letter = letterTo(claimed.openid, template, { ...claimed.about, at: claimed.at })
  const answer = await wechatApi.call('subscribeMessage.send', letter).catch(async (surprise: unknown) => {
    // Our account is set up wrongly: it concerns every message, and this one is tried again when it is mended.
    await note(system, claimed, { kind: 'unreachable' })
    throw surprise
  })
  return note(system, claimed, answer)
}

/** WeChat's own word for a template id it does not know: here the settings no longer name one. */
const TEMPLATE_GONE = 40037

async function note(system: Sending, claimed: Claimed, answer: WechatAnswer): Promise<Verdict> {
  const verdict = await system.store.transaction(async (tx) => {
    const now = await system.clock(tx)
    const reached = verdictOn(answer, { tries: claimed.tries, now, chance: Math.random() })
    await carryOut(tx, system.streetId, claimed, { verdict: reached, now })
    return reached
  })
  tellOfMistake(system, claimed, verdict)
  return verdict
}

/** By its errcode alone: neither the person nor the words belong into a log. */
function tellOfMistake({ report }: Sending, { template }: Claimed, verdict: Verdict): void {
  const isOurs = verdict.kind === 'over' && verdict.outcome === 'invalid'
  if (!isOurs && verdict.kind !== 'all later') return
  const { errcode } = verdict
  report(new Error(`WeChat takes no message of ${template}: errcode ${errcode}`), `messages.${errcode}`)
}
