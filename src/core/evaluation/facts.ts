import type { Hazard } from '../buildings/hazard'
import { type Registration, STALE_AFTER } from '../buildings/registration'
import { DAY } from '../concerns/calendar'
import type { Concern } from '../concerns/concern'
import type { ComponentKey } from './formula'
import type { Week, Window } from './period'

/**
 * One thing that happened, or should have, as far as it counts: so many of so many for one component. It names the
 * event, so that whoever is judged can look it up and object to it.
 */
export interface Fact {
  component: ComponentKey
  /** `concern:…`, `inspection:…`: the kind of record and its id; what did not happen is named by what was due. */
  eventId: string
  /** When it happened, or was due. */
  at: number
  num: number
  den: number
}

const within = ({ from, to }: Window, at: number | null): at is number => at !== null && at >= from && at < to

const fact = (component: ComponentKey, eventId: string, at: number, isGood: boolean): Fact => ({
  component,
  eventId,
  at,
  num: isGood ? 1 : 0,
  den: 1,
})

const concernEvent = ({ id }: Concern): string => `concern:${id}`

/**
 * First contact, counted in the month in which it was due. Who raised the matter, how many were raised and how it
 * ended do not count: a head who hears of much must not stand worse than one who is told nothing.
 */
export function contactFact(component: 'contact' | 'response', concern: Concern, window: Window): Fact[] {
  const { contactDueAt, contactedAt } = concern
  if (!within(window, contactDueAt) || isDropped(concern)) return []
  return [
    fact(component, concernEvent(concern), contactDueAt, contactedAt !== null && contactedAt <= contactDueAt),
  ]
}

/** Closed with a result, at this level or below it, and the reporter never had to send it back. */
export function closingFact(
  { component, level }: { component: 'closing' | 'own_level'; level: 2 | 3 },
  concern: Concern,
  window: Window,
): Fact[] {
  if (concern.state !== 'closed' || !concern.outcome || !within(window, concern.closedAt)) return []
  const isOwn = concern.closedAtLevel >= level && concern.reopenCount === 0
  return [fact(component, concernEvent(concern), concern.closedAt, isOwn)]
}

/** The result came by its deadline. */
export function resolutionFact(concern: Concern, window: Window): Fact[] {
  if (concern.state !== 'closed' || !concern.outcome || !within(window, concern.closedAt)) return []
  const { outcome, resolveDueAt } = concern
  return [fact('resolution', concernEvent(concern), concern.closedAt, outcome.at <= resolveDueAt)]
}

/** A matter that is open when the month ends is late or not. */
export function onTimeFact(concern: Concern, window: Window): Fact[] {
  if (concern.submittedAt >= window.to) return []
  if (concern.state === 'closed' && concern.closedAt < window.to) return []
  return [fact('on_time', concernEvent(concern), concern.resolveDueAt, concern.resolveDueAt >= window.to)]
}

/** What a reporter answered; silence is no answer. */
export function ratingFact(concern: Concern, window: Window): Fact[] {
  if (concern.state !== 'closed' || !concern.rating || !within(window, concern.rating.at)) return []
  const { stars, at } = concern.rating
  return [{ component: 'satisfaction', eventId: concernEvent(concern), at, num: stars, den: 5 }]
}

/** Never anybody's to answer: withdrawn, refused for its words, out of remit, or the same as another. */
const isDropped = (concern: Concern): boolean => concern.state === 'closed' && concern.outcome === null

/** The house's card at the month's end: reconfirmed within thirty days, within ninety (half), or longer ago. */
export function recordFact(registration: Registration, { to }: Window): Fact {
  const confirmedAt = registration.state === 'verified' ? registration.confirmedAt : registration.draftedAt
  const age = to - confirmedAt
  const halves = registration.state !== 'verified' || age > STALE_AFTER ? 0 : age > 30 * DAY ? 1 : 2
  return {
    component: 'record',
    eventId: `card:${registration.buildingId}`,
    at: confirmedAt,
    num: halves,
    den: 2,
  }
}

/** The same card as one of a grid's register: somebody said within ninety days that it holds. */
export function registerFact(buildingId: string, registration: Registration | null, { to }: Window): Fact {
  const confirmedAt = registration?.state === 'verified' ? registration.confirmedAt : null
  const isFresh = confirmedAt !== null && to - confirmedAt <= STALE_AFTER
  return fact('register', `card:${buildingId}`, confirmedAt ?? to, isFresh)
}

interface Home {
  id: string
  claimedAt: number
  /** When somebody said that he lives there, or that he does not. */
  answeredAt: number | null
}

const ANSWER_HOME_WITHIN = 3 * DAY

/** Somebody moved in: answered within three days, counted in the month in which these were over. */
export function occupancyFact({ id, claimedAt, answeredAt }: Home, window: Window): Fact[] {
  const dueAt = claimedAt + ANSWER_HOME_WITHIN
  if (!within(window, dueAt)) return []
  return [fact('occupancy', `home:${id}`, dueAt, answeredAt !== null && answeredAt <= dueAt)]
}

interface Passing {
  noticeId: string
  buildingId: string
  at: number
  passedAt: number | null
}

/** A notice written in the month, passed on in the house by its end. */
export function noticeFact({ noticeId, buildingId, at, passedAt }: Passing, window: Window): Fact[] {
  if (!within(window, at)) return []
  const eventId = `notice:${noticeId}.${buildingId}`
  return [fact('notices', eventId, at, passedAt !== null && passedAt < window.to)]
}

/** One round a week. What was missed has no record: the week itself is named. */
export function patrolFact(week: Week, rounds: readonly { id: string; at: number }[]): Fact {
  const [round] = rounds.filter(({ at }) => at >= week.from && at < week.to).sort((a, b) => a.at - b.at)
  const eventId = round ? `inspection:${round.id}` : `week:${week.name}`
  return fact('patrols', eventId, round?.at ?? week.from, round !== undefined)
}

/**
 * A danger found in the house in the month and confirmed by its grade. Whoever found it: if only what the head found
 * himself counted for him, a neighbour's word would count against him. Followed is what is held, planned or mended.
 */
export function hazardFact(hazard: Hazard, window: Window): Fact[] {
  if (!within(window, hazard.foundAt) || hazard.grade === null) return []
  if (hazard.gradedAt === null || hazard.gradedAt >= window.to) return []
  // Graded A at once there was no danger; graded A after the work there was one.
  if (hazard.grade === 'A' && hazard.plan === null && hazard.done === null) return []
  const follows = [hazard.control?.at, hazard.plan?.at, hazard.done?.at]
  const isFollowed = follows.some((at) => at !== undefined && at < window.to)
  return [fact('hazards', `hazard:${hazard.id}`, hazard.foundAt, isFollowed)]
}

/** One of the eight seats of a grid at the month's end. */
export const seatFact = (gridPath: string, seat: string, isFilled: boolean, { to }: Window): Fact =>
  fact('seats', `seat:${gridPath}.${seat}`, to, isFilled)

interface Polled {
  pollId: string
  opensAt: number
  closesAt: number
  /** A ballot of the house was in the box at the close. Which way, nobody hands in here. */
  hasBallot: boolean
}

/**
 * A poll whose roll held the house, counted in the month in which it closed, by whoever headed the house from its
 * opening on: the ballot is the house's, so a predecessor may have cast or missed the one that a successor found.
 */
export function ballotFact(
  { pollId, opensAt, closesAt, hasBallot }: Polled,
  { window, since }: { window: Window; since: number },
): Fact[] {
  if (!within(window, closesAt) || opensAt < since) return []
  return [fact('ballots', `poll:${pollId}`, closesAt, hasBallot)]
}

interface Held {
  meetingId: string
  beganAt: number
  /** His house was signed in, however. */
  isPresent: boolean
}

/** A meeting of his house's council, counted in the month it was held in, if he headed the house by then. */
export function attendanceFact(
  { meetingId, beganAt, isPresent }: Held,
  { window, since }: { window: Window; since: number },
): Fact[] {
  if (!within(window, beganAt) || beganAt < since) return []
  return [fact('attendance', `meeting:${meetingId}`, beganAt, isPresent)]
}

/** The goal of a week: done, or missed, or none was set. */
export function goalFact(week: Week, goal: { id: string; state: 'open' | 'done' | 'missed' } | null): Fact {
  const eventId = goal ? `goal:${goal.id}` : `goal_week:${week.name}`
  return fact('goals', eventId, week.from, goal?.state === 'done')
}

/** A meeting of the grid's council that was called: held, or called off. */
export const heldFact = ({ id, startsAt, isHeld }: { id: string; startsAt: number; isHeld: boolean }): Fact =>
  fact('council', `meeting:${id}`, startsAt, isHeld)

/** A decision in force whose day came: accepted by then. */
export const carriedOutFact = ({
  id,
  byWhen,
  acceptedAt,
}: {
  id: string
  byWhen: number
  acceptedAt: number | null
}): Fact => fact('council', `motion:${id}`, byWhen, acceptedAt !== null && acceptedAt <= byWhen)
