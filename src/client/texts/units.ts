import type { UnitKind } from '#core/council/statute'

/** What a body counts: 191栋, 42户. */
export const unitWords: Record<UnitKind, string> = {
  building: '栋',
  owner: '位业主',
  household: '户',
  person: '位居民',
}

/** The same where it is clear of whom: 40户里到了27户, 8位里到了5位. */
export const countWords: Record<UnitKind, string> = {
  building: '栋',
  owner: '位',
  household: '户',
  person: '位',
}

/** Who has one vote: 一栋一票, 一人一票. */
export const oneVoteWords: Record<UnitKind, string> = {
  building: '一栋一票',
  owner: '一套一票',
  household: '一户一票',
  person: '一人一票',
}

/** What a share is a share of: 参加楼栋的一半. */
export const wholeWords: Record<UnitKind, string> = {
  building: '楼栋',
  owner: '业主',
  household: '户数',
  person: '居民',
}
