import { dayName, dayOf } from '../concerns/calendar'
import { periodWith, windowOf } from '../evaluation/period'
import type { Refusal } from '../refusals'

/** Year and month, month 1 to 12; the day is never asked for. */
export interface BornIn {
  year: number
  month: number
}

/** 民法典 17: full capacity at eighteen. 个人信息保护法 31: under fourteen only with the guardian. */
export const OF_AGE = 18
export const YOUNGEST = 14

/** Years he has surely completed in China at an instant: in the month of his birthday nobody knows yet. */
export function surelyAge({ year, month }: BornIn, now: number): number {
  const [thisYear = 0, thisMonth = 0] = dayName(dayOf(now)).split('-').map(Number)
  return thisYear - year - (thisMonth > month ? 0 : 1)
}

/** The most he can be: from the first day of the month of his birthday. */
export const atMostAge = ({ year, month }: BornIn, now: number): number =>
  surelyAge({ year, month: month - 1 }, now)

/** The first instant of the next month in China: only then may anybody have grown a year older, the day being unknown. */
export const nextMonth = (now: number): number => windowOf(periodWith(now)).to

/** `child`: perhaps under fourteen still. `adult`: surely eighteen. */
export type AgeStanding = 'unknown' | 'child' | 'minor' | 'adult'

export function ageStandingOf(born: BornIn | null, now: number): AgeStanding {
  if (born === null) return 'unknown'
  if (surelyAge(born, now) >= OF_AGE) return 'adult'
  return surelyAge(born, now) >= YOUNGEST ? 'minor' : 'child'
}

/** What age has a say in. Reporting is open to everybody who may have an account. */
export const AGED_DEEDS = [
  'account',
  'report',
  'volunteer',
  'risky_task',
  'vote',
  'be_head',
  'guard',
] as const
export type AgedDeed = (typeof AGED_DEEDS)[number]

interface Grown {
  born: BornIn | null
  /** 监护人同意: given, and not taken back. */
  guardianAgreed: boolean
  /** Somebody whose part it was has seen that he is grown: who gave him the office he acts in. */
  seenGrown?: boolean
  now: number
}

/** Only for the grown: risky tasks, votes, the office of a head, and standing in for a child. */
const FOR_ADULTS: readonly AgedDeed[] = ['risky_task', 'vote', 'be_head', 'guard']

/**
 * Whether somebody's age lets him: `null`, or why not. Under fourteen he has no account, his guardian acts; from
 * fourteen he volunteers with his guardian's consent; nobody's age is asked before it matters.
 */
export function againstByAge(
  deed: AgedDeed,
  { born, guardianAgreed, seenGrown, now }: Grown,
): Refusal | null {
  const standing = ageStandingOf(born, now)
  if (standing === 'child') return 'UNDER_AGE'
  if (deed === 'account' || deed === 'report' || standing === 'adult') return null
  if (standing === 'unknown') return seenGrown ? null : 'BIRTH_REQUIRED'
  if (FOR_ADULTS.includes(deed)) return 'UNDER_AGE'
  return guardianAgreed ? null : 'GUARDIAN_REQUIRED'
}
