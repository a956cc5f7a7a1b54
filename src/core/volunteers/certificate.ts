import { dayName, dayOf } from '../concerns/calendar'

export const CERTIFICATE_STATES = ['asked', 'issued', 'revoked'] as const
export type CertificateState = (typeof CERTIFICATE_STATES)[number]

/** XJZY-2026-000137: one row of numbers a year. */
export const certificateNumber = (year: number, n: number): string =>
  `XJZY-${year}-${String(n).padStart(6, '0')}`

export const certificateYear = (now: number): number => Number(dayName(dayOf(now)).slice(0, 4))

/** 李**: what whoever checks a certificate reads of the name that stands on it. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.max(1, rest.length))
}
