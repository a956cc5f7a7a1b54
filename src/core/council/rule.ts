/**
 * A share of a whole as two integers, for example two thirds. `strict` means "more than" (过半数), otherwise the
 * number itself is enough (以上, 民法典 1259). Counting never uses fractions or percentages.
 */
export interface Ratio {
  num: number
  den: number
  strict: boolean
}

/**
 * What a share is counted of. `all`: every unit of the roll; `taking_part`: every unit with a counted ballot,
 * abstentions included; `for_and_against`: only those who took a side.
 */
export type Base = 'all' | 'taking_part' | 'for_and_against'

/** How a council decides. Data, kept in versions, and fixed for a poll at the instant it opens. */
export interface DecisionRule {
  /** How many of the roll must take part; absent: any number. */
  quorum?: Ratio
  pass: Ratio & { base: Base }
  /** How many of the whole roll must be for it, however few take part. */
  floor?: Ratio
  /** Owners count twice, by heads and by area, and must reach every share in both (民法典 278). */
  byArea?: true
}

/** Presets a council's charter may choose; statutory ones stay off until an official has confirmed them. */
export const PRESETS = {
  /** 一般决议, by analogy with 村民委员会组织法 26. */
  ordinary: { quorum: atLeast(2, 3), pass: { ...moreThan(1, 2), base: 'taking_part' } },
  /** 特别决议: two thirds of those taking part, and more than half of all. */
  special: {
    quorum: atLeast(2, 3),
    pass: { ...atLeast(2, 3), base: 'taking_part' },
    floor: moreThan(1, 2),
  },
  /** 绝对多数: no quorum, so nobody helps a matter by staying away. */
  absolute: { pass: { ...moreThan(1, 2), base: 'all' } },
  /** 推选: more than half of all take part; most votes are elected, so one paper with a name on it carries it. */
  election: { quorum: moreThan(1, 2), pass: { ...moreThan(0, 1), base: 'taking_part' } },
  /** 居民会议, by the text of 2018 (居民委员会组织法 10); the one of 2026 is to be read first. */
  residents: { quorum: moreThan(1, 2), pass: { ...moreThan(1, 2), base: 'taking_part' } },
  /** 户代表会议, a head each household (村民委员会组织法 28). */
  households: { quorum: atLeast(2, 3), pass: { ...moreThan(1, 2), base: 'taking_part' } },
  /** 业主共同决定, general matters (民法典 278). */
  owners_general: {
    quorum: atLeast(2, 3),
    pass: { ...moreThan(1, 2), base: 'taking_part' },
    byArea: true,
  },
  /** 业主共同决定, money for repairs, rebuilding, another use of what is shared (民法典 278). */
  owners_major: {
    quorum: atLeast(2, 3),
    pass: { ...atLeast(3, 4), base: 'taking_part' },
    byArea: true,
  },
} as const satisfies Record<string, DecisionRule>
export type Preset = keyof typeof PRESETS

function atLeast(num: number, den: number): Ratio {
  return { num, den, strict: false }
}

function moreThan(num: number, den: number): Ratio {
  return { num, den, strict: true }
}

/** Whether `count` is such a share of `base`. Exact: both sides are whole and stay below 2^53. */
export const holds = ({ num, den, strict }: Ratio, count: number, base: number): boolean =>
  strict ? count * den > base * num : count * den >= base * num

/** The smallest whole number that is such a share of `base`. */
export const least = ({ num, den, strict }: Ratio, base: number): number => {
  const product = base * num
  const whole = (product - (product % den)) / den
  return strict || product % den > 0 ? whole + 1 : whole
}
