import type { Concern, Desk, State, Whistle } from '../concerns/concern'
import { isOwn } from '../concerns/helped'
import { DESK_ROLES } from '../concerns/ladder'
import { covers, type GridPath, type Level, levelOf } from '../grids/grid'
import { type Actor, type Grant, standingsOf } from './actor'
import { type Action, type Reach, reachOf } from './policy'

/** The part of a concern that decides how far a right reaches. */
export interface Subject {
  state: State
  gridPath: GridPath
  level: Level
  desk: Desk
  ownerId: string | null
  departmentId: string | null
  buildingId: string | null
  reporterId: string
  helpedId: string | null
  aboutPersonId: string | null
  whistles: readonly Pick<Whistle, 'departmentId'>[]
}

export const subjectOf = (concern: Concern): Subject => ({
  state: concern.state,
  gridPath: concern.gridPath,
  level: concern.level,
  desk: concern.desk,
  ownerId: concern.ownerId,
  departmentId: concern.departmentId,
  buildingId: concern.place.buildingId,
  reporterId: concern.reporterId,
  helpedId: concern.helpedId,
  aboutPersonId: concern.aboutPersonId,
  whistles: concern.whistles,
})

/**
 * The office that carries a right, or `null`. Without a subject it answers the door's question: is there any
 * matter at all on which this person could have the right?
 */
export function may(actor: Actor, action: Action, subject: Subject | null): Grant | null {
  if (subject && isAbout(actor, subject) && action !== 'public.read') return null
  return standingsOf(actor).find((grant) => carries(grant, action, actor, subject)) ?? null
}

/** Whether a person may read a concern at all. `followsIt`: said "me too", or was merged into it. */
export function canSee(actor: Actor, concern: Concern, followsIt: boolean): boolean {
  if (isKeptBack(standingOf(concern)))
    return isReporter(actor, concern) || has(actor, 'concern.screen', concern)
  if (concern.visibility === 'public') return true
  if (isAbout(actor, concern)) return false
  if (isReporter(actor, concern) || isInChain(actor, concern)) return true
  return followsIt && concern.visibility === 'parties'
}

/** Whether an office of his makes a person one of those who handle it; its reporter only reads along. */
export const worksOn = (actor: Actor, concern: Concern): boolean =>
  handles(concern, (action) => (may(actor, action, subjectOf(concern))?.role ?? 'resident') !== 'resident')

/** What of a concern tells who may read it; `closing` is null while it is open. */
interface Standing {
  state: State
  visibility: Concern['visibility']
  closing: string | null
}

export const standingOf = (concern: Concern): Standing => ({
  state: concern.state,
  visibility: concern.visibility,
  closing: concern.state === 'closed' ? concern.closing : null,
})

/** Anybody may read it, and so anybody may pass it on. */
export const isOpenToAll = (standing: Standing): boolean =>
  standing.visibility === 'public' && !isKeptBack(standing)

/** Not screened yet, or refused for its words: nobody else gets to read it. */
const isKeptBack = ({ state, closing }: Standing): boolean =>
  state === 'held' || (state === 'closed' && closing === 'content')

/**
 * The name and phone behind a concern: the reporter himself and the chain, never the one it is about. Whom he helped
 * knows him from life; his number is not ours to give.
 */
export const canSeeReporter = (actor: Actor, concern: Concern): boolean =>
  has(actor, 'concern.read_reporter', { ...concern, helpedId: null })

/** A building head never gets to touch, or to hear of, a matter about himself. */
const isAbout = (actor: Actor, { aboutPersonId }: Pick<Subject, 'aboutPersonId'>): boolean =>
  aboutPersonId !== null && aboutPersonId === actor.personId

/** The office works the desk that holds the matter; whether somebody there is named is another question. */
export function worksDesk(grant: Grant, subject: Subject): boolean {
  if (!DESK_ROLES[subject.desk].includes(grant.role)) return false
  if (subject.desk === 'head') return subject.buildingId !== null && grant.buildingId === subject.buildingId
  if (subject.desk === 'department') {
    return subject.departmentId !== null && grant.departmentId === subject.departmentId
  }
  return covers(grant.gridPath, subject.gridPath)
}

/** The office stands one step above the matter; above the street there is only a colleague. */
export const standsAbove = (grant: Grant, subject: Subject): boolean =>
  covers(grant.gridPath, subject.gridPath) && officeLevel(grant) === Math.max(subject.level - 1, 0)

function carries(grant: Grant, action: Action, actor: Actor, subject: Subject | null): boolean {
  const reach = reachOf(action, grant.role)
  if (!reach) return false
  return subject === null || REACHED[reach](grant, subject, actor)
}

/** A head's office belongs to a building and stands on the lowest step; every other stands where its grid does. */
const officeLevel = (grant: Grant): Level => (grant.role === 'head' ? 3 : levelOf(grant.gridPath))

const REACHED: Record<Reach, (grant: Grant, subject: Subject, actor: Actor) => boolean> = {
  any: () => true,
  own: (_grant, subject, actor) => isOwn(subject, actor.personId),
  building: (grant, subject, actor) =>
    subject.level === 3 &&
    subject.buildingId !== null &&
    grant.buildingId === subject.buildingId &&
    !isOwn(subject, actor.personId),
  grid: (grant, subject) => covers(grant.gridPath, subject.gridPath),
  level: (grant, subject) => covers(grant.gridPath, subject.gridPath) && officeLevel(grant) === subject.level,
  owner: (grant, subject, actor) =>
    worksDesk(grant, subject) &&
    (subject.ownerId === null || subject.ownerId === actor.personId) &&
    (grant.role !== 'head' || !isOwn(subject, actor.personId)),
  above: (grant, subject, actor) =>
    standsAbove(grant, subject) && (subject.level > 0 || subject.ownerId !== actor.personId),
  department: (grant, subject) =>
    subject.whistles.some(({ departmentId }) => departmentId === grant.departmentId),
  // Reaches of the council (core/council/standing.ts): no concern lies in them.
  unit: () => false,
  scope: () => false,
  chair: () => false,
  keeper: () => false,
  house_lead: () => false,
}

/** Rights that make somebody part of the chain that handles a concern, and so let him read it. */
const CHAIN: readonly Action[] = [
  'concern.handle',
  'concern.screen',
  'concern.verify',
  'concern.approve_extension',
  'concern.read_reporter',
]

const isReporter = (actor: Actor, concern: Concern): boolean => isOwn(concern, actor.personId)

const isInChain = (actor: Actor, concern: Concern): boolean =>
  handles(concern, (action) => has(actor, action, concern))

function handles({ state }: Concern, holds: (action: Action) => boolean): boolean {
  // The right to take a matter up ends when somebody has taken it up.
  if (state === 'submitted' && holds('concern.triage')) return true
  // A department's part ends with the matter, unless it became its desk.
  if (state !== 'closed' && holds('concern.arrive')) return true
  return CHAIN.some(holds)
}

const has = (actor: Actor, action: Action, concern: Concern): boolean =>
  may(actor, action, subjectOf(concern)) !== null
