import type { HolderWay } from '#core/council/proxy'
import type { UnitKind } from '#core/council/statute'
import type { StrikeReason } from '#core/council/strike'
import { dateWords } from './dates'
import { bodyWords } from './units'

/** Why a unit has no vote, in a body of such units. */
export const strikeWords = (kind: UnitKind): Record<StrikeReason, string> => ({
  declared: '自己回避',
  conflict: '有利害关系',
  duplicate: '重复登记',
  not_existing: `没有这一${bodyWords[kind].count}`,
})

/** What a unit that keeps away is counted in no more. */
const SUM_WORDS: Record<UnitKind, string> = {
  building: '栋数',
  owner: '人数和面积',
  household: '户数',
  person: '人数',
}

/** Whom a vote may be entrusted to. */
const ENTRUST_WORDS: Record<UnitKind, string> = {
  building: '请住本栋的一位替楼栋投',
  owner: '请名册里的另一位，或者您按手机号找到的人替您投',
  household: '请名册里的另一户替您这一户投',
  person: '请名册里的另一位替您投',
}

export const rolls = {
  title: '谁有票',
  struck: (kind: UnitKind) => (kind === 'building' ? '这件事没有票的楼栋' : '这件事没有票的'),
  waits: '等另一位再说一次才算',
  declare: (label: string) => `${label}回避`,
  declareWhat: (kind: UnitKind) =>
    `这件事和${kind === 'building' ? '您的楼栋自己' : '您自己'}有利害关系，就不投，也不算进${SUM_WORDS[kind]}。开投前说，说了收不回。`,
  strike: '从名册里划去',
  strikeWhat: (kind: UnitKind) =>
    `开投前，写明理由，另一位再说一次才算。别的人说过的，您再选同一${bodyWords[kind].count}就行。`,
  reason: '为什么',
  words: '理由',
  noUnit: (kind: UnitKind) => (kind === 'building' ? '在图上选一栋' : '在名册里选一行'),
  find: '按名册里的写法找',
  found: '名册里找到的',
  notFound: '名册里没有这样写的',
  more: '还有没列出来的，多写几个字',
  send: '说出去',
  proxies: '委托',
  holds: (label: string) => `${label}请您替它投这一次`,
  given: (label: string, holder: string) => `${label}的票请${holder}投`,
  revoke: '收回委托',
  entrust: (label: string) => `${label}委托别人投`,
  entrustWhat: (kind: UnitKind) =>
    `只这一次，${ENTRUST_WORDS[kind]}。您自己也还能投，最后一张算数；随时能收回。`,
  way: '怎么找他',
  ways: { home: '本栋的住户', line: '名册里的', phone: '按手机号' } satisfies Record<HolderWay, string>,
  phone: '他的手机号',
  phoneHint: '要整个号码。他会收到消息，也看得到是您找的',
  who: '请谁',
  nobody: '本栋还没有别的住户认过',
  noHolder: '选一位',
  how: '怎么说的',
  again: (until: number, kind: UnitKind) =>
    `这件事不久前否决过，${dateWords(until)}前要三分之一的${bodyWords[kind].whole}附议才能再上会`,
} as const
