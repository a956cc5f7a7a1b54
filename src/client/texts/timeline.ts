import type { OutputOf } from '#contracts/operations'
import type { Closing, DeclineReason, PauseReason } from '#core/concerns/concern'
import { levelWords } from './concern-words'
import { doubtOf } from './content'
import { dayWords, momentWords } from './dates'

export type Happening = OutputOf<'concerns.get'>['timeline'][number]

/** 1 to 5, as a person answers when asked how it was. */
export const ratingWords: Record<1 | 2 | 3 | 4 | 5, string> = {
  5: '很满意',
  4: '满意',
  3: '一般',
  2: '不满意',
  1: '很不满意',
}

export const pauseWords: Record<PauseReason, string> = {
  wait_reporter: '等反映人回话',
  wait_supplier: '等材料到货',
  wait_council: '等大家商量',
}

export const declineWords: Record<DeclineReason, string> = {
  out_of_remit: '不归街道管',
  petition: '要走信访办理',
  invalid: '说的事对不上',
}

/** How a matter ended, in one line of its own. */
export const closingWords: Record<Closing, string> = {
  confirmed: '反映人说办好了',
  silence: '办好后七天没人说还没好',
  withdrawn: '反映人说不用办了',
  merged: '合到另一件里办',
  content: '文字不合适，没有公开',
  ...declineWords,
}

type Say = (happening: Happening, now: number) => string

const known = <Word extends string>(table: Record<Word, string>, key: string | undefined): string =>
  key !== undefined && key in table ? table[key as Word] : ''

const toLevel = ({ detail, level }: Happening): string => levelWords[detail.toLevel ?? level]

const until: Say = ({ detail }, now) => (detail.until === undefined ? '' : momentWords(detail.until, now))

const dayUntil: Say = ({ detail }, now) => (detail.until === undefined ? '' : dayWords(detail.until, now))

const joined = (...parts: string[]): string => parts.filter(Boolean).join('，')

/** How the server signs what the clock did. */
const CLOCK = '系统'
export const byClock = ({ by }: Happening): boolean => by === CLOCK

/** One line of the story. Why a person sent it up may be for the parties alone; the clock has one reason. */
const sentences: Record<Happening['kind'], Say> = {
  submit: ({ detail }) =>
    joined('反映了这件事', detail.reason === undefined ? '' : `先看一眼：${doubtOf(detail.reason)}`),
  release: () => '看过文字，可以公开',
  reject_content: () => '文字不合适，退回了',
  accept: (one) => `受理了，由${toLevel(one)}来办`,
  decline: (one) => joined('没有受理', known(declineWords, one.detail.reason)),
  merge: () => '和另一件是同一件事，合起来办',
  contact: () => '联系过反映人',
  start: () => '开始办了',
  escalate: (one) => joined(byClock(one) ? '时间到了还没办' : '', `报到${toLevel(one)}`),
  delegate: (one) => `交给${toLevel(one)}办`,
  whistle: (one, now) =>
    joined(`请${one.detail.department ?? '部门'}到场`, until(one, now) && `${until(one, now)}前到`),
  arrive: (one) => `${one.detail.department ?? '部门'}到场了`,
  pause: (one, now) =>
    joined('先停一停', known(pauseWords, one.detail.reason), dayUntil(one, now) && `到${dayUntil(one, now)}`),
  resume: () => '接着办了',
  ask_extension: (one, now) => joined('想多要些时间', dayUntil(one, now) && `到${dayUntil(one, now)}`),
  answer_extension: (one, now) => answerToExtension(one, now),
  resolve: () => '办的人说办好了',
  verify: () => '去看过，确实办好了',
  return: () => '去看过，还没好，退回接着办',
  confirm: (one) => joined('反映人说办好了', one.detail.stars ? ratingWords[one.detail.stars] : ''),
  reopen: () => '反映人说还没好，接着办',
  withdraw: () => '反映人说不用办了',
  lapse: () => '七天没等到回话，先办完了',
}

function answerToExtension(one: Happening, now: number): string {
  if (one.detail.approved === false) return '没同意延期'
  const day = dayUntil(one, now)
  return day ? `同意延到${day}` : '同意延期'
}

/** What happened, as one resident tells another. */
export const happeningWords: Say = (one, now) => sentences[one.kind](one, now)

/** Short enough for a list: 刚有变化的. An unknown kind is named by nothing rather than wrongly. */
const brief: Record<Happening['kind'], string> = {
  submit: '刚反映',
  release: '可以公开了',
  reject_content: '文字退回了',
  accept: '受理了',
  decline: '没有受理',
  merge: '合到一起办',
  contact: '联系过反映人',
  start: '开始办了',
  escalate: '报到上一级',
  delegate: '交给下一级',
  whistle: '请部门到场',
  arrive: '部门到场了',
  pause: '先停一停',
  resume: '接着办了',
  ask_extension: '想多要些时间',
  answer_extension: '延期有答复了',
  resolve: '说办好了，等核实',
  verify: '核实过，办好了',
  return: '退回接着办',
  confirm: '反映人说办好了',
  reopen: '还没好，接着办',
  withdraw: '不用办了',
  lapse: '办完了',
}

export const briefWords = (kind: string): string => known(brief, kind)
