import { DAY, HOUR } from '../concerns/calendar'
import { againstByAge, type BornIn, surelyAge, YOUNGEST } from '../people/age'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { Shift, Task } from './task'

export const SIGN_UP_STATES = [
  'asked',
  'accepted',
  'waiting',
  'offered',
  'present',
  'done',
  'no_show',
  'cancelled',
  'declined',
] as const
export type SignUpState = (typeof SIGN_UP_STATES)[number]

/** 到没到附近: how far the phone said it was, never where. */
export interface Near {
  metres: number
  /** How wrong the phone itself thinks it may be; `null` where he pointed at a map himself. */
  accuracyM: number | null
}

interface CheckedIn {
  inAt: number
  inHow: 'code' | 'list'
  near: Near | null
}

/** `by`: who ended it: he himself, the task, or an offer that ran out. */
export type SignUpStatus =
  | { state: 'asked' | 'accepted' | 'waiting' }
  | { state: 'offered'; until: number }
  | ({ state: 'present' } & CheckedIn)
  | ({ state: 'done'; outAt: number; outHow: 'self' | 'list' | 'clock'; minutes: number } & CheckedIn)
  | { state: 'no_show'; at: number }
  | { state: 'cancelled'; at: number; late: boolean; by: 'self' | 'task' | 'offer' }
  | { state: 'declined'; at: number }

/** One place asked for: for oneself, or for somebody without an account whom one helps. */
export type SignUp = {
  id: string
  streetId: string
  taskId: string
  shiftId: string
  personId: string
  /** 帮别人报名: his name, sealed; who signed him up answers for him and is told everything. */
  guestEnc: string | null
  /** The turn in the shift's own order; smaller is earlier. */
  turn: number
  at: number
} & SignUpStatus

/** States in which somebody has one of the places, or had it when it was over. */
export const HOLDING: readonly SignUpState[] = ['accepted', 'offered', 'present', 'done', 'no_show']
/** States in which he is still to be reckoned with. */
export const LIVE: readonly SignUpState[] = ['asked', 'accepted', 'waiting', 'offered', 'present']

/** A cancel later than this before the start is a late one. */
export const FREE_UNTIL = 12 * HOUR
/** Whoever moves up within a day of the start is asked whether he can still come. */
export const ASKED_WITHIN = DAY
export const OFFER_STANDS = 2 * HOUR
/** 三次没来: within these days, after which the captain is asked first. Never a ban. */
export const NO_SHOWS_WITHIN = 90 * DAY
export const NO_SHOWS_ASK = 3
/** One person signs up so many others for one shift. */
export const MOST_GUESTS = 3

export interface Joining {
  task: Task
  shift: Shift
  /** For somebody else, whose age and times are not ours to know. */
  guest: boolean
  guests: number
  born: BornIn | null
  guardianAgreed: boolean
  /** He says he takes part in the training. */
  trained: boolean
  already: boolean
  /** Another live sign-up of his at the same time; one that waits counts, for he must be able to come. */
  overlaps: boolean
  now: number
}

/** Why somebody may not sign up, or `null`. */
export function whyNotJoin(joining: Joining): Refusal | null {
  const { task, shift, guest, now } = joining
  if (task.state !== 'open' || shift.state !== 'open' || now >= shift.startsAt) return 'NOT_IN_THIS_STATE'
  if (task.words.risk === 'high' && !joining.trained) return 'TRAINING_REQUIRED'
  if (guest) return whyNotGuest(joining)
  if (joining.already) return 'SIGNED_UP_ALREADY'
  return againstHisAge(joining) ?? (joining.overlaps ? 'TIME_OVERLAP' : null)
}

/** Whoever cannot sign up himself comes only where nothing can happen to him. */
const whyNotGuest = ({ task, guests }: Joining): Refusal | null =>
  task.words.risk !== 'low' || guests >= MOST_GUESTS ? 'NOT_ELIGIBLE' : null

function againstHisAge({ task, born, guardianAgreed, now }: Joining): Refusal | null {
  const { risk, minAge } = task.words
  const refusal = againstByAge(risk === 'low' ? 'volunteer' : 'risky_task', { born, guardianAgreed, now })
  if (refusal || minAge <= YOUNGEST || born === null) return refusal
  return surelyAge(born, now) < minAge ? 'UNDER_AGE' : null
}

/** Where a sign-up begins: a place, the end of the queue, or with the captain's word. */
export function statusOnJoin(place: { shift: Shift; waiting: number; noShows: number }): SignUpStatus {
  if (place.noShows >= NO_SHOWS_ASK) return { state: 'asked' }
  const free = place.shift.taken < place.shift.capacity && place.waiting === 0
  return { state: free ? 'accepted' : 'waiting' }
}

/** 来不了请提前说一声: free of any mark until twelve hours before, and after a move of the time. */
export function cancelOwn(signUp: SignUp, shift: Shift, now: number): Result<SignUp> {
  if (!['asked', 'accepted', 'waiting', 'offered'].includes(signUp.state)) return refuse('NOT_IN_THIS_STATE')
  if (now >= shift.endsAt) return refuse('NOT_IN_THIS_STATE')
  const moved = shift.movedAt !== null && shift.movedAt > signUp.at
  const late = signUp.state === 'accepted' && !moved && now > shift.startsAt - FREE_UNTIL
  return ok(became(signUp, { state: 'cancelled', at: now, late, by: 'self' }))
}

/** Whoever is first in the queue gets the place; close to the start he is asked first. */
export function promoted(first: SignUp, shift: Shift, now: number): SignUp {
  if (shift.startsAt - now >= ASKED_WITHIN) return became(first, { state: 'accepted' })
  return became(first, { state: 'offered', until: Math.min(now + OFFER_STANDS, shift.startsAt) })
}

/** Whether a place that is free goes to the queue. */
export const hasRoom = ({ state, taken, capacity, startsAt }: Shift, now: number): boolean =>
  state === 'open' && taken < capacity && now < startsAt

export function confirmOffer(signUp: SignUp, now: number): Result<SignUp> {
  if (signUp.state !== 'offered' || now >= signUp.until) return refuse('NOT_IN_THIS_STATE')
  return ok(became(signUp, { state: 'accepted' }))
}

export const offerOver = (signUp: SignUp, now: number): SignUp =>
  became(signUp, { state: 'cancelled', at: now, late: false, by: 'offer' })

export const calledOff = (signUp: SignUp, now: number): SignUp =>
  became(signUp, { state: 'cancelled', at: now, late: false, by: 'task' })

/** The same sign-up in another status; what only the old one knew is left behind. */
export function became(signUp: SignUp, status: SignUpStatus): SignUp {
  const { id, streetId, taskId, shiftId, personId, guestEnc, turn, at } = signUp
  return { id, streetId, taskId, shiftId, personId, guestEnc, turn, at, ...status }
}
