import type { GridPath } from '../grids/grid'
import type { Rejected } from './again'
import type { Election } from './candidates'
import type { Publicity } from './publicity'
import type { MotionRule } from './statute'
import type { Tally } from './tally'

export const MOTION_STATES = [
  'proposed',
  'seconded',
  'returned',
  'scheduled',
  'announced',
  'debating',
  'voting',
  'no_quorum',
  'run_off',
  'lot',
  'publicity',
  'in_review',
  'in_force',
  'implementing',
  'result_publicity',
  'ended',
] as const
export type MotionState = (typeof MOTION_STATES)[number]

/** How a motion ended. `archived` is the good end: carried, carried out, accepted and shown. */
export const ENDINGS = [
  'archived',
  'rejected',
  'no_quorum',
  'lapsed',
  'withdrawn',
  'referred',
  'annulled',
  'void',
] as const
export type Ending = (typeof ENDINGS)[number]

/** What a motion must say to be votable: what, who does it, by when, what it costs (议事规则第 9 条). */
export interface MotionWords {
  title: string
  text: string
  who: string
  /** Epoch milliseconds. */
  byWhen: number
  /** 分; 0 where it costs nothing. */
  costFen: number
}

/** The words as they stood at some time, and what was changed against those before. */
export interface Version extends MotionWords {
  at: number
  changed: string
}

/** What stays true of a motion from the first tap to the archive. */
export interface Proposal {
  id: string
  streetId: string
  /** Shown to people: YT + yyMMdd + at least four digits. */
  no: string
  councilId: string
  gridPath: GridPath
  /** The concern it grew out of. */
  concernId: string | null
  rule: MotionRule
  /** The same matter was voted down; absent where it was not, and in motions of before the rule. */
  again?: Rejected
  /** A motion whose rule is `election` asks who, not whether. */
  election?: Election
  proposerId: string
  /** The unit the proposer stands for, if he does: his own unit does not second him. */
  proposerUnitId: string | null
  proposedAt: number
  /** Newest last; numbers people quote are places in this list, from 1. */
  versions: Version[]
  seconds: string[]
  timesReturned: number
  timesPolled: number
  timesReviewed: number
  /** Grows with every step that sets another clock, so that an old timer can tell it is stale. */
  clock: number
}

/** A carried motion: what was counted, and until when units of the roll may object. */
interface Carried {
  tally: Tally
  publicity: Publicity
  objections: string[]
}

export type MotionStatus =
  | { state: 'proposed' }
  | { state: 'seconded' }
  | { state: 'scheduled' }
  | { state: 'returned'; note: string }
  | { state: 'announced'; announcedAt: number }
  | { state: 'debating'; announcedAt: number }
  | { state: 'voting'; announcedAt: number; pollId: string }
  | { state: 'no_quorum'; announcedAt: number; tally: Tally; talliedAt: number }
  | { state: 'run_off'; announcedAt: number; tally: Tally; talliedAt: number }
  | { state: 'lot'; tally: Tally }
  | ({ state: 'publicity' } & Carried)
  | ({ state: 'in_review' } & Carried)
  | { state: 'in_force'; tally: Tally }
  | { state: 'implementing'; tally: Tally; acceptedBy: string[]; returnedBy?: string[] }
  | { state: 'result_publicity'; tally: Tally; publicity: Publicity }
  | { state: 'ended'; ending: Ending; note: string; endedAt: number; tally: Tally | null }

export type Motion = Proposal & MotionStatus

/** The words as they stand now. */
export function wordsOf({ versions }: Pick<Motion, 'versions'>): Version {
  const newest = versions[versions.length - 1]
  if (!newest) throw new Error('a motion without words')
  return newest
}

/** The election a motion is; only steps of elections ask. */
export function electionOf({ election }: Pick<Motion, 'election'>): Election {
  if (!election) throw new Error('a motion that elects nobody')
  return election
}
