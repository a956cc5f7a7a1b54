import { dayOf, yearOf } from '../concerns/calendar'
import type { Actor } from '../people/actor'
import { mayAt } from '../people/place-rights'
import type { Refusal } from '../refusals'
import { ok, type Result, refuse } from '../result'
import { type Appointment, LONGEST_TERM, type Nomination, PUBLICITY } from './appointment'

export type Proposal = Omit<Nomination, 'nominatedBy' | 'nominatedAt' | 'publicUntil' | 'objections'>

/** What the register knows of the person proposed. */
export interface Candidate {
  /** `null`: not registered; then the nominator must have seen a paper. */
  birthYear: number | null
  /** A confirmed home in the estate of the building; a house outside any estate counts by its 网格. */
  livesInEstate: boolean
}

export interface Proposing {
  actor: Actor
  now: number
  candidate: Candidate
  /** The nominator saw a paper that says he is of age. */
  adultSeen: boolean
}

/** 提名: by the grid's own people, of somebody who is of age and belongs to the house. Nobody proposes himself. */
export function nominate(proposal: Proposal, proposing: Proposing): Result<Appointment> {
  const { actor, now } = proposing
  if (actor.personId === null || !mayAt(actor, 'head.nominate', proposal)) return refuse('FORBIDDEN')
  const refusal = againstIt(proposal, { ...proposing, personId: actor.personId })
  if (refusal) return refuse(refusal)

  return ok({
    ...proposal,
    nominatedBy: actor.personId,
    nominatedAt: now,
    publicUntil: proposal.kind === 'acting' ? now : now + PUBLICITY,
    objections: [],
    state: 'nominated',
  })
}

function againstIt(
  proposal: Proposal,
  { personId, ...proposing }: Proposing & { personId: string },
): Refusal | null {
  if (proposal.personId === personId) return 'SELF_APPROVAL'
  if (proposal.term <= 0 || proposal.term > LONGEST_TERM[proposal.kind]) return 'TERM_TOO_LONG'
  if (!isOfAge(proposing) || !belongsToTheHouse(proposal, proposing.candidate)) return 'NOT_ELIGIBLE'
  return null
}

/** The register keeps the year of birth alone: of age is who turned eighteen in an earlier year. */
const isOfAge = ({ candidate: { birthYear }, adultSeen, now }: Proposing): boolean =>
  birthYear === null ? adultSeen : yearOf(dayOf(now)) - birthYear > 18

/** An owner or manager may live elsewhere; then the paper that was seen is named. */
const belongsToTheHouse = ({ basis, basisWords }: Proposal, { livesInEstate }: Candidate): boolean =>
  basis === 'residence' ? livesInEstate : basisWords !== ''
