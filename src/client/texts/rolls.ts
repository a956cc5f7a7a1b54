import type { StrikeReason } from '#core/council/strike'
import { dateWords } from './dates'

export const strikeWords: Record<StrikeReason, string> = {
  declared: '自己回避',
  conflict: '有利害关系',
  duplicate: '重复登记',
  not_existing: '没有这一栋',
}

export const rolls = {
  title: '谁有票',
  struck: '这件事没有票的楼栋',
  waits: '等另一位再说一次才算',
  declare: (label: string) => `${label}回避`,
  declareWhat: '这件事和您的楼栋自己有利害关系，就不投，也不算进栋数。开投前说，说了收不回。',
  strike: '从名册里划去',
  strikeWhat: '开投前，写明理由，另一位再说一次才算。别的人说过的，您再选同一栋就行。',
  house: '哪一栋',
  reason: '为什么',
  words: '理由',
  noHouse: '在图上选一栋',
  send: '说出去',
  proxies: '委托',
  holds: (label: string) => `${label}请您替它投这一次`,
  given: (label: string, holder: string) => `${label}的票请${holder}投`,
  revoke: '收回委托',
  entrust: (label: string) => `${label}委托别人投`,
  entrustWhat: '只这一次，请住本栋的一位替楼栋投。您自己也还能投，最后一张算数；随时能收回。',
  who: '请谁',
  nobody: '本栋还没有别的住户认过',
  noHolder: '选一位',
  how: '怎么说的',
  again: (until: number) => `这件事不久前否决过，${dateWords(until)}前要三分之一的楼栋附议才能再上会`,
} as const
