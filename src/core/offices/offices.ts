import { DAY } from '../concerns/calendar'
import { type GridPath, type Level, levelOf } from '../grids/grid'
import type { Actor, Grant, Role } from '../people/actor'
import { mayAt } from '../people/place-rights'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import { hasOneHolder } from './seats'

interface Rule {
  /** The step of the ladder the office belongs to. */
  level: Level
  /** Offices that may give and end it, over their own grids. */
  by: readonly Role[]
  /** 双人复核: a second street admin confirms before it counts. */
  second: boolean
}

const LOCAL: Rule = { level: 2, by: ['community_staff', 'street_admin'], second: false }
const OF_THE_COMMUNITY: Rule = { level: 1, by: ['street_admin'], second: false }
const OF_THE_STREET: Rule = { level: 0, by: ['street_admin'], second: false }

/** Offices that are given by hand (domain rule 4.7). A building head is appointed, never given an office. */
export const OFFICES: Partial<Record<Role, Rule>> = {
  volunteer: LOCAL,
  captain: LOCAL,
  pioneer: LOCAL,
  grid_staff: LOCAL,
  grid_head: LOCAL,
  secretary: LOCAL,
  police: LOCAL,
  traffic: LOCAL,
  community_staff: OF_THE_COMMUNITY,
  party_committee: OF_THE_COMMUNITY,
  residents_committee: OF_THE_COMMUNITY,
  owners_committee: LOCAL,
  department: OF_THE_STREET,
  street_admin: { ...OF_THE_STREET, second: true },
  auditor: { ...OF_THE_STREET, second: true },
}

/** Nobody is given an office for longer than this at once. */
export const LONGEST_OFFICE = 5 * 365 * DAY

/** 职责分开: who holds one may not hold the other, because one checks or confirms what the other does. */
const APART: Partial<Record<Role, readonly Role[]>> = {
  street_admin: ['head', 'grid_staff', 'grid_head', 'community_staff'],
  community_staff: ['head', 'grid_staff', 'grid_head'],
}

export interface OfficeRequest {
  id: string
  personId: string
  role: Role
  gridPath: GridPath
  departmentId: string | null
  /** 副职: stands in for the grid head. */
  acting: boolean
  /** Until this instant, exclusive. */
  to: number
  askedBy: string
  askedAt: number
}

export interface Assigning {
  actor: Actor
  now: number
  /** Offices the person holds now. */
  held: readonly Pick<Grant, 'role' | 'gridPath' | 'departmentId'>[]
  /** He can be called: an office-holder has left a phone. */
  hasPhone: boolean
  /** Somebody else holds this very seat. */
  seatTaken: boolean
}

/** 任命: in force at once, or waiting for a second person. */
export function assign(request: OfficeRequest, assigning: Assigning): Result<'granted' | 'waits'> {
  const rule = OFFICES[request.role]
  if (!rule || !mayGive(assigning.actor, request, rule)) return refuse('FORBIDDEN')
  if (request.personId === assigning.actor.personId) return refuse('SELF_APPROVAL')
  const refusal = notAnOffice(request, rule, assigning.now) ?? notForHim(request, assigning)
  if (refusal) return refuse(refusal)
  return ok(rule.second ? 'waits' : 'granted')
}

/** 复核: by a street admin who neither asked for it nor is to get it. */
export function second(request: OfficeRequest, assigning: Assigning): Result<'granted'> {
  const { actor, now } = assigning
  if (!mayAt(actor, 'office.second', { gridPath: request.gridPath, buildingId: null }))
    return refuse('FORBIDDEN')
  if (actor.personId === request.askedBy || actor.personId === request.personId)
    return refuse('SELF_APPROVAL')
  if (request.to <= now) return refuse('NOT_IN_THIS_STATE')
  const refusal = notForHim(request, assigning)
  return refusal ? refuse(refusal) : ok('granted')
}

export interface Ending {
  actor: Actor
  office: { personId: string; role: Role; gridPath: GridPath }
  /** How many street admins are in office. */
  streetAdmins: number
}

/** 免去: by whoever could have given it, or given back by the holder. The street never loses its last admin. */
export function endOffice({ actor, office, streetAdmins }: Ending): Result<'ended'> {
  const rule = OFFICES[office.role]
  if (!rule) return refuse('FORBIDDEN')
  const isHisOwn = actor.personId === office.personId
  if (!isHisOwn && !mayGive(actor, office, rule)) return refuse('FORBIDDEN')
  if (office.role === 'street_admin' && streetAdmins <= 1) return refuse('LAST_STREET_ADMIN')
  return ok('ended')
}

/** The giver's own office stands over the place, and is one of those that may give this one. */
function mayGive(actor: Actor, { gridPath }: Pick<OfficeRequest, 'gridPath'>, { by }: Rule): boolean {
  const giving = { ...actor, grants: actor.grants.filter(({ role }) => by.includes(role)) }
  return mayAt(giving, 'office.assign', { gridPath, buildingId: null }) !== null
}

function notAnOffice(
  { role, gridPath, departmentId, acting, to }: OfficeRequest,
  rule: Rule,
  now: number,
): Refusal | null {
  if (levelOf(gridPath) !== rule.level) return 'VALIDATION'
  if ((role === 'department') !== (departmentId !== null)) return 'VALIDATION'
  if (acting && role !== 'grid_head') return 'VALIDATION'
  return to <= now || to > now + LONGEST_OFFICE ? 'TERM_TOO_LONG' : null
}

function notForHim(request: OfficeRequest, { held, hasPhone, seatTaken }: Assigning): Refusal | null {
  if (!hasPhone) return 'NOT_ELIGIBLE'
  if (held.some((office) => isSame(office, request))) return 'OFFICE_HELD'
  if (held.some(({ role }) => areApart(role, request.role))) return 'DUTIES_APART'
  return seatTaken && hasOneHolder(request.role, request.acting) ? 'SEAT_TAKEN' : null
}

const isSame = (office: Assigning['held'][number], request: OfficeRequest): boolean =>
  office.role === request.role &&
  office.gridPath === request.gridPath &&
  office.departmentId === request.departmentId

/** An auditor only looks on, so he holds nothing else. */
export const areApart = (one: Role, other: Role): boolean =>
  (one === 'auditor') !== (other === 'auditor') || isIn(one, other) || isIn(other, one)

const isIn = (one: Role, other: Role): boolean => APART[one]?.includes(other) ?? false
