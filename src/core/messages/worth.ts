import type { Concern, Severity, State } from '../concerns/concern'
import type { NoticeKind } from '../concerns/notices'

/**
 * 微信订阅消息的模板, by what they are for. A person grants messages of one template at a time: one grant, one
 * message. progress: 受理和进度; result: 办结，请评价; work: 待办提醒 for those at work; council: 投票提醒 of the 议事会;
 * booking: 预约提醒 of a standing service.
 */
export const TEMPLATES = ['progress', 'result', 'work', 'council', 'booking'] as const
export type Template = (typeof TEMPLATES)[number]

/** `weight`: of two messages that want the same grant, or speak of the same matter, the heavier one goes. */
export interface Worth {
  template: Template
  weight: number
}

const progress = (weight: number): Worth => ({ template: 'progress', weight })
const result = (weight: number): Worth => ({ template: 'result', weight })
const work = (weight: number): Worth => ({ template: 'work', weight })

/**
 * Which news disturbs somebody outside the app. `null`: the inbox is enough, because he has just done it himself,
 * because nothing changes for him, or because the next step tells it better.
 */
const WORTH = {
  submit: null,
  held: null,
  release: null,
  contact: null,
  resume: null,
  delegate: null,
  arrive: null,
  ask_extension: null,
  reopen: null,
  withdraw: null,
  accept: progress(5),
  start: progress(3),
  escalate: progress(4),
  whistle: progress(4),
  pause: progress(4),
  answer_extension: progress(4),
  return: progress(3),
  verify: progress(4),
  resolve: result(9),
  decline: result(8),
  reject_content: result(8),
  merge: result(6),
  lapse: result(5),
  confirm: result(4),
  emergency: work(9),
  whistled: work(8),
  escalated: work(7),
  contact_due: work(7),
  resolve_quarter: work(7),
  red_list: work(7),
  new: work(6),
  delegated: work(6),
  returned: work(6),
  reopened: work(6),
  contact_half: work(6),
  extension_asked: work(5),
  to_verify: work(4),
  to_screen: work(4),
  extension_answered: work(4),
  resumed: work(3),
  escalated_on: null,
  arrived: null,
  confirmed: null,
  withdrawn: null,
  photo_refused: null,
  photo_shown: null,
  face_refused: null,
  face_shown: null,
} satisfies Record<NoticeKind, Worth | null>

const council = (weight: number): Worth => ({ template: 'council', weight })

/** What the heads' council tells outside the app: a vote that waits for their house, and how it came out. */
const COUNCIL_WORTH = {
  motion_poll: council(7),
  motion_closing: council(8),
  motion_result: council(6),
} satisfies Record<string, Worth>
export type CouncilNewsKind = keyof typeof COUNCIL_WORTH

export const isCouncilNews = (kind: string): kind is CouncilNewsKind => Object.hasOwn(COUNCIL_WORTH, kind)

export const councilWorthOf = (kind: CouncilNewsKind): Worth => COUNCIL_WORTH[kind]

/** That a vote is open is said only while it is; a result stays one. */
export const isStillOpen = (kind: CouncilNewsKind, motionState: string): boolean =>
  kind === 'motion_result' || motionState === 'voting'

/** What is told of a booking outside the app: that it is soon. That it is off or different the inbox tells at once. */
export type BookingNewsKind = 'booking_tomorrow'

export const isBookingNews = (kind: string): kind is BookingNewsKind => kind === 'booking_tomorrow'

export const BOOKING_WORTH: Worth = { template: 'booking', weight: 7 }

/** The kinds of notices that are worth a message. */
export type NewsKind = { [Kind in NoticeKind]: (typeof WORTH)[Kind] extends null ? never : Kind }[NoticeKind]

export const isNews = (kind: NoticeKind): kind is NewsKind => WORTH[kind] !== null

export const worthOf = (kind: NewsKind): Worth => WORTH[kind]

/** An emergency wakes those who have to act, and nobody else. */
export const isUrgent = (kind: NewsKind, severity: Severity): boolean =>
  severity === 'emergency' && WORTH[kind].template === 'work'

const IN_WORK: readonly State[] = [
  'submitted',
  'held',
  'accepted',
  'in_progress',
  'awaiting_department',
  'paused',
]

/** States in which a message still says what is so. Ends are always true; the rest is, while the matter is in work. */
const TRUE_IN: Partial<Record<NewsKind, readonly State[]>> = {
  new: ['submitted', 'accepted'],
  to_screen: ['held'],
  to_verify: ['resolved'],
  resolve: ['resolved', 'verified'],
  verify: ['verified'],
}

/** Whether a message that has waited still tells its reader something true. */
export function isStillTrue(kind: NewsKind, { state }: Pick<Concern, 'state'>): boolean {
  const states = TRUE_IN[kind] ?? (WORTH[kind].template === 'result' ? undefined : IN_WORK)
  return states === undefined || states.includes(state)
}
