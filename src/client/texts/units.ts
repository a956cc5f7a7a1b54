import type { UnitKind } from '#core/council/statute'
import { yearDateWords } from './dates'

interface BodyWords {
  /** What it counts: 191栋, 42户. */
  unit: string
  /** The same where it is clear of whom: 40户里到了27户, 8位里到了5位. */
  count: string
  /** Who has one vote: 一栋一票, 一人一票. */
  oneVote: string
  /** What a share is a share of: 参加楼栋的一半. */
  whole: string
  /** Whose own matter it is: 归每一户定. */
  decides: string
  /** Whom a notice goes to. */
  every: string
  /** Who came to its meeting. */
  present: string
}

/** What each kind of body is made of, in words. */
export const bodyWords: Record<UnitKind, BodyWords> = {
  building: {
    ...{ unit: '栋', count: '栋', oneVote: '一栋一票', whole: '楼栋' },
    ...{ decides: '楼栋长', every: '各栋', present: '到会的楼栋长' },
  },
  owner: {
    ...{ unit: '位业主', count: '位', oneVote: '一套一票', whole: '业主' },
    ...{ decides: '业主', every: '各位业主', present: '到会的业主' },
  },
  household: {
    ...{ unit: '户', count: '户', oneVote: '一户一票', whole: '户数' },
    ...{ decides: '每一户', every: '各户', present: '到会的户代表' },
  },
  person: {
    ...{ unit: '位居民', count: '位', oneVote: '一人一票', whole: '居民' },
    ...{ decides: '全体居民', every: '各位居民', present: '到会的居民' },
  },
}

/** When a line of a list was struck, and why. */
export const struckWhy = (reason: string, at: number): string => `${yearDateWords(at)}：${reason}`
