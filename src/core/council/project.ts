import type { GridPath } from '../grids/grid'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'

/**
 * 落实: planned > funded > running > to_accept > accepted > published; three houses that find it not done send it to
 * rework. `published` is what it is once its result has been public for its seven days.
 */
export const PROJECT_STATES = [
  'planned',
  'funded',
  'running',
  'to_accept',
  'rework',
  'accepted',
  'published',
] as const
export type ProjectState = (typeof PROJECT_STATES)[number]

/** Begun or done: something to be seen of it, so that a change may be told of. */
export const VISIBLE_PROJECT: readonly ProjectState[] = [
  'running',
  'to_accept',
  'rework',
  'accepted',
  'published',
]

export interface Milestone {
  title: string
  /** Epoch milliseconds. */
  dueAt: number
  doneAt: number | null
}

/** What a resolution becomes: who does it, in which steps, for how much. */
export interface Project {
  id: string
  streetId: string
  motionId: string
  councilId: string
  gridPath: GridPath
  title: string
  who: string
  /** 分, as the council decided; more than this is another decision. */
  budgetFen: number
  milestones: Milestone[]
  state: ProjectState
  /** What the workers say of it when they call it done. */
  note: string
}

interface Steps {
  fund: object
  start: object
  /** Place of the milestone, from 0. */
  reach: { place: number }
  finish: { note: string }
}
export const PROJECT_STEPS = ['fund', 'start', 'reach', 'finish'] as const satisfies (keyof Steps)[]
export type ProjectStepKind = (typeof PROJECT_STEPS)[number]
export type ProjectStep = { [Kind in ProjectStepKind]: { kind: Kind } & Steps[Kind] }[ProjectStepKind]

const FROM: Record<ProjectStepKind, readonly ProjectState[]> = {
  fund: ['planned'],
  start: ['funded'],
  reach: ['running', 'rework'],
  finish: ['running', 'rework'],
}

interface Facts {
  now: number
  /** 分 that have come so far. */
  comeFen: number
  hasBefore: boolean
  hasAfter: boolean
}

export const mayStep = ({ state }: Pick<Project, 'state'>, kind: ProjectStepKind): boolean =>
  FROM[kind].includes(state)

/** One step of those who carry it out. */
export function step(project: Project, event: ProjectStep, facts: Facts): Result<Project> {
  if (!mayStep(project, event.kind)) return refuse('NOT_IN_THIS_STATE')
  switch (event.kind) {
    case 'fund':
      return facts.comeFen < project.budgetFen ? refuse('LEDGER_SHORT') : ok({ ...project, state: 'funded' })
    case 'start':
      // What it was like before can only be shown before.
      return facts.hasBefore ? ok({ ...project, state: 'running' }) : refuse('PHOTO_REQUIRED')
    case 'reach':
      return reach(project, event.place, facts.now)
    case 'finish':
      return finish(project, event.note, facts)
  }
}

function reach(project: Project, place: number, now: number): Result<Project> {
  const milestone = project.milestones[place]
  if (!milestone) return refuse('NOT_FOUND')
  if (milestone.doneAt !== null) return refuse('NOT_IN_THIS_STATE')
  const milestones = project.milestones.map((one, at) => (at === place ? { ...one, doneAt: now } : one))
  return ok({ ...project, milestones })
}

function finish(project: Project, note: string, { hasAfter }: Facts): Result<Project> {
  if (project.milestones.some(({ doneAt }) => doneAt === null)) return refuse('MILESTONES_OPEN')
  return hasAfter ? ok({ ...project, state: 'to_accept', note }) : refuse('PHOTO_REQUIRED')
}

/** Houses sign only what is said to be done. */
export const whyNotSign = ({ state }: Pick<Project, 'state'>): Refusal | null =>
  state === 'to_accept' ? null : 'NOT_IN_THIS_STATE'
