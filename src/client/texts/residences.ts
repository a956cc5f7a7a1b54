import type { OutputOf } from '#contracts/operations'
import type { Ending, Kind } from '#core/residences/residence'
import type { StepKind } from '#core/residences/steps'
import { dateWords, yearDateWords } from './dates'

type Home = NonNullable<OutputOf<'residences.mine'>['home']>
type Resident = OutputOf<'residences.list'>['items'][number]

export const kindWords: Record<Kind, string> = { tenant: '租户', owner: '房主', family: '家属' }

/** 住处: one's own. */
export const residence = {
  title: '住处',
  none: { title: '还没登记住哪一栋', help: '登记了，楼栋长或网格员认一下，就算数。' },
  find: '登记我住的楼',
  preferred: (label: string) => `登记住${label}`,
  since: ({ kind, floating, since }: Home) =>
    `${kindWords[kind]}，${floating ? '户口不在本地' : '户口在本地'}，${yearDateWords(since)}起`,
  standing: ({ state, counts, until, renewal }: Home): string => {
    if (state === 'waiting' || !counts) return '等楼栋长或网格员认一下'
    if (renewal) return '请人再认一次，等着'
    return until === null ? '认过了' : `认过了，到${yearDateWords(until)}`
  },
  counts: '认过的住处才能参加楼里的投票。一年认一次，搬走就不算了。',
  house: '这一栋',
  household: '一家人',
  steps: {
    withdraw: '不住这儿，撤回',
    ask_renewal: '还住这儿，请人再认一年',
    move_out: '我搬走了',
  } satisfies Partial<Record<StepKind, string>>,
  sure: {
    withdraw: { title: '撤回登记？', help: '以后随时可以再登记。' },
    move_out: { title: '搬走了？', help: '以后的投票就没有您了，以前投过的还算数。' },
  },
  moved: '搬到别的楼了',
  movedHelp: '找到新的那一栋，登记一下，这里自动结束。',
  before: '以前住过',
  endings: {
    withdrawn: '您撤回了',
    refused: '没有认',
    moved: '搬到别栋了',
    moved_out: '搬走了',
    reported: '说您搬走了',
  } satisfies Record<Ending, string>,
  ended: (home: Home) =>
    [
      home.ending && residence.endings[home.ending],
      home.endedAt !== null && yearDateWords(home.endedAt),
      home.reason,
    ]
      .filter(Boolean)
      .join('，'),
} as const

/** 我住这里, on the page of a house. */
export const claim = {
  press: '我住这里',
  move: '我搬到这里了',
  title: (label: string) => `登记住${label}`,
  help: '楼栋长或者网格员认一下您，就算数。',
  moveHelp: (from: string) => `您现在登记住${from}。登记了这里，${from}就结束了。`,
  kind: '您是',
  floating: '户口',
  ways: { yes: '不在本地', no: '在本地' },
  since: '住了多久',
  spans: { 0: '刚搬来', 180: '半年', 365: '一年', 1095: '三年', 3650: '十年以上' },
} as const

/** 认住户. */
export const residents = {
  title: '认住户',
  shows: { waiting: '等我认的', living: '住着的' },
  waiting: (count: number) => (count === 0 ? '没有等您认的' : `${count}位等您认一认`),
  help: '只认您见过、确实住这儿的。认错了，投票就不准了。',
  none: {
    waiting: { title: '没有等您认的', help: '有人登记住您这里，会告诉您。' },
    living: { title: '还没有认过的住户', help: '认过的都在这里。' },
  },
  notMine: { title: '您不用认住户', help: '这是楼栋长和网格员的事。' },
  fact: ({ kind, floating, since, phone }: Resident) =>
    [
      kindWords[kind],
      floating ? '户口不在本地' : '户口在本地',
      `说${yearDateWords(since)}起住这儿`,
      phone ? `电话${phone}` : '没留电话',
    ].join('，'),
  renewal: '请您再认一年',
  until: (at: number) => `认到${dateWords(at)}`,
  steps: {
    confirm: '是，住这儿',
    refuse: '不是',
    renew: '还住这儿',
    report: '搬走了',
  } satisfies Partial<Record<StepKind, string>>,
  reason: {
    refuse: { title: '为什么不认', label: '理由，他看得到', placeholder: '比如：没见过，请带租房合同来找我' },
    report: { title: '怎么知道他搬走了', label: '理由，他看得到', placeholder: '比如：上个月退了房' },
  },
  missing: '写两个字以上',
} as const
