import type { Appointment, Kind } from '#core/heads/appointment'
import type { Context } from '#core/heads/machine'
import { nominate, type Proposal, type Proposing } from '#core/heads/nominate'
import type { Actor } from '#core/people/actor'
import { CLOCK } from '#core/people/actor'
import { DAY, MONDAY, PIECE, STAFF, STREET } from '../making'

export const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  id: 'a1',
  streetId: STREET,
  buildingId: 'b23',
  gridPath: PIECE,
  personId: 'wen',
  kind: 'head',
  method: 'elected',
  basis: 'residence',
  basisWords: '',
  term: 365 * DAY,
  ...more,
})

export const proposing = (more: Partial<Proposing> = {}): Proposing => ({
  actor: STAFF,
  now: MONDAY,
  candidate: { birthYear: 1975, livesInEstate: true },
  adultSeen: false,
  ...more,
})

export function nominated(more: Partial<Proposal> = {}): Appointment {
  const made = nominate(proposal(more), proposing())
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}

export const around = (actor: Actor, now: number, more: Partial<Context> = {}): Context => ({
  actor,
  now,
  inOffice: null,
  hasNext: false,
  headed: 0,
  home: null,
  households: [],
  ...more,
})

const CONFIRMED = { confirmedBy: 'deng', confirmedAt: MONDAY, note: '' }

/** Somebody in office since Monday, for a year or ninety days. */
export function serving(kind: Kind = 'head', more: Partial<Proposal> = {}): Appointment {
  const term = kind === 'head' ? 365 * DAY : 90 * DAY
  const before = nominated({ kind, term, ...more })
  return {
    ...before,
    ...CONFIRMED,
    state: 'active',
    from: MONDAY,
    to: MONDAY + term,
    handover: null,
  } as Appointment
}

export const byClock = (now: number, more: Partial<Context> = {}) => around(CLOCK, now, more)
