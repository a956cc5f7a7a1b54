import type { Side } from '../floor'
import type { Outcome } from '../tally'

/** What an agenda says of one matter before the meeting. */
export interface ItemDraft {
  title: string
  motionId: string | null
}

export interface Plan {
  startsAt: number
  venue: string
  online: boolean
  agenda: ItemDraft[]
}

interface Payloads {
  change: Plan
  notify: object
  cancel: { note: string }

  sign_in: { unitId: string; how: 'code' | 'online' }
  /** Written down by staff; of each building who represents it now. */
  admit: { units: { unitId: string; personId: string }[] }
  leave: { unitId: string }
  /** The list says that it has gone. */
  see_out: { unitId: string }

  begin: object
  /** 交出主持, to whoever stands for this building in the room. */
  hand_over: { unitId: string }
  take_back: object

  bring: { place: number }
  raise_hand: { place: number; unitId: string; side: Side }
  lower_hand: { place: number; unitId: string }
  /** 请他说: the one the leader saw at the head of the queue. */
  call: { unitId: string }
  /** Who was speaking when it was said: the next one is not stopped by a tap that came late. */
  warn: { unitId: string }
  end_speech: { unitId: string }
  /** 我说完了. */
  finish_speech: { unitId: string }

  want_close: { place: number; unitId: string }
  close_debate: { place: number }
  put_question: { place: number; pollId: string }
  /** 宣布结果, as the poll's own record has it; `null`: the vote was declared void. */
  announce: { place: number; outcome: Outcome | null }
  /** Told and done, where there is nothing to vote on. */
  finish: { place: number }
  put_off: { place: number; note: string }

  point: { unitId: string; words: string }
  rule_on: { sustained: boolean; note: string }
  appeal: { unitId: string }
  say_on_appeal: { unitId: string; upholds: boolean }
  settle_appeal: object

  close: object
  draft: { text: string; hash: string }
  sign: { hash: string }
  correct: { words: string }
}

export const MEETING_EVENTS = [
  'change',
  'notify',
  'cancel',
  'sign_in',
  'admit',
  'leave',
  'see_out',
  'begin',
  'hand_over',
  'take_back',
  'bring',
  'raise_hand',
  'lower_hand',
  'call',
  'warn',
  'end_speech',
  'finish_speech',
  'want_close',
  'close_debate',
  'put_question',
  'announce',
  'finish',
  'put_off',
  'point',
  'rule_on',
  'appeal',
  'say_on_appeal',
  'settle_appeal',
  'close',
  'draft',
  'sign',
  'correct',
] as const satisfies readonly (keyof Payloads)[]
export type MeetingEventKind = (typeof MEETING_EVENTS)[number]
export type MeetingEvent = { [Kind in MeetingEventKind]: { kind: Kind } & Payloads[Kind] }[MeetingEventKind]
export type MeetingEventOf<Kind extends MeetingEventKind> = Extract<MeetingEvent, { kind: Kind }>
