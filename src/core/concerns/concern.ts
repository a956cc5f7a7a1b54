import type { GridPath, Level } from '../grids/grid'
import type { CategoryCode } from './category'
import type { Remaining, Span } from './deadlines'

/** Who works on it at a level. 片区 and 网格 share the grid's desk; a building head is a desk of level 3. */
export const DESKS = ['head', 'grid', 'police', 'traffic', 'community', 'street', 'department'] as const
export type Desk = (typeof DESKS)[number]

export const OPEN_STATES = [
  'submitted',
  'held',
  'accepted',
  'in_progress',
  'awaiting_department',
  'paused',
  'resolved',
  'verified',
] as const
export const STATES = [...OPEN_STATES, 'closed'] as const
export type State = (typeof STATES)[number]

export type Severity = 'emergency' | 'urgent' | 'normal'
/** public: everyone; parties: reporter, followers and those who handle it; restricted: reporter and handlers only. */
export type Visibility = 'public' | 'parties' | 'restricted'
export type Channel = 'app' | 'phone' | 'visit' | 'head' | 'hotline' | 'inspection' | 'plate'

export const PAUSE_REASONS = ['wait_reporter', 'wait_supplier', 'wait_council'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]
export const DECLINE_REASONS = ['out_of_remit', 'petition', 'invalid'] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]
export const RESULT_KINDS = ['fixed', 'explained'] as const
export type ResultKind = (typeof RESULT_KINDS)[number]

/** Where it is. A missing plate may be the very matter, so a point or a few words are as good as a building. */
export interface Place {
  buildingId: string | null
  /** GCJ-02, degrees x 1,000,000. */
  point: { latE6: number; lngE6: number } | null
  words: string
}

export interface Extension {
  askedAt: number
  askedBy: string
  until: number
  reason: string
  /** `null` while nobody above has answered. */
  approved: boolean | null
  answeredBy: string | null
}

export interface Whistle {
  departmentId: string
  blownAt: number
  arriveBy: number
  arrivedAt: number | null
}

/** What the handler says was done. `at` opens the seven days in which the reporter answers. */
export interface Outcome {
  kind: ResultKind
  note: string
  photoIds: string[]
  by: string
  at: number
}

export interface Rating {
  stars: 1 | 2 | 3 | 4 | 5
  words: string
  at: number
}

export type Closing = 'confirmed' | 'silence' | 'withdrawn' | 'merged' | 'content' | DeclineReason

/** The matter itself: what stays true from the first tap to the archive. */
export interface Matter {
  id: string
  streetId: string
  /** Shown to people: XJ + yyMMdd + four digits. */
  no: string
  category: CategoryCode
  severity: Severity
  visibility: Visibility
  anonymous: boolean
  channel: Channel
  title: string
  detail: string
  photoIds: string[]
  place: Place
  /** The smallest grid known to hold the place (level 3 or 2). */
  gridPath: GridPath
  reporterId: string
  /** 帮他报: the person it was reported for, once he is known here; it is his own as much. */
  helpedId: string | null
  /** The building head a concern is about: that person is routed around and never told. */
  aboutPersonId: string | null
  submittedAt: number
}

/** Who holds it and until when. */
export interface Responsibility {
  level: Level
  desk: Desk
  /** `null`: anyone of the desk may take it. */
  ownerId: string | null
  departmentId: string | null
  acceptedAt: number | null
  contactedAt: number | null
  contactDueAt: number
  resolveDueAt: number
  /** The span of one level: what escalation grants anew, and the cap of an extension. */
  resolveSpan: Span
  /** A deadline ran through a year whose holidays are not known yet; weekends alone were counted. */
  calendarAssumed: boolean
  extensions: Extension[]
  whistles: Whistle[]
  reopenCount: number
  /** Grows with every change of a deadline; timers carry it, so an old timer can tell it is stale. */
  clock: number
}

/** The status decides which further facts exist. */
export type Status =
  | { state: 'submitted' | 'held' | 'accepted' | 'in_progress' | 'awaiting_department' }
  | { state: 'paused'; pause: { reason: PauseReason; since: number; until: number; remaining: Remaining } }
  | { state: 'resolved'; outcome: Outcome }
  | { state: 'verified'; outcome: Outcome; verifiedBy: string }
  | {
      state: 'closed'
      closedAt: number
      closedAtLevel: Level
      closing: Closing
      note: string
      outcome: Outcome | null
      rating: Rating | null
      mergedInto: string | null
    }

export type Concern = Matter & Responsibility & Status

export const isOpen = (concern: Concern): boolean => concern.state !== 'closed'
