import { DAY, dayOf, HOUR, startOfDay } from '../concerns/calendar'
import { ok, type Result, refuse } from '../result'
import { helperOf, type Pairing } from './pairing'

type Active = Extract<Pairing, { state: 'active' }>

/** So long afterwards a visit may still be written down: a month that was missed is not filled in later. Days. */
export const WRITTEN_WITHIN = 14
/** At nine in the morning after the day that was missed. */
const TOLD_AT = 9 * HOUR

/** 写走访: by the helper alone, of a day on which the pairing stood, not one to come. Answers the pairing. */
export function visitable(
  pairing: Pairing,
  { by, day, now }: { by: string; day: number; now: number },
): Result<Active> {
  if (by !== helperOf(pairing)) return refuse('FORBIDDEN')
  if (pairing.state !== 'active') return refuse('NOT_IN_THIS_STATE')
  const today = dayOf(now)
  if (day > today || day < today - WRITTEN_WITHIN || day < dayOf(pairing.since)) return refuse('NOT_YET')
  return ok(pairing)
}

/** The last day on which the next visit is in time, counted since 1970 in China. */
export const nextVisitDay = ({ since, lastVisit, visitEvery }: Active): number =>
  (lastVisit ?? dayOf(since)) + visitEvery

/** 该去了没去: the day of the next visit is over. */
export const isOverdue = (pairing: Pairing, now: number): boolean =>
  pairing.state === 'active' && dayOf(now) > nextVisitDay(pairing)

/** When a missed visit is told of, once; `null`: it was told, or nothing runs. */
export function reminderOfVisit(pairing: Pairing): number | null {
  if (pairing.state !== 'active') return null
  const day = nextVisitDay(pairing)
  return pairing.remindedOf === day ? null : startOfDay(day) + DAY + TOLD_AT
}

export const reminded = (pairing: Active): Pairing => ({ ...pairing, remindedOf: nextVisitDay(pairing) })
