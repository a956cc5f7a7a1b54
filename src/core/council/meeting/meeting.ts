import type { GridPath } from '../../grids/grid'
import type { Side } from '../floor'
import type { Outcome } from '../tally'
import type { MeetingOrder } from './order'

export const MEETING_STATES = [
  'planned',
  'notified',
  'in_session',
  'closed',
  'minutes_draft',
  'published',
  'cancelled',
] as const
export type MeetingState = (typeof MEETING_STATES)[number]

/** waiting: still to come; on_floor: the one matter before the room (议事规则第 8 条). */
export const ITEM_STATES = ['waiting', 'on_floor', 'voted', 'done', 'put_off'] as const

/** One matter of the agenda: a motion, or something that is only told. */
export interface AgendaItem {
  /** From 1, in the order of the notice. */
  place: number
  title: string
  motionId: string | null
  state: (typeof ITEM_STATES)[number]
  /** How the vote came out that was held here. */
  outcome: Outcome | null
}

export const WAYS_IN = ['code', 'online', 'staff'] as const
/** code: he typed or scanned what is shown in the room; staff: written down by hand. */
export type WayIn = (typeof WAYS_IN)[number]

/** A building in the room, by whoever represents it there. It signs in once, however often it goes out and comes back. */
export interface Presence {
  unitId: string
  personId: string
  how: WayIn
  at: number
  leftAt: number | null
}

interface Hand {
  /** Its place in the meeting's list of hands, from 1. */
  seq: number
  /** The agenda item it was raised for: a hand that comes late never counts for the next matter. */
  place: number
  unitId: string
  personId: string
  side: Side
  raisedAt: number
}

/** A hand that is up, and what became of it. `until`: his time is over. Epoch milliseconds. */
export type Speech = Hand &
  (
    | { state: 'raised' }
    | { state: 'taken_back' }
    | { state: 'speaking'; beganAt: number; until: number; warned: boolean }
    | { state: 'ended'; beganAt: number; endedAt: number }
  )

/** The matter before the room. */
export interface Floor {
  place: number
  debate: 'open' | 'closed'
  /** Buildings that have heard enough. */
  wanting: string[]
  /** The vote, once the question is put. */
  pollId: string | null
}

/** 规则问题: the one interruption the rules allow (议事规则第 7 条). The speaker's time stands still meanwhile. */
export interface Point {
  unitId: string
  words: string
  at: number
}

/** What the chair said to a point of order, and whether the room was asked about it (第 13 条). */
export interface Ruling extends Point {
  sustained: boolean
  note: string
  ruledAt: number
  appeal: 'none' | 'open' | 'settled'
}

/** 申诉: does the ruling stand? Buildings that say so, and those that do not. */
export interface Appeal {
  unitId: string
  at: number
  upholding: string[]
  against: string[]
}

/** A signature under exactly these minutes. */
export interface Signature {
  personId: string
  as: 'chair' | 'member'
  at: number
  hash: string
}

export interface Minutes {
  /** What was said and agreed, in the secretary's words; the figures stand beside it. */
  text: string
  /** SHA-256 of text and figures: what is signed is what is read. */
  hash: string
  draftedBy: string
  draftedAt: number
  signatures: Signature[]
}

/** 勘误: minutes are never rewritten; what was wrong in them is said under a number. */
export interface Erratum {
  no: number
  words: string
  byId: string
  at: number
}

/** What stays true of a meeting from its plan to the archive. */
export interface Convened {
  id: string
  streetId: string
  councilId: string
  gridPath: GridPath
  /** 第几次. */
  no: number
  startsAt: number
  venue: string
  /** Whether one may take part from elsewhere. */
  online: boolean
  order: MeetingOrder
  plannedById: string
}

interface InRoom {
  beganAt: number
  /** Who leads it now: the council's chair, or whoever he handed over to. */
  presidingId: string
}

interface Over extends InRoom {
  closedAt: number
  /** Buildings the council had when it met. */
  units: number
}

export type MeetingStatus =
  | { state: 'planned' }
  | { state: 'notified'; notifiedAt: number }
  | { state: 'cancelled'; note: string; cancelledAt: number }
  | (InRoom & {
      state: 'in_session'
      floor: Floor | null
      point: Point | null
      ruling: Ruling | null
      appeal: Appeal | null
    })
  | (Over & { state: 'closed' })
  | (Over & { state: 'minutes_draft'; minutes: Minutes })
  | (Over & { state: 'published'; minutes: Minutes; publishedAt: number; errata: Erratum[] })

/** What the meeting says of itself; who came and who spoke are kept beside it, one line each. */
export type MeetingBody = Convened & MeetingStatus

/** A meeting whole, as its rules see it. */
export type Meeting = MeetingBody & {
  agenda: AgendaItem[]
  present: Presence[]
  speeches: Speech[]
}
