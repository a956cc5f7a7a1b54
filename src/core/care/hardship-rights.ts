import { covers } from '../grids/grid'
import type { Actor, Grant } from '../people/actor'
import { mayAt } from '../people/place-rights'
import { type Action, reachOf } from '../people/policy'
import type { HardshipCase } from './hardship'

type Subject = Pick<HardshipCase, 'gridPath' | 'personId'>

/** 责任人, once it is listed. */
export const ownerOf = (kept: HardshipCase): string | null => ('ownerId' in kept ? kept.ownerId : null)

/** An office of the actor over the case. His own case nobody works on, whatever office he holds. */
export function mayOnCase(actor: Actor, action: Action, { gridPath, personId }: Subject): Grant | null {
  if (actor.personId === null || actor.personId === personId) return null
  return mayAt(actor, action, { gridPath, buildingId: null })
}

/** The office in which its owner works on it: it counts as long as he holds it, and no longer. */
export const ownerGrant = (actor: Actor, kept: HardshipCase): Grant | null =>
  actor.personId !== null && actor.personId === ownerOf(kept)
    ? (actor.grants.find((grant) => mayOwn(grant, kept)) ?? null)
    : null

/** Whether an office lets its holder be made the owner of a case. */
export const mayOwn = ({ role, gridPath }: Pick<Grant, 'role' | 'gridPath'>, kept: Subject): boolean =>
  reachOf('hardship.work', role) !== undefined && covers(gridPath, kept.gridPath)

/** 专门看: its owner, the community staff and the branch secretary of that very grid, and nobody else (4.2). */
export const readsCase = (actor: Actor, kept: HardshipCase): Grant | null =>
  mayOnCase(actor, 'hardship.read', kept) ?? ownerGrant(actor, kept)

/** The owner in his office, or the community's staff over the place. */
export const worksOnCase = (actor: Actor, kept: HardshipCase): boolean =>
  (mayOnCase(actor, 'hardship.work', kept) ?? ownerGrant(actor, kept)) !== null
