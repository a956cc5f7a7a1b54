import { literal, number, object, optional, pipe, safeParse, string, transform, union } from 'valibot'
import { UNASKED } from '#core/content/verdict'
import { type Answering, takeAnswer } from '../content/answers'
import { verdictOf, wechatResult } from '../content/wechat-check'
import { takeMessageEvent } from '../messages/wechat-events'
import type { System } from '../operation'

/** What a pushed event may touch. */
export type Pushed = Answering & Pick<System, 'store' | 'vault' | 'messageTemplates'>

/** `ignored`: an event this version has no use for; WeChat is thanked all the same, or it would push it again. */
export type Receipt = 'taken' | 'ignored'

/** A number, or its text: WeChat writes both. */
const code = pipe(union([string(), number()]), transform(Number))

const mediaCheck = object({
  Event: literal('wxa_media_check'),
  trace_id: string(),
  /** Not 0: the photo could not be loaded or judged, and `result` says nothing. */
  errcode: optional(code, 0),
  result: optional(wechatResult),
})

/**
 * Takes one event of WeChat's message push, whose sender the door has made sure of: the HTTP door by signature, a
 * cloud function by being called by WeChat itself. The same event may come several times, early or late.
 */
export async function receivePush(system: Pushed, event: unknown): Promise<Receipt> {
  const { success, output } = safeParse(mediaCheck, event)
  if (!success) {
    const taken = await system.store.transaction((tx) => takeMessageEvent(tx, system, event))
    return taken ? 'taken' : 'ignored'
  }
  const { trace_id: trace, errcode, result } = output
  const verdict = errcode === 0 && result ? verdictOf(result) : UNASKED
  await system.store.transaction((tx) => takeAnswer(tx, system, { trace, verdict }))
  return 'taken'
}
