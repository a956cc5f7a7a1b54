/** A promise of time. h, min, d run on the wall clock; wh, wd on the street's working calendar. */
export interface Span {
  n: number
  unit: 'min' | 'h' | 'd' | 'wh' | 'wd'
}

/** What was left when a clock stopped: in the unit it was promised in. */
export type Remaining = { kind: 'calendar'; ms: number } | { kind: 'working'; ms: number }
