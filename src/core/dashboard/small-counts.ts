/** Fewer than these are not told to the public: in a small grid three people of twenty are known by name. */
export const LEAST_TOLD = 5

export interface Counted {
  num: number
  den: number
}

/** A share as the public is told it: of too few nothing is told. `each`: what one of them adds to `den`. */
export const toldShare = (share: Counted, each = 1): Counted | null =>
  share.den < LEAST_TOLD * each ? null : share

export interface Count<Key> {
  key: Key
  n: number
}

/**
 * Counts as the public is told them, the most first: small ones are put together under `rest`, and where they are
 * still too few the next one goes with them; otherwise the missing one could be told from the sum.
 */
export function toldCounts<Key>(counts: readonly Count<Key>[], rest: Key): Count<Key>[] {
  const sorted = counts.filter(({ n, key }) => n > 0 && key !== rest).sort((a, b) => b.n - a.n)
  let others = counts.reduce((sum, { key, n }) => (key === rest ? sum + n : sum), 0)
  let smallest = sorted[sorted.length - 1]
  while (smallest && (smallest.n < LEAST_TOLD || (others > 0 && others < LEAST_TOLD))) {
    others += smallest.n
    sorted.pop()
    smallest = sorted[sorted.length - 1]
  }
  return others < LEAST_TOLD ? sorted : [...sorted, { key: rest, n: others }]
}
