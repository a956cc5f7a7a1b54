import { covers, type GridPath } from '../grids/grid'
import { type Actor, type Grant, standingsOf } from './actor'
import { type Action, reachOf } from './policy'

/** A building or a grid, as far as a right over it is concerned. */
export interface Place {
  gridPath: GridPath
  /** `null` for a whole grid. */
  buildingId: string | null
}

/**
 * The office that carries a right over a building or a grid, or `null`: for whatever is not a concern. Of the reaches only those that know places
 * count here: everywhere, the own building, everything under the own grid.
 */
export function mayAt(actor: Actor, action: Action, place: Place): Grant | null {
  return mayAtAll(actor, action, place)[0] ?? null
}

/** Every office of the actor that carries the right there: which one decides is sometimes the rule's own question. */
export const mayAtAll = (actor: Actor, action: Action, place: Place): Grant[] =>
  standingsOf(actor).filter((grant) => reaches(grant, action, place))

/** The grids over which the actor has the right, for a question about everything he may. */
export const gridsFor = (actor: Actor, action: Action): GridPath[] =>
  actor.grants.filter(({ role }) => reachOf(action, role) === 'grid').map(({ gridPath }) => gridPath)

function reaches(grant: Grant, action: Action, { gridPath, buildingId }: Place): boolean {
  const reach = reachOf(action, grant.role)
  if (reach === 'any') return true
  if (reach === 'building') return buildingId !== null && grant.buildingId === buildingId
  return reach === 'grid' && covers(grant.gridPath, gridPath)
}
