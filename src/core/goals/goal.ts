import type { GridPath } from '../grids/grid'
import { ok, type Result, refuse } from '../result'
import { type IsoWeek, spanOfWeek, weekAfter, weekWith } from './week'

/** What a goal or a change belongs to, so that it can be followed back. */
export type GoalSource = { kind: 'concern' | 'project'; id: string }

export const GOAL_STATES = ['open', 'done', 'missed'] as const

export type GoalStatus =
  | { state: 'open' }
  | { state: 'done'; doneAt: number; doneBy: string; note: string }
  | { state: 'missed'; missedAt: number }

/** 每周一个小目标: one of a grid in a week. */
export type WeeklyGoal = {
  id: string
  streetId: string
  /** A grid of level 2. */
  gridPath: GridPath
  week: IsoWeek
  text: string
  /** Whose it is to see that it is done. */
  ownerId: string
  about: GoalSource | null
  setBy: string
  setAt: number
} & GoalStatus

/** A goal is set for the week that runs, or for the next one. */
export const maySetFor = (week: IsoWeek, now: number): boolean =>
  week === weekWith(now) || week === weekAfter(weekWith(now))

interface Proof {
  by: string
  note: string
  photos: number
  now: number
}

/** 办成了: before the week is over, with at least one photo. */
export function proveGoal(goal: WeeklyGoal, { by, note, photos, now }: Proof): Result<WeeklyGoal> {
  const { from, to } = spanOfWeek(goal.week)
  if (goal.state !== 'open' || now < from || now >= to) return refuse('NOT_IN_THIS_STATE')
  if (photos === 0) return refuse('PHOTO_REQUIRED')
  return ok({ ...goal, state: 'done', doneAt: now, doneBy: by, note })
}

/** When a goal nobody proved is missed; `null` once it is settled. */
export const missedFrom = ({ state, week }: Pick<WeeklyGoal, 'state' | 'week'>): number | null =>
  state === 'open' ? spanOfWeek(week).to : null

export const missGoal = (goal: WeeklyGoal, now: number): WeeklyGoal => ({
  ...goal,
  state: 'missed',
  missedAt: now,
})
