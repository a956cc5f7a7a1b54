import type { UnitKind } from '#core/council/statute'

/** What a body counts: 191栋, 42户. */
export const unitWords: Record<UnitKind, string> = {
  building: '栋',
  owner: '位业主',
  household: '户',
  person: '位居民',
}

/** What a share is a share of: 参加楼栋的一半. */
export const wholeWords: Record<UnitKind, string> = {
  building: '楼栋',
  owner: '业主',
  household: '户数',
  person: '居民',
}
