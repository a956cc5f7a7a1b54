import type { MotionWords } from './motion'
import type { Tally } from './tally'

interface Payloads {
  /** 附议, for one unit. */
  second: { unitId: string }
  /** 把关: to the agenda, back to its proposer, or on as an ordinary concern. */
  screen: { decision: 'schedule' | 'return' | 'refer'; note: string }
  /** The proposer says it better after it came back. */
  revise: { words: MotionWords; changed: string }
  /** 推荐, whom another house is headed by. */
  nominate: { candidateId: string; personId: string; houseId: string }
  /** 参选: for oneself, or saying yes to having been named. */
  stand: { candidateId: string; unitId: string; statement: string }
  step_down: object
  announce: object
  open_debate: object
  /** The proposer takes an amendment into his words. */
  amend: { words: MotionWords; changed: string }
  open_poll: { pollId: string }
  /** 延长: once, while too few have taken part. Epoch milliseconds. */
  extend: { closesAt: number }
  /** The clock counted. */
  tally: { tally: Tally }
  void: { note: string }
  /** Nobody opened the run-off in its seven days. */
  leave_to_lot: object
  draw: { drawn: string[]; note: string }
  /** 我在场看着抽的, by another one than drew. */
  watch: { unitId: string }
  /** 异议, by one unit of the roll. */
  object: { unitId: string }
  review: { decision: 'uphold' | 'revote' | 'annul'; note: string }
  /** The publicity ran out without enough objections. */
  enforce: object
  /** 开始办: a project was made of it. */
  begin: object
  /** 验收, for one unit. */
  accept: { unitId: string }
  /** 还没好, for one unit. */
  send_back: { unitId: string; note: string }
  archive: object
  withdraw: { note: string }
  lapse: object
}

export const MOTION_EVENTS = [
  'second',
  'screen',
  'nominate',
  'stand',
  'step_down',
  'revise',
  'announce',
  'open_debate',
  'amend',
  'open_poll',
  'extend',
  'tally',
  'void',
  'leave_to_lot',
  'draw',
  'watch',
  'object',
  'review',
  'enforce',
  'begin',
  'accept',
  'send_back',
  'archive',
  'withdraw',
  'lapse',
] as const satisfies readonly (keyof Payloads)[]
export type MotionEventKind = (typeof MOTION_EVENTS)[number]
export type MotionEvent = { [Kind in MotionEventKind]: { kind: Kind } & Payloads[Kind] }[MotionEventKind]
export type MotionEventOf<Kind extends MotionEventKind> = Extract<MotionEvent, { kind: Kind }>
