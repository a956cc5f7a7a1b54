import type { Refusal } from '../../refusals'
import { grantedAnew, keptWorkable, LONGEST_PAUSE } from '../clocks'
import type { Concern, Responsibility } from '../concern'
import { deskAt, hasDeskAt, levelAbove, levelBelow } from '../ladder'
import { became, nameOf, type Situation, type Step } from '../step'
import { isOverdue } from '../timers'
import { headMayHold } from './intake'

/** Up and down the ladder, and the whistle at its top. */

export function escalate(step: Step<'escalate'>): Concern {
  const { concern } = step
  if (concern.state === 'submitted' || concern.state === 'held') {
    return became(concern, { state: concern.state }, oneStepUp(step))
  }
  return became(concern, { state: 'accepted' }, oneStepUp(step))
}

/** The desk above starts with a whole span and its own two extensions; at the street the street starts again. */
export function oneStepUp({ concern, now, calendar }: Situation): Partial<Responsibility> {
  const level = levelAbove(concern.level)
  return { ...freshDesk(level), extensions: [], ...grantedAnew(concern, now, calendar) }
}

export function delegate({ concern, now, calendar, headId }: Step<'delegate'>): Concern {
  const level = levelBelow(concern.level)
  const desk = level === 3 && headMayHold(concern, headId) ? 'head' : deskAt(level)
  const extensions = concern.extensions.filter(({ approved }) => approved !== null)
  const held = { ...freshDesk(level), desk, extensions, ...keptWorkable(concern, now, calendar) }
  return became(concern, { state: 'accepted' }, held)
}

export const atTheTop = ({ concern }: Situation): Refusal | null =>
  concern.level === 0 ? 'TOP_OF_LADDER' : null

/** The clock may push only what is really late. */
export const unlessLate = (situation: Situation): Refusal | null =>
  situation.actor.personId === null && !isOverdue(situation.concern, situation.now, situation.calendar)
    ? 'NOT_IN_THIS_STATE'
    : null

/** Nothing lies below a 片区, below the last grid known for the place, or within reach of the head it is about. */
export function atTheBottom({ concern }: Situation): Refusal | null {
  if (concern.level === 3) return 'BOTTOM_OF_LADDER'
  if (concern.level === 2 && concern.aboutPersonId !== null) return 'BOTTOM_OF_LADDER'
  return hasDeskAt(concern.gridPath, levelBelow(concern.level)) ? null : 'BOTTOM_OF_LADDER'
}

export function whistle({ concern, event, now }: Step<'whistle'>): Concern {
  const blown = event.departmentIds.map((departmentId) => ({
    departmentId,
    blownAt: now,
    arriveBy: event.arriveBy,
    arrivedAt: null,
  }))
  return became(concern, { state: 'awaiting_department' }, { whistles: [...concern.whistles, ...blown] })
}

export const belowTheStreet = ({ concern }: Situation): Refusal | null =>
  concern.level === 0 ? null : 'NOT_IN_THIS_STATE'

/** Each department once, none that is already on its way, to arrive at a time ahead and not beyond fifteen days. */
export function departmentsToCall({ concern, event, now }: Step<'whistle'>): Refusal | null {
  const { departmentIds, arriveBy } = event
  if (departmentIds.length === 0 || arriveBy <= now || arriveBy > now + LONGEST_PAUSE) return 'VALIDATION'
  if (new Set(departmentIds).size !== departmentIds.length) return 'VALIDATION'
  return departmentIds.some((id) => isAwaited(concern, id)) ? 'VALIDATION' : null
}

/** 报到: the first department to arrive takes the matter over, the others are written down beside it. */
export function arrive(step: Step<'arrive'>): Concern {
  const { concern, now } = step
  const departmentId = awaitedOf(step)
  const whistles = concern.whistles.map((one) =>
    one.departmentId === departmentId && one.arrivedAt === null ? { ...one, arrivedAt: now } : one,
  )
  if (concern.state !== 'awaiting_department') return { ...concern, whistles }
  const taken = { desk: 'department' as const, departmentId, ownerId: nameOf(step) }
  return became(concern, { state: 'in_progress' }, { whistles, ...taken })
}

export const arrivedAlready = (situation: Situation): Refusal | null =>
  awaitedOf(situation) === null ? 'NOT_IN_THIS_STATE' : null

/** The department this person speaks for whose arrival is still waited for. */
function awaitedOf({ concern, actor }: Situation): string | null {
  const awaited = actor.grants.find(
    ({ departmentId }) => departmentId !== null && isAwaited(concern, departmentId),
  )
  return awaited?.departmentId ?? null
}

const isAwaited = (concern: Concern, id: string): boolean =>
  concern.whistles.some(({ departmentId, arrivedAt }) => departmentId === id && arrivedAt === null)

const freshDesk = (level: Responsibility['level']): Partial<Responsibility> => ({
  level,
  desk: deskAt(level),
  ownerId: null,
  departmentId: null,
})
