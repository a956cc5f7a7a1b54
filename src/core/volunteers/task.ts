import type { GridPath } from '../grids/grid'

export const TASK_KINDS = [
  'clean',
  'patrol',
  'elder_activity',
  'traffic',
  'visit',
  'teach',
  'event',
  'other',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/** 志愿服务条例 12: whoever recruits tells the risks truthfully. */
export const RISKS = ['low', 'medium', 'high'] as const
export type Risk = (typeof RISKS)[number]

/** 我会这个: what a task is glad of; nobody is turned away for lacking it. */
export const SKILLS = ['haircut', 'forms', 'repair', 'first_aid', 'teaching', 'cooking', 'strength'] as const
export type Skill = (typeof SKILLS)[number]

/** What a task says of itself. */
export interface TaskWords {
  title: string
  detail: string
  kind: TaskKind
  risk: Risk
  /** What to look out for; empty only where the risk is low. */
  riskNote: string
  /** Which accident insurance covers those who come (志愿服务条例 17), or empty. */
  insurance: string
  /** What is practised before it begins (志愿服务条例 16), or empty. */
  training: string
  /** Whole years, 14 at least. */
  minAge: number
  place: string
  point: { latE6: number; lngE6: number } | null
  skills: Skill[]
}

/** Where a task comes from: a concern, what a council resolved, a pairing that needs more hands, or the grid's plan. */
export type TaskSource = { kind: 'concern' | 'motion' | 'pairing'; id: string } | { kind: 'plan' }

/** 定期: again so many days later, not past `until`. */
export interface Repeats {
  days: 7 | 14 | 28
  /** Epoch milliseconds. */
  until: number
}

/** A stretch of a task with places of its own. */
export interface ShiftPlan {
  label: string
  startsAt: number
  endsAt: number
  capacity: number
  /** With fewer it does not take place; 0: whoever comes is enough. */
  minimum: number
}

export const SHIFT_STATES = ['open', 'cancelled', 'over'] as const

/** A shift as it stands. `taken`: places somebody has, as the database itself counts them. */
export interface Shift extends ShiftPlan {
  id: string
  taskId: string
  state: (typeof SHIFT_STATES)[number]
  taken: number
  /** Its time was moved last at this instant. */
  movedAt: number | null
  /** Whether enough people would come has been asked, a day before. */
  minimumAsked: boolean
}

export type TaskStatus =
  | { state: 'draft' }
  | { state: 'open'; publishedAt: number; publishedBy: string | null }
  | { state: 'cancelled'; cancelledAt: number; note: string }

export type Task = {
  id: string
  streetId: string
  gridPath: GridPath
  words: TaskWords
  /** 领队: leads on the day and confirms who served, never himself. */
  leaderId: string
  source: TaskSource
  repeats: Repeats | null
  /** The one it repeats. */
  repeatOf: string | null
  proposerId: string
  proposedAt: number
} & TaskStatus

/** 报名、进行、结束: what the clock says of a task that is open. */
export type TaskPhase = 'draft' | 'open' | 'running' | 'over' | 'cancelled'

/** Where a task stands at an instant, by its own state and by its shifts. */
export function phaseOf(task: Pick<Task, 'state'>, shifts: readonly Shift[], now: number): TaskPhase {
  if (task.state !== 'open') return task.state
  const alive = shifts.filter(({ state }) => state !== 'cancelled')
  if (alive.length === 0) return 'cancelled'
  if (alive.every(({ endsAt }) => now >= endsAt)) return 'over'
  return alive.some(({ startsAt }) => now >= startsAt) ? 'running' : 'open'
}
