/** What one unit chose: candidates' ids, as many as the election allows. */
export interface ElectionBallot {
  unitId: string
  chosen: readonly string[]
}

export interface ElectionResult {
  /** Votes of every candidate, most first, equal ones in the order of the ballot paper. */
  votes: { candidateId: string; votes: number }[]
  elected: string[]
  /** Candidates with equally many votes for fewer seats: a run-off among them within seven days, then the lot. */
  tied: string[]
}

/** Counts an election of `seats` by plurality. A tie that decides nothing (all of the tied get a seat) is none. */
export function countElection(
  candidates: readonly string[],
  ballots: readonly ElectionBallot[],
  seats: number,
): ElectionResult {
  const counted = new Map(candidates.map((id) => [id, 0]))
  for (const { chosen } of ballots) {
    for (const id of new Set(chosen)) counted.set(id, (counted.get(id) ?? 0) + 1)
  }
  // Array.sort keeps equal ones in order.
  const votes = candidates
    .map((candidateId) => ({ candidateId, votes: counted.get(candidateId) ?? 0 }))
    .sort((one, other) => other.votes - one.votes)
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
