import type { Actor } from '#core/people/actor'
import type { Context } from '#core/residences/machine'
import type { Confirmed, Ending, Residence, Said } from '#core/residences/residence'
import { DAY, MONDAY, PIECE } from '../making'

const said: Said = {
  id: 'r1',
  personId: 'li',
  buildingId: 'b23',
  gridPath: PIECE,
  kind: 'tenant',
  floating: true,
  since: MONDAY - 100 * DAY,
}

export const waiting = (more: Partial<Said> = {}): Residence => ({ ...said, ...more, state: 'waiting' })

/** Vouched for on Monday by the head of the house, for a year. */
export const confirmed = (more: Partial<Confirmed> = {}): Confirmed => ({
  ...said,
  state: 'confirmed',
  confirmedBy: 'head-23',
  confirmedAt: MONDAY,
  expiresAt: MONDAY + 365 * DAY,
  renewalAskedAt: null,
  ...more,
})

export const over = (ending: Ending = 'moved_out'): Residence => ({
  ...said,
  state: 'ended',
  endedAt: MONDAY + DAY,
  ending,
  endedBy: 'li',
  reason: '',
})

export const around = (actor: Actor, now = MONDAY, ofHead = false): Context => ({ actor, now, ofHead })
