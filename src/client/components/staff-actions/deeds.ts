import type { OutputOf } from '#contracts/operations'
import type { StaffDeed } from '../../texts/staff'

export type ConcernDetail = OutputOf<'concerns.get'>

/** Everything staff can do, what one would usually do next first; the tail is one's own decision. */
const USUAL_FIRST: readonly StaffDeed[] = [
  'release',
  'accept',
  'arrive',
  'answer_extension',
  'start',
  'resume',
  'resolve',
  'verify',
  'contact',
  'read_reporter',
  'whistle',
  'return',
  'merge',
  'ask_extension',
  'pause',
  'escalate',
  'delegate',
  'decline',
  'reject_content',
]

/** The phone alone is no deed: whoever may only look, such as an auditor, finds it behind 更多办法. */
const NEVER_FIRST: readonly StaffDeed[] = ['read_reporter', 'return', 'decline', 'reject_content']

/** Exactly what the server says this person may do, without what residents do. */
export const staffDeeds = (may: ConcernDetail['may']): StaffDeed[] =>
  USUAL_FIRST.filter((deed) => may.includes(deed))

export const firstDeed = (deeds: readonly StaffDeed[]): StaffDeed | undefined =>
  deeds.find((deed) => !NEVER_FIRST.includes(deed))
