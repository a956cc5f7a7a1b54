/** What a council elects: who calls and leads it, who screens its motions, who looks after a matter for it. */
export const COUNCIL_OFFICES = ['chair', 'secretary', 'member'] as const
export type CouncilOffice = (typeof COUNCIL_OFFICES)[number]

/** One who may be voted for, as the ballot paper names him. */
export interface Running {
  id: string
  name: string
  /** The house he heads. */
  label: string
}

/** 选票: what an election asks, fixed like the rule when its poll opens. */
export interface Slate {
  office: CouncilOffice
  /** As many candidates at most may be chosen on one paper. */
  seats: number
  /** 2: the run-off among those who had equally many votes. */
  round: 1 | 2
  candidates: Running[]
}

/** What one unit chose: candidates' ids, as many as the election allows. None is an abstention. */
export interface ElectionBallot {
  unitId: string
  chosen: readonly string[]
}

/** How many votes each candidate has, in the order of the ballot paper. */
export type Votes = { candidateId: string; votes: number }[]

export interface ElectionResult {
  /** Votes of every candidate, most first, equal ones in the order of the ballot paper. */
  votes: Votes
  elected: string[]
  /** Candidates with equally many votes for fewer seats: a run-off among them within seven days, then the lot. */
  tied: string[]
}

/** Counts an election of `seats` by plurality. A tie that decides nothing (all of the tied get a seat) is none. */
export const countElection = (
  candidates: readonly string[],
  ballots: readonly ElectionBallot[],
  seats: number,
): ElectionResult => electedBy(votesOf(candidates, ballots), seats)

/** The votes of each candidate; naming one twice on a paper is one vote. */
export function votesOf(candidates: readonly string[], ballots: readonly ElectionBallot[]): Votes {
  const counted = new Map(candidates.map((id) => [id, 0]))
  for (const { chosen } of ballots) {
    for (const id of new Set(chosen)) counted.set(id, (counted.get(id) ?? 0) + 1)
  }
  return candidates.map((candidateId) => ({ candidateId, votes: counted.get(candidateId) ?? 0 }))
}

/** Who is elected by so many votes each. */
export function electedBy(cast: Votes, seats: number): ElectionResult {
  // Array.sort keeps equal ones in order.
  const votes = [...cast].sort((one, other) => other.votes - one.votes)
  const running = votes.filter(({ votes: many }) => many > 0)
  const last = running[seats - 1]?.votes
  const next = running[seats]?.votes
  const isTied = last !== undefined && last === next
  const names = (list: typeof votes) => list.map(({ candidateId }) => candidateId)
  if (!isTied) return { votes, elected: names(running.slice(0, seats)), tied: [] }
  return {
    votes,
    elected: names(running.filter(({ votes: many }) => many > last)),
    tied: names(running.filter(({ votes: many }) => many === last)),
  }
}
