import { number, object, optional, safeParse } from 'valibot'
import { HOUR, MINUTE } from '#core/concerns/calendar'
import { MOST_TRIES, nextTry } from '#core/messages/times'
import type { MessageOutcome } from '../storage/tables/messages'
import type { WechatAnswer } from '../wechat/api'

/** What follows from WeChat's answer to one message. */
export type Verdict =
  | { kind: 'over'; outcome: MessageOutcome; errcode: number | null; wechatId: string | null; grant: Fate }
  | { kind: 'again'; dueAt: number; errcode: number | null }
  /** Nobody's message would be taken now. */
  | { kind: 'all later'; dueAt: number; errcode: number }

/** What becomes of the grant: spent on this message, given back, or of no worth like all others of its template. */
type Fate = 'spent' | 'back' | 'none left'

interface Try {
  /** This one included. */
  tries: number
  now: number
  /** From 0 to 1. */
  chance: number
}

/**
 * Reads the answer by the errcodes of the documentation of subscribeMessage.send. Silence may mean that the message
 * arrived: its grant is never given back. An errcode not named here is a mistake of ours (40003 openid, 40037
 * template, 41030 page, 47003 data, 43107 closed by WeChat, 45168 words): trying again would not mend it.
 */
export function verdictOn(answer: WechatAnswer, attempt: Try): Verdict {
  if (answer.kind === 'unreachable') return again(null, attempt)
  if (answer.kind === 'refused') return onRefusal(answer.errcode, attempt)
  return { kind: 'over', outcome: 'sent', errcode: null, wechatId: wechatIdIn(answer), grant: 'spent' }
}

function onRefusal(errcode: number, attempt: Try): Verdict {
  if (errcode === 43101) return over('refused', errcode, 'none left')
  if (errcode in ALL_LATER)
    return { kind: 'all later', dueAt: attempt.now + (ALL_LATER[errcode] ?? 0), errcode }
  return AGAIN.includes(errcode) ? again(errcode, attempt) : over('invalid', errcode, 'back')
}

/** 45009: this day's calls are used up; 45011: this minute's. */
const ALL_LATER: Record<number, number> = { 45009: HOUR, 45011: MINUTE }

/** A token that could not be renewed, and 43108: another message was on its way to the same person. */
const AGAIN = [40001, 40014, 42001, 43108]

const over = (outcome: MessageOutcome, errcode: number | null, grant: Fate): Verdict => ({
  kind: 'over',
  outcome,
  errcode,
  wechatId: null,
  grant,
})

const again = (errcode: number | null, { tries, now, chance }: Try): Verdict =>
  tries < MOST_TRIES
    ? { kind: 'again', dueAt: nextTry(tries, now, chance), errcode }
    : over('given_up', errcode, 'spent')

const sent = object({ msgid: optional(number()) })

/** Its digits beyond 2^53 are lost in JSON; with the person it is still no other message's. */
function wechatIdIn(answer: WechatAnswer): string | null {
  const { success, output } = safeParse(sent, answer.kind === 'answered' ? answer.data : null)
  return success && output.msgid !== undefined ? String(output.msgid) : null
}
