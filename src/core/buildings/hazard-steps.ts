import { DAY, HOUR } from '../concerns/calendar'
import type { GridPath, Level } from '../grids/grid'
import type { Actor, Grant } from '../people/actor'
import { mayAtAll } from '../people/place-rights'
import type { Action } from '../people/policy'
import { ok, type Result, refuse } from '../result'
import { dangerous, gives, reviews } from './grading'
import type { Hazard, HazardEvent, HazardEventKind, HazardState } from './hazard'

/** Somebody has to grade it within a day. */
const GRADE_WITHIN = DAY
/** C and D: people are warned or taken out within two hours (4.3.5). */
const CONTROL_WITHIN = 2 * HOUR
/** After the danger is held, a plan with a date. */
const PLAN_WITHIN = 3 * DAY
const REVIEW_WITHIN = 3 * DAY
/** A late hazard goes up a level a day until the street has it. */
const EACH_LEVEL = DAY
/** No plan reaches farther than half a year. */
export const LONGEST_PLAN = 180 * DAY

interface Finding {
  id: string
  streetId: string
  building: { id: string; gridPath: GridPath }
  kind: Hazard['kind']
  words: string
  source: Hazard['source']
  by: string
  now: number
}

/** 发现隐患: anybody may; nothing is graded by it. */
export const findHazard = ({ id, streetId, building, kind, words, source, by, now }: Finding): Hazard => ({
  id,
  streetId,
  buildingId: building.id,
  gridPath: building.gridPath,
  kind,
  words,
  source,
  foundBy: by,
  foundAt: now,
  proposed: null,
  grade: null,
  gradedBy: null,
  gradedAt: null,
  control: null,
  plan: null,
  done: null,
  review: null,
  state: 'found',
  level: 2,
  ...until(now + GRADE_WITHIN),
  clearedAt: null,
})

export interface Context {
  actor: Actor
  now: number
}

export interface Step {
  hazard: Hazard
  grant: Grant
}

/** In which states an event can happen and which right it needs; the rest each event says itself. */
const EVENTS: Record<HazardEventKind, { from: readonly HazardState[]; action: Action | null }> = {
  propose: { from: ['found'], action: 'hazard.propose' },
  grade: { from: ['found'], action: 'hazard.grade' },
  control: { from: ['control'], action: 'hazard.handle' },
  rectify: { from: ['rectifying'], action: 'hazard.handle' },
  finish: { from: ['rectifying'], action: 'hazard.finish' },
  review: { from: ['review'], action: 'hazard.review' },
  overdue: { from: ['found', 'control', 'rectifying', 'review'], action: null },
}

/** One step on a hazard by a person: may he, is it the time for it, and what comes of it. */
export function decideHazard(before: Hazard, event: HazardEvent, { actor, now }: Context): Result<Step> {
  const { from, action } = EVENTS[event.kind]
  const by = actor.personId
  if (action === null || by === null) return refuse('FORBIDDEN')
  const offices = mayAtAll(actor, action, { gridPath: before.gridPath, buildingId: before.buildingId })
  const grant = offices.find((office) => entitled(office, before, event))
  if (!grant) return refuse('FORBIDDEN')
  if (!from.includes(before.state)) return refuse('NOT_IN_THIS_STATE')

  const after = carryOut(before, event, { by, now })
  return after.ok ? ok({ hazard: after.value, grant }) : after
}

/** What may happen to it by this person now. */
export const stepsFor = (hazard: Hazard, { actor }: Pick<Context, 'actor'>): HazardEventKind[] =>
  (Object.keys(EVENTS) as HazardEventKind[]).filter((kind) => {
    const { from, action } = EVENTS[kind]
    if (action === null || !from.includes(hazard.state)) return false
    if (kind === 'review' && hazard.done?.by === actor.personId) return false
    const place = { gridPath: hazard.gridPath, buildingId: hazard.buildingId }
    return mayAtAll(actor, action, place).some((office) => mightDo(office, hazard, kind))
  })

const mightDo = ({ role, departmentId }: Grant, hazard: Hazard, kind: HazardEventKind): boolean => {
  const office = { role, departmentId }
  if (kind === 'grade') return gives(office, 'A') || gives(office, 'C')
  return kind !== 'review' || reviews(office, hazard)
}

/** The clock: what is late goes one level up, and is looked at again a day later until the street has it. */
export function overdue(before: Hazard, now: number): Hazard {
  if (before.nextAt === null || now < before.nextAt || before.state === 'cleared') return before
  const level = Math.max(before.level - 1, 0) as Level
  return { ...before, level, nextAt: level === 0 ? null : now + EACH_LEVEL }
}

function entitled({ role, departmentId }: Grant, before: Hazard, event: HazardEvent): boolean {
  const office = { role, departmentId }
  if (event.kind === 'grade') return gives(office, event.grade)
  return event.kind !== 'review' || reviews(office, before)
}

interface Deed {
  by: string
  now: number
}

function carryOut(before: Hazard, event: HazardEvent, deed: Deed): Result<Hazard> {
  const { by, now: at } = deed
  switch (event.kind) {
    case 'propose':
      return ok({ ...before, proposed: { grade: event.grade, by } })
    case 'grade':
      return ok(graded(before, event.grade, deed))
    case 'control':
      return ok({
        ...before,
        state: 'rectifying',
        control: { kind: event.control, note: event.note, by, at },
        ...until(at + PLAN_WITHIN),
      })
    case 'rectify':
      return planned(before, event, deed)
    case 'finish':
      if (event.photoIds.length === 0) return refuse('PHOTO_REQUIRED')
      return ok({
        ...before,
        state: 'review',
        done: { note: event.note, by, at },
        ...until(at + REVIEW_WITHIN),
      })
    case 'review':
      return reviewed(before, event, deed)
    case 'overdue':
      return ok(overdue(before, at))
  }
}

/** A: there is no danger. B: it is mended. C and D: first people are warned or taken out, within two hours. */
function graded(before: Hazard, grade: Hazard['grade'], { by, now }: Deed): Hazard {
  const base = { ...before, grade, gradedBy: by, gradedAt: now }
  if (grade === 'A') return { ...base, state: 'cleared', clearedAt: now, dueAt: null, nextAt: null }
  if (grade !== null && dangerous(grade)) return { ...base, state: 'control', ...until(now + CONTROL_WITHIN) }
  return { ...base, state: 'rectifying', ...until(now + PLAN_WITHIN) }
}

function planned(
  before: Hazard,
  { measure, note, until: dueAt }: Extract<HazardEvent, { kind: 'rectify' }>,
  { by, now }: Deed,
): Result<Hazard> {
  if (dueAt <= now || dueAt > now + LONGEST_PLAN) return refuse('VALIDATION')
  return ok({ ...before, plan: { measure, note, by, at: now }, ...until(dueAt) })
}

/** 复核: by another than the one who says it is done. What is not yet good goes back, with a date anew. */
function reviewed(
  before: Hazard,
  { passed, gradeAfter, note }: Extract<HazardEvent, { kind: 'review' }>,
  { by, now }: Deed,
): Result<Hazard> {
  if (before.done?.by === by) return refuse('SELF_APPROVAL')
  const review = { passed, note, by, at: now }
  if (!passed) return ok({ ...before, state: 'rectifying', done: null, review, ...until(now + PLAN_WITHIN) })
  if (gradeAfter === null || dangerous(gradeAfter)) return refuse('VALIDATION')
  const cleared = { state: 'cleared', clearedAt: now, dueAt: null, nextAt: null } as const
  return ok({ ...before, grade: gradeAfter, review, ...cleared })
}

const until = (at: number): Pick<Hazard, 'dueAt' | 'nextAt'> => ({ dueAt: at, nextAt: at })
