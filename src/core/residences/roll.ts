/** One person's stay in one house, with every stretch in which somebody vouched for it. */
export interface Stay {
  personId: string
  buildingId: string
  /** `null` while he lives there. */
  endedAt: number | null
  /** From (inclusive) to until (exclusive); `null`: it does not run out. */
  vouched: readonly { from: number; until: number | null }[]
}

/**
 * Whether he counted as living there at an instant. A move-out, like a year that ran out, counts from its own
 * instant on: a roll that was drawn before keeps him (domain rule Residency I3).
 */
export const livedThere = ({ endedAt, vouched }: Stay, at: number): boolean =>
  (endedAt === null || at < endedAt) &&
  vouched.some(({ from, until }) => from <= at && (until === null || at < until))

/** The residents of a house at an instant, each once: from whom a roll of residents is drawn. */
export const residentsAt = (stays: readonly Stay[], buildingId: string, at: number): string[] => [
  ...new Set(
    stays
      .filter((stay) => stay.buildingId === buildingId && livedThere(stay, at))
      .map(({ personId }) => personId),
  ),
]
