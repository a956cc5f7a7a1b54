import type { OutputOf } from '#contracts/operations'
import type { ListKind } from '#core/lists/entry'
import { KEEPING, type Review } from '#core/lists/keepers'
import { entryStateWords } from './chain'
import { dateWords, dayWords } from './dates'
import { roleWords } from './me'

type Shown = OutputOf<'lists.show'>['lists'][number]
type Entry = OutputOf<'lists.entries'>['items'][number]

export const listWords: Record<ListKind, string> = {
  concern: '民情',
  pairing: '结对',
  service: '服务',
  hardship: '解困',
  cogov: '共治',
}

/** What a list is, and what strikes an entry off. */
export const listHelp: Record<ListKind, string> = {
  concern: '大家反映的事。有结果、反映人说了算，才销号。',
  pairing: '谁和哪一户结对。结对结束了销号；是哪一户，只有办的人看得到。',
  service: '志愿任务和常设服务。时长确认了、服务到期了，才销号。',
  hardship: '谁家有困难。由经办以外的人核过才销号；这里只报数字。',
  cogov: '决议、项目、小目标、小变化、三方联动。验收了、公示满了，才销号。',
}

const reviewWords: Record<Review, string> = {
  daily: '每天看，每周例会过一遍',
  weekly: '每周发布一次',
  monthly: '每月过一遍',
  ninety_days: '每90天复核',
}

export const keeperWords = ({ list, keepers, keeperRole }: Shown): string =>
  [
    `${roleWords[keeperRole]}${keepers.length > 0 ? keepers.join('、') : '空着'}管`,
    reviewWords[KEEPING[list].review],
  ].join('，')

export const countWords = (counts: Shown['counts']): string => {
  const told = counts.flatMap(({ state, n }) => {
    if (n === 0) return []
    return [`${entryStateWords[state]}${n === null ? '不到5件' : n}`]
  })
  return told.length > 0 ? told.join('，') : '现在没有'
}

/** 23栋的一户: a pairing is named by its house alone. */
export const entryTitle = ({ kind, title }: Pick<Entry, 'kind' | 'title'>): string =>
  kind === 'pairing' ? `${title}的一户` : title

export const entryFacts = ({ owner, dueAt, endedAt, late }: Entry, now: number): string =>
  [
    owner,
    endedAt !== null && `${dateWords(endedAt)}结束`,
    endedAt === null &&
      dueAt !== null &&
      (late ? `${dayWords(dueAt, now)}就到期了` : `${dayWords(dueAt, now)}到期`),
  ]
    .filter(Boolean)
    .join('，')

export const lists = {
  title: '五清单',
  tabs: '哪一张清单',
  show: '看哪些',
  shows: { live: '在办的', ended: '结束的' },
  hidden: { title: '这里只报数字', help: '涉及人家的难处，只有经办的人看得到。' },
  opens: { pairing: '去结对', hardship: '去解困' },
  empty: { title: '这张清单现在是空的', help: '有了会写在这里。' },
  place: '换一个网格',
  estates: '只看一个小区',
  wholeGrid: '整个网格',
  weekly: '每周例会',
  weeklyHelp: '这周新来的、到期的、销号的、要定的',
  late: '超期',
  offers: '常设服务',
  offersHelp: '理发、维修、法律咨询，约一段',
  goals: '小目标、小变化',
  goalsHelp: '每周一个小目标，每月一个小变化',
} as const

export const weekly = {
  title: '每周例会',
  span: (from: number, to: number) => `${dateWords(from)}到${dateWords(to - 1)}`,
  before: '上一周',
  after: '下一周',
  sums: ({ added, due, struck, decide }: OutputOf<'lists.week'>['lists'][number]) =>
    `新来${added}，到期${due}，销号${struck}，要定${decide}`,
  parts: { decideRows: '要大家定的', dueRows: '到期的', addedRows: '这周新来的', struckRows: '这周销号的' },
  none: '没有',
  hidden: '只报数字，不列名单',
  print: '打印',
  save: '存成PDF',
  cloud: '这里存不了PDF，请到街道自己的网页上存。',
} as const
