import type { Refusal } from '../refusals'
import type { CouncilOffice, ElectionResult, Slate } from './election'

/** Somebody who was named for an office, and, once he has agreed, what he says for himself. */
export interface Candidate {
  id: string
  personId: string
  /** The house he headed when he was named. */
  unitId: string
  /** `null`: named by another one, and not yet asked for his vote of anybody. */
  agreedAt: number | null
  statement: string
}

/** 抽签: among those who had equally many votes twice. It decides nothing before somebody else has said that he watched. */
export interface Draw {
  drawnBy: string
  at: number
  /** How it was done and where: slips in a bowl, at the gate. */
  note: string
  drawn: string[]
  watchedBy: string | null
}

/** 推选, beside the motion that it is: for which office, who stands, and how far it has come. */
export interface Election {
  office: CouncilOffice
  seats: number
  candidates: Candidate[]
  /** Candidates elected so far, whether by votes or by lot. */
  elected: string[]
  /** Equally many votes for the seats that are left: they alone run again. */
  tied: string[]
  draw: Draw | null
}

export const MOST_SEATS = 5
/** More names fill no paper that can be read at ease. */
export const MOST_CANDIDATES = 10

/** The council has one chair and one secretary. */
export const newElection = (office: CouncilOffice, seats: number): Election | null =>
  office !== 'member' && seats !== 1
    ? null
    : { office, seats, candidates: [], elected: [], tied: [], draw: null }

/** As before the first vote: who stands, stands. */
export const afresh = (election: Election): Election => ({ ...election, elected: [], tied: [], draw: null })

/** Whoever agreed, in the order in which they did; in a run-off those alone who had equally many votes. */
export const standing = ({ candidates, tied }: Election): Candidate[] =>
  candidates
    .filter(({ id, agreedAt }) => agreedAt !== null && (tied.length === 0 || tied.includes(id)))
    .sort((a, b) => (a.agreedAt ?? 0) - (b.agreedAt ?? 0))

export const seatsLeft = ({ seats, elected }: Election): number => seats - elected.length

interface Named {
  id: string
  name: string
  label: string
}

/** The ballot paper of the vote that opens now. `named`: those of the candidates who head a house at this instant. */
export const slateOf = (election: Election, named: readonly Named[]): Slate => ({
  office: election.office,
  seats: seatsLeft(election),
  round: election.tied.length === 0 ? 1 : 2,
  candidates: standing(election).flatMap(({ id }) => named.filter((one) => one.id === id)),
})

/** Why nothing can be chosen on such a paper, or `null`: there is a choice only among more people than seats. */
export const whyNotElect = ({ candidates, seats }: Slate): Refusal | null =>
  candidates.length > seats ? null : 'TOO_FEW_CANDIDATES'

/** What a count means for an election: who has a seat, and who runs again. */
export const counted = (election: Election, { elected, tied }: ElectionResult): Election => ({
  ...election,
  elected: [...election.elected, ...elected],
  tied,
})

/** Those with a seat, and in which office, once an election is in force. */
export const electedIn = ({ candidates, elected }: Election): Candidate[] =>
  elected.flatMap((id) => candidates.filter((one) => one.id === id))
