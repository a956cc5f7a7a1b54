import { holds, type Ratio } from './rule'

/** Where a speaker stands; he says it first, then why (议事规则第 4 条). */
export type Side = 'for' | 'against'

export interface Speech {
  unitId: string
  side: Side
}

/** A hand that is up. */
export interface Raised extends Speech {
  at: number
}

export interface OrderRule {
  speechesPerUnit: number
  /** Seconds a speech may last. */
  seconds: number
}
export const ORDER: OrderRule = { speechesPerUnit: 2, seconds: 120 }

/** Two thirds of those present may end the debate; so does an empty list. */
export const ENOUGH_TO_CLOSE: Ratio = { num: 2, den: 3, strict: false }

/**
 * Who is given the floor next, in order: whoever has spoken less goes first; then the two sides take turns; then
 * the hand that went up earlier. Who has used up his speeches is not in it. `spoken` is this motion's debate so far.
 */
export function speakingOrder(
  raised: readonly Raised[],
  spoken: readonly Speech[],
  rule: OrderRule = ORDER,
): Raised[] {
  const times = (unitId: string) => spoken.filter((speech) => speech.unitId === unitId).length
  const waiting = raised.filter(({ unitId }) => times(unitId) < rule.speechesPerUnit)
  const order: Raised[] = []
  let last = spoken[spoken.length - 1]?.side
  while (order.length < waiting.length) {
    const left = waiting.filter((one) => !order.includes(one))
    const fewest = Math.min(...left.map(({ unitId }) => times(unitId)))
    const next = first(
      left.filter(({ unitId }) => times(unitId) === fewest),
      last,
    )
    order.push(next)
    last = next.side
  }
  return order
}

/** Of hands with equal right: the other side's than the last speaker's if there is one, then the earliest. */
function first(hands: readonly Raised[], last: Side | undefined): Raised {
  const earliest = (some: readonly Raised[]) =>
    some.reduce<Raised | undefined>((best, one) => (best && best.at <= one.at ? best : one), undefined)
  const next = earliest(hands.filter(({ side }) => side !== last)) ?? earliest(hands)
  if (!next) throw new Error('nobody has a hand up')
  return next
}

/** Whether the debate may be ended and the question put. All are buildings. */
export const mayCloseDebate = (
  { present, wanting, handsUp }: { present: number; wanting: number; handsUp: number },
  enough: Ratio = ENOUGH_TO_CLOSE,
): boolean => handsUp === 0 || (present > 0 && holds(enough, wanting, present))
