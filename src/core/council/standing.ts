import { covers, type GridPath } from '../grids/grid'
import type { Actor, Grant } from '../people/actor'
import { type Action, reachOf } from '../people/policy'

/** A council as far as rights in it are concerned. */
export interface CouncilPlace {
  gridPath: GridPath
  /** Units that have a seat, whether filled or not. */
  units: number
  chairId: string | null
  /** Who keeps its papers. */
  secretaryId?: string | null
  /** The one house it is of; otherwise it is of its whole grid. */
  buildingId?: string | null
}

/** Where a body decides: in all houses of its grid, or in one of them. */
interface Scope {
  gridPath: GridPath
  buildingId: string | null
}

/** A confirmed home lies where the body decides. */
export const isInScope = ({ gridPath, buildingId }: Scope, home: Scope): boolean =>
  buildingId === null ? covers(gridPath, home.gridPath) : home.buildingId === buildingId

/** How somebody stands to a council at this instant: facts the server looks up. */
export interface Standing {
  actor: Actor
  council: CouncilPlace
  /** Units he may act for: by active appointment, or by proxy for this meeting. */
  standsFor: readonly string[]
  /** His confirmed home lies in the council's scope. */
  livesHere: boolean
}

/** The office that carries a right in this council, or `null`. The policy says how far; nothing else grants. */
export function mayInCouncil(standing: Standing, action: Action): Grant | null {
  return officesOf(standing.actor).find((grant) => carries(grant, action, standing)) ?? null
}

const officesOf = ({ personId, grants }: Actor): Grant[] =>
  personId === null
    ? grants
    : [...grants, { role: 'resident', gridPath: '', buildingId: null, departmentId: null }]

function carries(grant: Grant, action: Action, standing: Standing): boolean {
  const { actor, council, standsFor, livesHere } = standing
  switch (reachOf(action, grant.role)) {
    case 'any':
      return true
    case 'grid':
      return covers(grant.gridPath, council.gridPath)
    case 'unit':
      return isOfUnit(grant, standsFor)
    case 'scope':
      return (livesHere || ownsUnit(actor, standsFor)) && actor.realNameLevel >= 2
    case 'keeper':
      return isOne(actor, council.secretaryId)
    case 'chair':
      return isOne(actor, council.chairId)
    case 'house_lead':
      return Boolean(council.buildingId) && isOne(actor, council.chairId, council.secretaryId)
    default:
      return false
  }
}

const isOne = ({ personId }: Actor, ...named: (string | null | undefined)[]): boolean =>
  personId !== null && named.includes(personId)

/** An owner is of his council wherever he lives; that somebody heads a house here makes him no resident of it. */
const ownsUnit = ({ grants }: Actor, standsFor: readonly string[]): boolean =>
  standsFor.some((unitId) => grants.every(({ buildingId }) => buildingId !== unitId))

/** A head holds an office for his house; an owner, a household or a resident is the unit himself, by no office. */
const isOfUnit = ({ role, buildingId }: Grant, standsFor: readonly string[]): boolean =>
  role === 'resident' ? standsFor.length > 0 : buildingId !== null && standsFor.includes(buildingId)
