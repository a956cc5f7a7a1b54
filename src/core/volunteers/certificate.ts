import { dayName, dayOf } from '../concerns/calendar'
import type { Refusal } from '../refusals'

export const CERTIFICATE_STATES = ['asked', 'issued', 'declined', 'revoked'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

interface Request {
  state: CertificateState
  /** Whose hours it would tell. */
  personId: string
}

/** Why a request is not `by`'s to answer now, or `null`. It is answered once, yes or no, and never by who asked. */
export function whyNotAnswer({ state, personId }: Request, by: string | null): Refusal | null {
  if (state !== 'asked') return 'NOT_IN_THIS_STATE'
  return personId === by ? 'SELF_APPROVAL' : null
}

/** XJZY-2026-000137: one row of numbers a year. */
export const certificateNumber = (year: number, n: number): string =>
  `XJZY-${year}-${String(n).padStart(6, '0')}`

export const certificateYear = (now: number): number => Number(dayName(dayOf(now)).slice(0, 4))

/** 李**: what whoever checks a certificate reads of the name that stands on it. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.max(1, rest.length))
}
