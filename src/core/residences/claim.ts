import type { Actor } from '../people/actor'
import { ok, type Result, refuse } from '../result'
import type { Residence, Said } from './residence'
import { ended } from './steps'

export type Claim = Omit<Said, 'personId'>

export interface Claiming {
  actor: Actor
  now: number
  /** The home he has now, vouched for or not. */
  current: Residence | null
  /** 我搬到这里了: he leaves the home he has. */
  moving: boolean
}

export interface Claimed {
  residence: Residence
  /** The home that ended with this claim. */
  left: Residence | null
}

/** 我住这里. Somebody has one home at a time; who says that he moved leaves the old one in that instant. */
export function claim(said: Claim, { actor, now, current, moving }: Claiming): Result<Claimed> {
  if (actor.personId === null) return refuse('NOT_AUTHENTICATED')
  if (!actor.hasPhone) return refuse('PHONE_REQUIRED')
  if (said.since > now) return refuse('VALIDATION')
  if (current?.buildingId === said.buildingId) return refuse('NOT_IN_THIS_STATE')
  if (current && !moving) return refuse('HOME_ELSEWHERE')

  const around = { now, by: actor.personId }
  return ok({
    residence: { ...said, personId: actor.personId, state: 'waiting' },
    left: current && ended(current, around, { ending: 'moved', reason: '' }),
  })
}
