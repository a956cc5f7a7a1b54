import type { OperationName, ParsedOf } from '#contracts/operations'
import type { Verdict } from '#core/content/verdict'
import type { Result } from '#core/result'
import { drawCode } from './codes/building-codes'
import type { MiniCode } from './codes/mini-codes'
import { checkSaid } from './content/said'
import { checkName, checkWords } from './content/words'
import { textsOfChange } from './offers/change'
import { textsOfOffer } from './offers/write'
import type { System } from './operation'
import type { Credentials } from './people/identity'
import { takePhoto } from './photos/take'
import type { Uploaded } from './photos/uploads'
import { wechatPhone } from './wechat/phone'

/** What an operation learned outside, before its transaction. Each field belongs to the operations that ask for it. */
export interface Outside {
  openid?: Result<string>
  /** The photo that was taken from the cloud's storage, or why not. */
  photo?: Result<Uploaded>
  /** The number WeChat vouches for. */
  phone?: Result<string>
  /** What WeChat says of the words that were typed; absent where it was not asked. */
  words?: Verdict
  /** A code that was drawn because there was none yet. */
  code?: Result<MiniCode>
}

/** Who asks, as far as the door knows. */
export interface Outward {
  system: System
  credentials: Credentials
  /** The command's idempotency key. */
  key: string | null
}

type Asks = { [Name in OperationName]?: (input: ParsedOf<Name>, outward: Outward) => Promise<Outside> }

/**
 * The operations that need an answer from outside (WeChat). It is asked before the transaction begins: a slow
 * answer must not hold a database connection, and a transaction that is run again must not spend a one-time code twice.
 */
const ASKS: Asks = {
  'people.signInWechat': async ({ code }, { system }) => ({ openid: await system.wechat.openidOf(code) }),
  'photos.take': async (input, outward) => ({ photo: await takePhoto(input, outward) }),
  // Asked anew for a repeat, and refused, for the code is used up: the answer of the first time is found by its key.
  'people.leaveWechatPhone': async ({ code }, { system, credentials }) =>
    credentials.kind === 'none' ? {} : { phone: await wechatPhone(system.wechatApi, code) },
  'places.drawCode': async ({ buildingId }, outward) => ({ code: await drawCode(buildingId, outward) }),
  'people.showAs': async ({ name }, outward) => ({ words: await checkName(name, outward) }),
  'concerns.submit': async (input, outward) => ({ words: await checkWords(input, outward) }),
  'motions.propose': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'motions.revise': async ({ words, changed }, outward) => ({
    words: await checkSaid({ words, changed }, outward),
  }),
  'motions.amend': async ({ words, changed }, outward) => ({
    words: await checkSaid({ words, changed }, outward),
  }),
  'motions.object': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'tasks.draft': async ({ words, shifts }, outward) => ({
    words: await checkSaid({ words, shifts }, outward),
  }),
  'tasks.change': async ({ words, shifts }, outward) => ({
    words: await checkSaid({ words, shifts }, outward),
  }),
  'offers.write': async (input, outward) => ({ words: await checkSaid(textsOfOffer(input), outward) }),
  'offers.change': async (input, outward) => ({ words: await checkSaid(textsOfChange(input), outward) }),
  'offers.end': async ({ note }, outward) => ({ words: await checkSaid(note, outward) }),
  'offers.callOff': async ({ note }, outward) => ({ words: await checkSaid(note, outward) }),
  'goals.set': async ({ text }, outward) => ({ words: await checkSaid(text, outward) }),
  'goals.prove': async ({ note }, outward) => ({ words: await checkSaid(note, outward) }),
  'changes.tell': async ({ title, words }, outward) => ({
    words: await checkSaid([title, words], outward),
  }),
  'meetings.plan': async ({ venue, agenda }, outward) => ({
    words: await checkSaid([venue, agenda.map(({ title }) => title)], outward),
  }),
  'meetings.change': async ({ venue, agenda }, outward) => ({
    words: await checkSaid([venue, agenda.map(({ title }) => title)], outward),
  }),
  'meetings.cancel': async ({ note }, outward) => ({ words: await checkSaid(note, outward) }),
  'meetings.put_off': async ({ note }, outward) => ({ words: await checkSaid(note, outward) }),
  'meetings.point': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'meetings.rule_on': async ({ note }, outward) => ({ words: await checkSaid(note, outward) }),
  'meetings.draft': async ({ text }, outward) => ({ words: await checkSaid(text, outward) }),
  'meetings.correct': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'projects.begin': async ({ milestones }, outward) => ({
    words: await checkSaid({ milestones }, outward),
  }),
  'projects.finish': async ({ note }, outward) => ({ words: await checkSaid(note, outward) }),
  'projects.sign': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'projects.enter': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'projects.reverse': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'rolls.declare': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'rolls.strike': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'slips.dispute': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
  'motions.speak': async ({ words }, outward) => ({ words: await checkSaid(words, outward) }),
}

export async function askOutside(name: OperationName, input: unknown, outward: Outward): Promise<Outside> {
  // The table ties each name to its own input; the compiler cannot follow one name through a union of all.
  const ask = ASKS[name] as ((input: unknown, outward: Outward) => Promise<Outside>) | undefined
  return ask ? ask(input, outward) : {}
}
