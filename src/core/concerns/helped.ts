import type { Actor } from '../people/actor'
import { reachOf } from '../people/policy'
import type { Refusal } from '../refusals'
import type { Concern } from './concern'

/** How somebody agreed that it is reported for him: 当面, 电话里, 书面. */
export const CONSENTS = ['in_person', 'by_phone', 'written'] as const
/** Of a child under fourteen his guardian says it (core/people/children). */
export const ALL_CONSENTS = [...CONSENTS, 'guardian'] as const
export type Consent = (typeof ALL_CONSENTS)[number]

/** Who is helped (帮他报): somebody who cannot report by himself. Not everybody has a phone. */
export interface Helped {
  name: string
  phone: string | null
  consent: Consent
}

/** Whoever works on concerns may report for somebody else, and a neighbour whose own home was vouched for. */
export const mayReportFor = (actor: Actor): Refusal | null =>
  actor.grants.some(({ role }) => reachOf('staff.queue', role) !== undefined) || actor.realNameLevel >= 2
    ? null
    : 'RESIDENCE_NOT_CONFIRMED'

/** The matter is this person's own: he reported it, or it was reported for him. */
export const isOwn = (
  { reporterId, helpedId }: Pick<Concern, 'reporterId' | 'helpedId'>,
  personId: string | null,
): boolean => personId !== null && (personId === reporterId || personId === helpedId)
