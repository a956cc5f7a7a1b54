import { framesOf, knownWords, MISHAP_NAME } from '#contracts/mishap'
import type { InputOf } from '#contracts/operations'
import { call, lastFault } from './call'
import { newKey } from './platform/keys'
import { routeInFront, target, watchMishaps } from './platform/mishaps'
import { isRecord } from './platform/storage'

type Mishap = InputOf<'client.report'>

/** A program that trips once trips often: no phone tells more than this in one life of the app. */
const MOST = 10

const told = new Set<string>()

const textOf = (found: unknown): string => (typeof found === 'string' ? found : '')

/** WeChat hands over an object or one text of message and stack, a browser whatever was thrown. */
function partsOf(thrown: unknown): Pick<Mishap, 'name' | 'message' | 'frames'> {
  const { name, message, errMsg, stack } =
    isRecord(thrown) || thrown instanceof Error ? (thrown as Record<string, unknown>) : {}
  const words = textOf(message) || textOf(errMsg) || textOf(thrown)
  const [, kind = ''] = /^(?:Uncaught )?([A-Z][A-Za-z]*Error)\b/.exec(words) ?? []
  const plain = kind ? words.slice(words.indexOf(kind) + kind.length).replace(/^: /, '') : words
  return {
    name: [textOf(name), kind].find((one) => MISHAP_NAME.test(one)) ?? 'Error',
    message: knownWords(plain),
    frames: framesOf(textOf(stack) || textOf(thrown)),
  }
}

/** Tells the server, once for each kind of mishap and place; what a person typed or is called never leaves with it. */
export function tellMishap(kind: Mishap['kind'], thrown: unknown): void {
  const parts = partsOf(thrown)
  const mark = [parts.name, parts.message, parts.frames[0]].join(' ')
  if (told.has(mark) || told.size >= MOST) return
  told.add(mark)
  const mishap: Mishap = {
    kind,
    target,
    build: BUILD,
    page: routeInFront(),
    ...parts,
    ...(lastFault() && { requestId: lastFault() }),
  }
  void call('client.report', mishap, newKey())
}

export const startMishaps = (): void => watchMishaps(tellMishap)
