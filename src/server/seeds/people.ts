import type { GridPath } from '#core/grids/grid'
import type { Role } from '#core/people/actor'

/** A person as generated; `phone` is plain here and sealed when it is written. */
export interface SeedPerson {
  id: string
  name: string
  phone: string
  age: number
}

/** Where a person lives; times are days before the epoch. */
export interface SeedResidency {
  person: string
  building: string
  kind: 'owner' | 'tenant' | 'family'
  floating: boolean
  /** Days before the epoch. */
  since: number
  /** Nobody confirms himself; `null` while nobody has. */
  confirmedBy: string | null
}

export interface SeedGrant {
  id: string
  person: string
  role: Role
  grid: GridPath
  building: string | null
  department: string | null
  acting: boolean
  /** Days relative to the epoch: from and (exclusive) to. */
  from: number
  to: number
}

export const grant = (
  id: string,
  person: string,
  role: Role,
  grid: GridPath,
  more: Partial<SeedGrant> = {},
): SeedGrant => ({
  id,
  person,
  role,
  grid,
  building: null,
  department: null,
  acting: false,
  from: -365,
  to: 730,
  ...more,
})

/** 100 and eight digits: no number of the public network begins so. Different for every `n` below 10^8. */
export const phoneOf = (n: number): string =>
  `100${String((n * 48_271 + 20_221_221) % 100_000_000).padStart(8, '0')}`
