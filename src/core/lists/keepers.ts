import type { Role } from '../people/actor'
import type { Action } from '../people/policy'
import type { ListKind } from './entry'

/** 每天、每周、每月、九十天: how often a list is gone through (domain rule 4.6). */
export type Review = 'daily' | 'weekly' | 'monthly' | 'ninety_days'

interface Keeping {
  keeper: Role
  review: Review
  /** Who reads more of it than counts; `null`: everybody. */
  readBy: Action | null
  /** 解困: what it holds is read on its own page, where each look is written down, and nowhere else. */
  elsewhere: boolean
}

/** Who keeps a list, and how often it is gone through. */
export const KEEPING: Record<ListKind, Keeping> = {
  concern: { keeper: 'grid_staff', review: 'daily', readBy: null, elsewhere: false },
  pairing: { keeper: 'secretary', review: 'monthly', readBy: 'pairing.read', elsewhere: false },
  service: { keeper: 'captain', review: 'weekly', readBy: null, elsewhere: false },
  hardship: { keeper: 'community_staff', review: 'ninety_days', readBy: 'hardship.read', elsewhere: true },
  cogov: { keeper: 'grid_head', review: 'monthly', readBy: null, elsewhere: false },
}
