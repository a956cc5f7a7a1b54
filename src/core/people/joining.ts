import { areApart } from '../offices/offices'
import { ok, type Result, refuse } from '../result'
import type { Role } from './actor'

interface Joining {
  /** Offices the person holds already, now or to come. */
  held: readonly Role[]
  /** Offices a file brought for his phone. */
  brought: readonly Role[]
  /** He himself proposed, confirmed or granted one of those offices. */
  gaveItHimself: boolean
}

/**
 * Whether somebody whose number is proven takes over what a file brought for that number. What may not lie in one
 * hand does not come there by the way of a file either: then the street ends one of the offices first.
 */
export function mayJoin({ held, brought, gaveItHimself }: Joining): Result<'joins'> {
  if (gaveItHimself) return refuse('SELF_APPROVAL')
  const clash = brought.some((role) => held.some((other) => other !== role && areApart(role, other)))
  return clash ? refuse('DUTIES_APART') : ok('joins')
}
