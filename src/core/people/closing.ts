import { ok, type Result, refuse } from '../result'

export type ClosingOutcome = 'erased' | 'taken_back' | 'has_duties'

/** 冷静期: so long somebody may take it back, whatever moved him to close his account. Milliseconds. */
export const THINK_OVER = 7 * 86_400_000

/** Shown where the name of somebody stood who has closed his account; nobody else may call himself so. */
export const GONE_NAME = '已注销的居民'

/** Stands in the place of words that went with the account. */
export const GONE_WORDS = '（已随账号注销清除）'

/** What ties somebody to the neighbourhood, counted. */
export interface Duties {
  /** Offices he holds now or is to hold. */
  offices: number
  /** Checklists of an office that is over, which he still has to write. */
  handovers: number
}

/**
 * Whether somebody may close his account (个人信息保护法 §47: any time). An office is not his own affair: it is handed
 * over first, or a house would stand without a head overnight.
 */
export const mayClose = ({ offices, handovers }: Duties): Result<null> =>
  offices + handovers > 0 ? refuse('HAS_DUTIES') : ok(null)
