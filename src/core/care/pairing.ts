import type { GridPath } from '../grids/grid'
import type { Role } from '../people/actor'

/** What a household may be helped with, as far as a list can say it; the rest is a few words. */
export const NEEDS = [
  'company',
  'shopping',
  'housework',
  'haircut',
  'medicine',
  'forms',
  'repair',
  'study',
  'other',
] as const
export type Need = (typeof NEEDS)[number]

/** How the household agreed: by a tap of its own, before a witness, or on a slip it signed. */
export const PAIRING_CONSENTS = ['self', 'witness', 'slip'] as const
export interface PairingConsent {
  how: (typeof PAIRING_CONSENTS)[number]
  /** Who tapped, or who wrote it down. */
  by: string
  at: number
}

/** What it grew out of; that it did is told to those who serve, and to nobody else. */
export type PairingSource = { kind: 'concern' | 'hardship'; id: string } | { kind: 'none' }

/** 解决了、搬走了、换人、住户不要了、帮的人去不了了. */
export const ENDINGS = ['solved', 'moved', 'changed', 'household', 'helper'] as const
export type Ending = (typeof ENDINGS)[number]

/** 党员、志愿者和在岗的人 may be named; nobody who holds no office or part here is sent into a home. */
export const HELPER_ROLES = [
  'volunteer',
  'captain',
  'pioneer',
  'head',
  'grid_staff',
  'grid_head',
  'secretary',
  'community_staff',
] as const satisfies readonly Role[]

/** One helper has so many households at once and no more (2.10); the database keeps it, too. */
export const MOST_ACTIVE = 5
/** 每月至少一次 (2.10). Whole days. */
export const LONGEST_RHYTHM = 31

interface Frame {
  id: string
  streetId: string
  gridPath: GridPath
  buildingId: string
  /** Who of the household has an account here; `null`: nobody, so that staff write down what it says. */
  personId: string | null
  /** 户, where its people have registered one: any of them speaks for it. */
  householdId: string | null
  needs: Need[]
  /** A visit every so many days at least. */
  visitEvery: number
  source: PairingSource
  proposedBy: string
  proposedAt: number
}

interface Running {
  helperId: string
  consent: PairingConsent
  since: number
  /** The day in China of the last visit that nobody denied, counted since 1970. */
  lastVisit: number | null
  /** The day that was missed and reminded of already. */
  remindedOf: number | null
}

interface Over {
  endedAt: number
  endedBy: string
}

export type PairingStatus =
  /** A head said that somebody here needs it; nobody goes yet. */
  | { state: 'suggested' }
  /** A helper is named; the household has not agreed yet. */
  | { state: 'proposed'; helperId: string }
  | ({ state: 'active' } & Running)
  /** It came to nothing: the household or the helper would rather not, or it was called off. */
  | ({ state: 'declined'; helperId: string | null } & Over)
  | ({ state: 'ended'; reason: Ending } & Running & Over)

/** 结对: one helper and one household that agreed to be visited. */
export type Pairing = Frame & PairingStatus
export type PairingState = Pairing['state']
export const PAIRING_STATES = [
  'suggested',
  'proposed',
  'active',
  'declined',
  'ended',
] as const satisfies readonly PairingState[]

/** Everything of it that is sealed: how the household is called, what it needs in words, who witnessed, how it ended. */
export interface PairingWords {
  name: string
  told: string
  witness: string
  ending: string
}

/** Who goes there, or went; `null` while nobody is named. */
export const helperOf = (pairing: Pairing): string | null =>
  pairing.state === 'suggested' ? null : pairing.helperId
