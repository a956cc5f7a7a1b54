import type { Closing, PauseReason } from '#core/concerns/concern'
import { levelWords } from './concern-words'
import { dateWords, dayWords, momentWords } from './dates'
import { byClock, closingWords, type Happening, pauseWords, ratingWords } from './timeline'

const known = <Word extends string>(table: Record<Word, string>, key: string | null): string =>
  key !== null && key in table ? table[key as Word] : ''

const sentence = (...parts: string[]): string => `${parts.filter(Boolean).join('，')}。`

/** Where a closed one ended, short enough for a tag. */
const closingTags: Record<Closing, string> = {
  confirmed: '办好了',
  silence: '办完了',
  withdrawn: '不用办了',
  merged: '合到一起办',
  content: '没有公开',
  out_of_remit: '没受理',
  petition: '没受理',
  invalid: '没受理',
}

export const detail = {
  council: {
    title: '议事会',
    project: '落实到哪一步',
    propose: '提成议题',
    help: '要大家一起定的，请楼栋长来商量、投票',
  },
  reportedBy: (reporter: string, at: number, now: number) => `${dayWords(at, now)}，${reporter}反映`,
  endorsed: (count: number) => `${count}人也遇到`,
  iEndorsed: '您说过“我也遇到”',
  urgent: { emergency: '紧急', urgent: '要快' },
  helped: {
    in_person: '替人报的，本人当面同意',
    by_phone: '替人报的，本人电话里同意',
    written: '替人报的，本人写了字条',
    guardian: '家长替孩子报的',
  },
  notPublic: '只有反映人和办的人看得到',
  closed: (closing: string | null) => known<Closing>(closingTags, closing as Closing | null) || '办完了',
  holder: {
    title: '现在归谁管',
    closedTitle: '最后归谁管',
    contactBy: (at: number, now: number) => `${momentWords(at, now)}前联系反映人`,
    dueBy: (at: number, now: number) => `${momentWords(at, now)}前办好`,
    paused: (reason: string | null, until: number | null, now: number) =>
      sentence(
        '先停一停',
        known<PauseReason>(pauseWords, reason as PauseReason | null),
        until === null ? '' : `到${dayWords(until, now)}`,
      ),
    answerUntil: (mine: boolean, at: number, now: number) =>
      mine ? `等您看，到${dayWords(at, now)}为止。` : `等反映人看，到${dayWords(at, now)}为止。`,
    assumed: '这一年的放假安排还没公布，期限先按平常的周末算。',
    extension: (until: number, reason: string, now: number) =>
      sentence(`想延到${dayWords(until, now)}`, reason, '等上一级答复'),
    called: (name: string, by: number, now: number) => `请了${name}，${momentWords(by, now)}前到`,
    arrived: (name: string, at: number, now: number) => `${name}${momentWords(at, now)}到场了`,
  },
  result: {
    title: '办得怎么样',
    says: (by: string, at: number, now: number) => `${by}说办好了，${momentWords(at, now)}`,
    explains: (by: string, at: number, now: number) => `${by}说明了情况，${momentWords(at, now)}`,
    checked: (by: string) => `${by}去看过，确实办好了`,
    unchecked: '还没有别人去看过',
    confirmed: (words: string) => (words ? `反映人说办好了，${words}` : '反映人说办好了'),
    unconfirmed: (mine: boolean) => (mine ? '等您看，办好了没有' : '等反映人看'),
    silence: '七天没等到反映人回话，先办完了',
  },
  ended: (closing: string | null) => known<Closing>(closingWords, closing as Closing | null),
  merged: '看合到的那一件',
  story: '这件事走到哪儿了',
  actions: {
    endorse: '我也遇到',
    confirm: '办好了',
    reopen: '还没好',
    withdraw: '不用办了',
  },
  guest: { title: '您也遇到了？', help: '登录了点一下，办的人就知道。', button: '登录' },
  rate: {
    title: '办得怎么样？',
    label: '选一个',
    choices: ratingWords,
    missing: '先选一个',
    words: '想说两句',
    send: '交上去',
  },
  reopen: {
    title: '哪里还没好？',
    words: '说两句，办的人好知道',
    hint: '比如：灯亮了，又灭了',
    send: '请接着办',
  },
  withdraw: { title: '不用办了？', words: '怎么了', send: '不用办了', cancel: '接着办' },
} as const

/** Why it stands where it stands: the last time it moved on the ladder, in one sentence. */
export function whyWords(move: Happening, now: number): string {
  const day = dateOf(move.at, now)
  const note = (move.detail.note ?? '').replace(/[。！!.]+$/, '')
  const place = levelWords[move.detail.toLevel ?? move.level]
  switch (move.kind) {
    case 'escalate':
      return sentence(byClock(move) ? '时间到了还没办' : note, `${day}报到${place}`)
    case 'delegate':
      return sentence(note, `${day}交给${place}`)
    case 'reopen':
      return sentence(note, `${day}反映人说还没好`)
    case 'accept':
      return sentence(`${day}受理，由${place}来办`)
    default:
      return sentence(`${day}交上来，等受理`)
  }
}

const dateOf = (at: number, now: number): string => {
  const day = dayWords(at, now)
  return /天$/.test(day) ? day : dateWords(at)
}

export const hardshipOffer = {
  title: '开一份解困',
  help: '开了以后先问本人同不同意，同意了社区五个工作日内评估',
  opened: '开好了',
  openedHelp: '已经去问本人，后面由社区民政来办',
} as const
