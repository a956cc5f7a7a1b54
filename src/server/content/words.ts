import type { ParsedOf } from '#contracts/operations'
import { categoryOf } from '#core/concerns/category'
import { screen } from '#core/concerns/screening'
import { isPublished } from '#core/content/photo'
import { PASS, type Verdict } from '#core/content/verdict'
import { isCarriedOut } from '../commands'
import { STREET_WORDS } from '../concerns/street-words'
import type { Outward } from '../outside'
import { identify } from '../people/identity'
import { openidOf } from '../people/openids'
import { openContentCheck } from './check'

/** What a resident types when he reports. */
type Report = Pick<ParsedOf<'concerns.submit'>, 'category' | 'title' | 'detail' | 'place'>

const textOf = ({ title, detail, place }: Report): string => [title, detail, place.words].join('\n')

/** Our own screening: the street's words, and numbers that name somebody. */
export function screened(report: Report): Verdict {
  const says = screen(textOf(report), STREET_WORDS)
  return says === 'pass' ? PASS : { says, doubt: says === 'review' ? 'number' : 'other' }
}

/**
 * Asks WeChat about the words of a report, before its transaction. `undefined`: not asked, because nobody could be,
 * or because the answer would change nothing. What only handlers will read is not shown to WeChat either.
 */
export async function checkWords(report: Report, outward: Outward): Promise<Verdict | undefined> {
  const { system } = outward
  if (!system.wechatApi || !isPublished(categoryOf(report.category))) return undefined
  if (screened(report).says === 'risky') return undefined
  const openid = await openidOfAsker(outward)
  if (openid === null) return undefined
  return openContentCheck(system).words({ openid, title: report.title, text: textOf(report) })
}

/** Asks WeChat about the name somebody wants; `undefined` where nobody can be asked, or nothing is to be named. */
export async function checkName(
  name: string | null | undefined,
  outward: Outward,
): Promise<Verdict | undefined> {
  if (!name || !outward.system.wechatApi) return undefined
  const openid = await openidOfAsker(outward)
  return openid === null ? undefined : openContentCheck(outward.system).name({ openid, name })
}

/** `null` for who has not come through WeChat, may not ask at all, or has had his answer before. */
export function openidOfAsker({ system, credentials, key }: Outward): Promise<string | null> {
  return system.store.transaction(async (tx) => {
    const identity = await identify(tx, system, credentials, await system.clock(tx))
    const personId = identity.ok ? identity.value.actor.personId : null
    if (personId === null || key === null) return null
    if (await isCarriedOut(tx, { street_id: system.streetId, actor_id: personId, key })) return null
    return credentials.kind === 'wechat' ? credentials.openid : openidOf(tx, system, personId)
  })
}
