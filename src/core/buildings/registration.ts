import { DAY } from '../concerns/calendar'
import type { Point } from '../concerns/similar'
import { ok, type Result, refuse } from '../result'

/** The registry card of a self-built house (自建房): the fields of the national survey of 2022. */
export const USES = ['self', 'rent', 'business', 'vacant'] as const
export const SAN_XIAO = ['shop', 'workshop', 'entertainment'] as const
export const STRUCTURES = ['brick_concrete', 'frame', 'brick_timber', 'earth_timber', 'other'] as const
export const ALTERATIONS = ['added_floor', 'mezzanine', 'wall_removed', 'extended'] as const
export const PERMITS = ['complete', 'partial', 'none', 'unknown'] as const

export interface Card {
  address: string
  floorsAbove: number
  floorsBelow: number
  /** Whole square centimetres, so that nothing is lost by adding; `null`: not measured. */
  areaCm2: number | null
  builtYear: number | null
  structure: (typeof STRUCTURES)[number]
  uses: (typeof USES)[number][]
  /** 三小 premises on the ground floor: shop, workshop, entertainment. */
  sanXiao: (typeof SAN_XIAO)[number] | null
  alterations: (typeof ALTERATIONS)[number][]
  /** Rooms that are or can be let. */
  rooms: number | null
  /** Ten or more people living, or many coming and going (人员密集). */
  crowded: boolean
  permits: (typeof PERMITS)[number]
}

interface Drafted {
  buildingId: string
  card: Card
  /** `null`: came with an import. */
  draftedBy: string | null
  draftedAt: number
}

export type Registration = Drafted &
  (
    | { state: 'submitted' }
    | { state: 'returned'; returnedBy: string; returnedAt: number; reason: string }
    | {
        state: 'verified'
        checkedBy: string
        checkedAt: number
        photoIds: string[]
        /** Where the checker stood. */
        point: Point
        /** Since when nobody has said that it still holds; at first the check itself. */
        confirmedAt: number
      }
  )

/** A card nobody has confirmed for a quarter of a year is stale (domain rule 4.3.5). */
export const STALE_AFTER = 90 * DAY

export type Standing = 'unregistered' | 'submitted' | 'returned' | 'verified' | 'stale'

/** How a card stands at an instant: a verified one becomes stale by itself. */
export function standingOf(registration: Registration | null, now: number): Standing {
  if (!registration) return 'unregistered'
  if (registration.state !== 'verified') return registration.state
  return now - registration.confirmedAt >= STALE_AFTER ? 'stale' : 'verified'
}

interface Deed {
  by: string
  now: number
}

/** The house as the register knows it: an evacuated or sealed one may not be let (租赁条例, 4.2 I3). */
export interface House {
  id: string
  status: 'in_use' | 'evacuated' | 'sealed'
}

/** Writes a card, or a new one over an old: it then waits for somebody to look at the house. */
export function draftCard(house: House, card: Card, { by, now }: Deed): Result<Registration> {
  if (house.status !== 'in_use' && card.uses.includes('rent')) return refuse('NOT_LETTABLE')
  const drafted = { buildingId: house.id, card, draftedBy: by, draftedAt: now }
  return ok({ ...drafted, state: 'submitted' })
}

/** 现场核查: somebody else than the writer saw the house, took a photo and stood there. */
export function checkCard(
  before: Registration,
  { photoIds, point }: { photoIds: string[]; point: Point },
  { by, now }: Deed,
): Result<Registration> {
  if (before.state !== 'submitted') return refuse('NOT_IN_THIS_STATE')
  if (before.draftedBy === by) return refuse('SELF_APPROVAL')
  if (photoIds.length === 0) return refuse('PHOTO_REQUIRED')
  const seen = { checkedBy: by, checkedAt: now, photoIds, point, confirmedAt: now }
  return ok({ ...drafted(before), state: 'verified', ...seen })
}

/** 退回: what stands on the card is not what stands in the lane. */
export function returnCard(before: Registration, reason: string, { by, now }: Deed): Result<Registration> {
  if (before.state !== 'submitted') return refuse('NOT_IN_THIS_STATE')
  if (before.draftedBy === by) return refuse('SELF_APPROVAL')
  return ok({ ...drafted(before), state: 'returned', returnedBy: by, returnedAt: now, reason })
}

/** 还是这样: nothing has changed since it was checked. */
export function reconfirmCard(before: Registration, { now }: Deed): Result<Registration> {
  if (before.state !== 'verified') return refuse('NOT_IN_THIS_STATE')
  return ok({ ...before, confirmedAt: now })
}

const drafted = ({ buildingId, card, draftedBy, draftedAt }: Registration): Drafted => ({
  buildingId,
  card,
  draftedBy,
  draftedAt,
})
