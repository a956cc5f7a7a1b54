import { screen } from '#core/concerns/screening'
import { STREET_WORDS } from '../concerns/street-words'
import type { Asking } from '../operation'
import type { Outward } from '../outside'
import { openContentCheck } from './check'
import { openidOfAsker } from './words'

/**
 * Every text in what somebody says to all at once, titles and reasons included. What is said in public is not queued for
 * a look: what is no plain pass is refused, and the words stay with whoever typed them.
 */
const textsIn = (said: unknown): string[] => {
  if (typeof said === 'string') return [said]
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(textsIn) : []
}

/** Whether words may be shown at once: by our own screening, and by WeChat's where it was asked. */
export const mayBeShown = ({ outside }: Asking, said: unknown): boolean =>
  screen(textsIn(said).join('\n'), STREET_WORDS) === 'pass' && (outside.words?.says ?? 'pass') === 'pass'

/** Asks WeChat about words that will be shown at once, before the transaction; `undefined` where nobody can be asked. */
export async function checkSaid(said: unknown, outward: Outward) {
  if (!outward.system.wechatApi) return undefined
  const openid = await openidOfAsker(outward)
  if (openid === null) return undefined
  return openContentCheck(outward.system).words({ openid, title: '', text: textsIn(said).join('\n') })
}
