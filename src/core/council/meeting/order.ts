import type { Charter } from '../charter'
import { ENOUGH_TO_CLOSE, ORDER, type OrderRule } from '../floor'
import type { Ratio } from '../rule'

/** 会议规则: how a council meets. Data of its charter; a meeting keeps what it was planned with. */
export interface MeetingOrder extends OrderRule {
  /** Whole days everybody knows of time, place and agenda beforehand. */
  noticeDays: number
  /** Minutes before the start from which buildings sign in. */
  signInMinutes: number
  /** How long hands stay up in a vote. Seconds. */
  voteSeconds: number
  /** How long the room has to say whether a ruling stands. Seconds. */
  appealSeconds: number
  /** How many of all buildings must be present to decide; talking needs none (恳谈). */
  quorum: Ratio
  /** How many of those present may end a debate in which hands are still up. */
  closeDebate: Ratio
}

/** What holds where a charter says nothing else: 提前三天通报; 两分钟、两次; 三分之二 (议事规则 4, 10). */
export const USUAL_ORDER: MeetingOrder = {
  ...ORDER,
  noticeDays: 3,
  signInMinutes: 60,
  voteSeconds: 180,
  appealSeconds: 60,
  quorum: { num: 2, den: 3, strict: false },
  closeDebate: ENOUGH_TO_CLOSE,
}

export const orderOf = ({ order }: Pick<Charter, 'order'>): MeetingOrder => order ?? USUAL_ORDER
