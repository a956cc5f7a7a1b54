import { DAY, HOUR } from '../concerns/calendar'
import { OF_AGE, YOUNGEST } from '../people/age'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import type { Shift, ShiftPlan, Task, TaskWords } from './task'

/** A stretch of service: a day's work at most. */
export const LONGEST_SHIFT = 12 * HOUR
/** How far ahead a task may lie. */
export const FARTHEST = 366 * DAY
/** 定期: a quarter at a time; then somebody looks whether it is still wanted, and goes on with it or not. */
export const REPEATED_FOR = 92 * DAY
/** Whether enough people come is asked so long before the start. */
export const ASKED_BEFORE = DAY

/**
 * Why a task may not be published, or `null`. Risk asks for more than words (志愿服务条例 16, 17): a high one for
 * insurance and training, a medium one for saying what to look out for; under eighteen only where the risk is low.
 */
export function whyNotFit(words: TaskWords): Refusal | null {
  if (words.risk !== 'low' && words.riskNote === '') return 'RISK_UNTOLD'
  if (words.risk === 'high' && words.insurance === '') return 'INSURANCE_REQUIRED'
  if (words.risk === 'high' && words.training === '') return 'TRAINING_REQUIRED'
  if (words.minAge < YOUNGEST) return 'UNDER_AGE'
  return words.risk !== 'low' && words.minAge < OF_AGE ? 'UNDER_AGE' : null
}

/** Why such shifts cannot be, or `null`. */
export const whyNotShifts = (shifts: readonly ShiftPlan[], now: number): Refusal | null =>
  shifts.every((shift) => isPossible(shift, now)) ? null : 'TERM_TOO_LONG'

const isPossible = ({ startsAt, endsAt, capacity, minimum }: ShiftPlan, now: number): boolean =>
  startsAt > now &&
  startsAt < now + FARTHEST &&
  endsAt > startsAt &&
  endsAt - startsAt <= LONGEST_SHIFT &&
  minimum <= capacity

interface Publishing {
  task: Task
  shifts: readonly Shift[]
  /** `null` for the clock, which repeats what people published. */
  by: string | null
  now: number
}

/** 发布: from a draft, once; fit, and still to come. */
export function publish({ task, shifts, by, now }: Publishing): Result<Task> {
  if (task.state !== 'draft') return refuse('NOT_IN_THIS_STATE')
  const refusal = whyNotFit(task.words) ?? whyNotShifts(shifts, now)
  return refusal ? refuse(refusal) : ok({ ...task, state: 'open', publishedAt: now, publishedBy: by })
}

/** With less than a day to the start nobody would be left to ask whether enough come. */
export const minimumIsAsked = ({ startsAt, minimum }: ShiftPlan, publishedAt: number): boolean =>
  minimum === 0 || startsAt - publishedAt < ASKED_BEFORE

interface Changing {
  task: Task
  shifts: readonly Shift[]
  /** Where only the plan of known shifts may change, by their ids. */
  words: TaskWords
  plans: readonly (ShiftPlan & { id: string })[]
  now: number
}

/** 变更: other words, times or places. Nobody who has a place loses it: a shift does not shrink below those. */
export function change(changing: Changing): Result<{ task: Task; shifts: Shift[] }> {
  const { task, shifts, words, plans, now } = changing
  if (task.state === 'cancelled') return refuse('NOT_IN_THIS_STATE')
  const refusal = whyNotFit(words) ?? whyNotShifts(plans, now)
  if (refusal) return refuse(refusal)
  const changed: Shift[] = []
  for (const plan of plans) {
    const shift = shifts.find(({ id }) => id === plan.id)
    if (shift?.state !== 'open' || now >= shift.startsAt) return refuse('NOT_IN_THIS_STATE')
    if (plan.capacity < shift.taken) return refuse('CHANGE_NOT_ALLOWED')
    changed.push({
      ...shift,
      ...plan,
      movedAt: isMoved(shift, plan) ? now : shift.movedAt,
      minimumAsked: isAskedAnew(shift, plan) ? minimumIsAsked(plan, now) : shift.minimumAsked,
    })
  }
  return ok({ task: { ...task, words }, shifts: changed })
}

const isMoved = (before: ShiftPlan, after: ShiftPlan): boolean =>
  before.startsAt !== after.startsAt || before.endsAt !== after.endsAt

const isAskedAnew = (before: ShiftPlan, after: ShiftPlan): boolean =>
  isMoved(before, after) || before.minimum !== after.minimum

/** 取消: before it begins, with a reason everybody who signed up is told. */
export function cancel(
  task: Task,
  shifts: readonly Shift[],
  said: { note: string; now: number },
): Result<Task> {
  const begun = shifts.some(({ state, startsAt }) => state === 'open' && said.now >= startsAt)
  if (task.state === 'cancelled' || begun) return refuse('NOT_IN_THIS_STATE')
  return ok({ ...task, state: 'cancelled', cancelledAt: said.now, note: said.note })
}

/** 再续一季: from where it would have ended, or from now where it has. Never further ahead than any task may lie. */
export function goOn(task: Task, now: number): Result<Task> {
  if (task.state !== 'open' || !task.repeats) return refuse('NOT_IN_THIS_STATE')
  const until = Math.max(task.repeats.until, now) + REPEATED_FOR
  if (until > now + FARTHEST) return refuse('TERM_TOO_LONG')
  return ok({ ...task, repeats: { ...task.repeats, until } })
}

/**
 * The next time of a recurring task and its shifts, on its own weekday: times that have passed while nobody went on
 * with it are left out. `null` when there is none.
 */
export function nextTime(
  task: Task,
  shifts: readonly Shift[],
  now: number,
): { task: Omit<Task, 'id' | 'state'>; plans: ShiftPlan[] } | null {
  const { repeats } = task
  if (!repeats || task.state !== 'open') return null
  const first = Math.min(...shifts.map(({ startsAt }) => startsAt))
  const times = Math.max(1, Math.floor((now - first) / (repeats.days * DAY)) + 1)
  const later = times * repeats.days * DAY
  const plans = shifts.map(({ label, startsAt, endsAt, capacity, minimum }) => ({
    label,
    startsAt: startsAt + later,
    endsAt: endsAt + later,
    capacity,
    minimum,
  }))
  if (plans.some(({ startsAt }) => startsAt > repeats.until)) return null
  const { streetId, gridPath, words, leaderId, source, proposerId } = task
  const same = { streetId, gridPath, words, leaderId, source, proposerId, repeats }
  return { task: { ...same, repeatOf: task.id, proposedAt: now }, plans }
}
