import type { UnitKind } from '#core/council/statute'

export const opinions = {
  title: '居民意见',
  saying: (saying: number, residents: number) => `${residents}位居民，${saying}位说了`,
  apart: (kind: UnitKind) =>
    `住这里的一人一个意见，租客也一样。给大家参考，不算进${kind === 'building' ? '楼栋' : '名册里'}的票；谁说的、怎么说的，谁也对不上。`,
  few: '说的人不到三分之一，代表性不足。',
  said: '您说过了',
  change: '截止前还能改，以最后一次为准。',
  mine: '您的意见',
  say: '说出我的意见',
} as const
