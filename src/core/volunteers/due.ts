import { GRACE } from './presence'
import { ASKED_BEFORE } from './publish'
import type { Shift } from './task'

/** What happens to a shift by itself: too few people, an offer that ran out, its end. */
export interface ShiftDue {
  kind: 'minimum' | 'offer' | 'over'
  /** From here on, never before. Epoch milliseconds. */
  at: number
}

/** The next of them; `offerUntil`: the offer that runs out first. `null`: nothing any more. */
export function dueOfShift(shift: Shift, offerUntil: number | null): ShiftDue | null {
  if (shift.state !== 'open') return null
  const dues: ShiftDue[] = [{ kind: 'over', at: shift.endsAt + GRACE }]
  if (!shift.minimumAsked) dues.push({ kind: 'minimum', at: shift.startsAt - ASKED_BEFORE })
  if (offerUntil !== null) dues.push({ kind: 'offer', at: offerUntil })
  return dues.sort((a, b) => a.at - b.at)[0] ?? null
}
