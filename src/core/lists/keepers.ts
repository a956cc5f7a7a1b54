import type { Role } from '../people/actor'
import type { ListKind } from './entry'

/** 每天、每周、每月、九十天: how often a list is gone through (domain rule 4.6). */
export type Review = 'daily' | 'weekly' | 'monthly' | 'ninety_days'

interface Keeping {
  keeper: Role
  review: Review
  /** 结对、解困: everybody else reads counts alone. */
  isConfidential: boolean
}

/** Who keeps a list, and how often it is gone through. */
export const KEEPING: Record<ListKind, Keeping> = {
  concern: { keeper: 'grid_staff', review: 'daily', isConfidential: false },
  pairing: { keeper: 'secretary', review: 'monthly', isConfidential: true },
  service: { keeper: 'captain', review: 'weekly', isConfidential: false },
  hardship: { keeper: 'community_staff', review: 'ninety_days', isConfidential: true },
  cogov: { keeper: 'grid_head', review: 'monthly', isConfidential: false },
}
