import type { Level } from '../grids/grid'
import type { DeclineReason, Desk, Outcome, PauseReason, Rating } from './concern'

/**
 * Everything that can happen to a concern after it was submitted. A person causes most of them,
 * the clock causes `lapse`; `escalate` comes from both. Submission itself is not here: before it
 * there is no concern.
 */
export const EVENT_KINDS = [
  'release',
  'reject_content',
  'accept',
  'decline',
  'merge',
  'contact',
  'start',
  'escalate',
  'delegate',
  'whistle',
  'arrive',
  'pause',
  'resume',
  'ask_extension',
  'answer_extension',
  'resolve',
  'verify',
  'return',
  'confirm',
  'reopen',
  'withdraw',
  'lapse',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

interface Payloads {
  /** 先给网格员看一眼: a held concern may go on its way ... */
  release: object
  /** ... or is refused for its words; the reporter is told why. */
  reject_content: { note: string }
  /** 受理: which desk handles it; the accepting person owns it when the desk is his own. */
  accept: { level: Level; desk: Desk }
  decline: { reason: DeclineReason; note: string }
  /** 同一件事: followers move to `into` once each; `into` must be open and itself not merged. */
  merge: { into: string; note: string }
  /** 已联系反映人: stops the contact clock. */
  contact: { note: string }
  start: object
  escalate: { note: string }
  delegate: { note: string }
  whistle: { departmentIds: string[]; note: string; arriveBy: number }
  arrive: { note: string }
  pause: { reason: PauseReason; until: number; note: string }
  resume: object
  ask_extension: { until: number; reason: string }
  answer_extension: { approve: boolean; note: string }
  resolve: { outcome: Pick<Outcome, 'kind' | 'note' | 'photoIds'> }
  verify: { note: string }
  /** 核实不通过: back to the handler, by the verifier. */
  return: { note: string }
  confirm: { rating: Omit<Rating, 'at'> }
  reopen: { note: string }
  withdraw: { note: string }
  /** Seven days of silence after a result. Counted apart from a confirmation. */
  lapse: object
}

export type ConcernEvent = { [Kind in EventKind]: { kind: Kind } & Payloads[Kind] }[EventKind]
export type EventOf<Kind extends EventKind> = Extract<ConcernEvent, { kind: Kind }>
