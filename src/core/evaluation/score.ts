import type { Fact } from './facts'
import { type ComponentKey, type Formula, MOST_POINTS } from './formula'

/** One line of a card: what counted of what was due, and every event behind it. `den` 0: not applicable. */
export interface Component {
  key: ComponentKey
  weight: number
  num: number
  den: number
  eventIds: string[]
}

/** Adds up the facts of each component; their order does not matter. */
export const componentsOf = ({ components }: Formula, facts: readonly Fact[]): Component[] =>
  components.map(({ key, weight, prior }) => {
    const own = facts.filter(({ component }) => component === key)
    const added = own.length > 0 && prior ? prior : { num: 0, den: 0 }
    return {
      key,
      weight,
      num: own.reduce((sum, { num }) => sum + num, added.num),
      den: own.reduce((sum, { den }) => sum + den, added.den),
      eventIds: own.map(({ eventId }) => eventId).sort(),
    }
  })

export const applicableWeight = (components: readonly Component[]): number =>
  components.filter(({ den }) => den > 0).reduce((sum, { weight }) => sum + weight, 0)

/** What was adjusted for all reasons together, in points. */
export const clampPoints = (points: number): number => Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points))

/**
 * The score in tenths of a point, 0 to 1000, or `null` where too little is applicable. The weight of what is not
 * applicable spreads over the rest by itself, because the sum is divided by the applicable weight.
 * Whole numbers of any length, since denominators multiply: floats would round where the formula does not.
 */
export function scoreOf({ least }: Formula, components: readonly Component[], points: number): number | null {
  const weight = applicableWeight(components)
  if (weight < least) return null
  const { num, den } = sumOf(components.filter((one) => one.den > 0))
  // Points are whole, so the floor of the sum is the sum of the floor and ten times the points.
  const tenths = Number((num * BigInt(1000)) / (den * BigInt(weight))) + clampPoints(points) * 10
  return Math.max(0, Math.min(1000, tenths))
}

/** Σ w·num/den as one exact fraction. */
const sumOf = (components: readonly Component[]) =>
  components.reduce(
    (sum, { weight, num, den }) => ({
      num: sum.num * BigInt(den) + BigInt(weight) * BigInt(num) * sum.den,
      den: sum.den * BigInt(den),
    }),
    { num: BigInt(0), den: BigInt(1) },
  )
