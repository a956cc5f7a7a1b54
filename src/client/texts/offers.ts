import type { OutputOf } from '#contracts/operations'
import type { OfferKind, Weekly } from '#core/offers/offer'
import { clockWords, dayWords } from './dates'

type Row = OutputOf<'offers.list'>['items'][number]
type Sitting = NonNullable<Row['next']>

export const offerKindWords: Record<OfferKind, string> = {
  haircut: '理发',
  repair: '维修',
  legal: '法律咨询',
  health: '量血压、看健康',
  elder: '长者',
  children: '孩子',
  desk: '办事窗口',
  other: '别的',
}

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 9:00, of the minutes of a day. */
export const minuteWords = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** 每周三9:00–12:00 */
export const weeklyWords = (weekly: readonly Pick<Weekly, 'weekday' | 'from' | 'to'>[]): string =>
  weekly
    .map(({ weekday, from, to }) => `${WEEKDAYS[weekday - 1] ?? ''}${minuteWords(from)}–${minuteWords(to)}`)
    .join('，')

export const sittingWords = (
  { startsAt, endsAt }: Pick<Sitting, 'startsAt' | 'endsAt'>,
  now: number,
): string => `${dayWords(startsAt, now)}${clockWords(startsAt)}–${clockWords(endsAt)}`

export const freeWords = ({ capacity, taken, state }: Sitting): string => {
  if (state === 'off') return '这次不办'
  return taken < capacity ? `还空${capacity - taken}个` : '约满了'
}

export const offers = {
  title: '常设服务',
  filter: '看哪些服务',
  shows: { open: '可以约', ended: '停了的', provided: '我办的' },
  empty: {
    open: { title: '这里还没有常设服务', help: '有了会写在这里，也可以到服务站问问。' },
    ended: { title: '没有停了的', help: '停掉的服务写在这里。' },
    provided: { title: '没有由您办的', help: '队长写服务时写上您，就在这里。' },
  },
  mine: '我约的',
  mineHelp: '什么时候去，去不了就退',
  write: '写一项服务',
  walkIn: '直接来，不用约',
  next: (words: string) => `最近${words}`,
  full: '四个星期都约满了',
  who: (who: string, place: string) => `${who}，${place}`,
} as const

export const offer = {
  title: '服务',
  sittings: '哪一段',
  none: '四个星期里没有了',
  book: '约这一段',
  other: '替邻居约',
  day: '这天谁来',
  callOff: '这次不办',
  change: '改一改',
  end: '停掉这项服务',
  ended: (note: string) => `停了：${note}`,
  until: '到哪天',
  sheet: '约一段',
  yes: '就约这一段',
  remind: '前一天傍晚提醒您。去不了，开始前退掉就行。',
  otherHelp: '邻居没有手机的，您来约。只留名字给办的人看，过两天就删。',
  otherName: '他叫什么',
  otherAgreed: '他本人同意了',
  cancel: '不去了',
  mine: (forWhom: string | null, state: string) =>
    [forWhom ? `替${forWhom}约的` : '', state].filter(Boolean).join('，'),
  note: '为什么，告诉约了的人',
} as const

export const bookings = {
  title: '我约的',
  empty: { title: '您还没有约服务', help: '到“常设服务”里挑一项。' },
} as const

export const day = {
  title: '这天谁来',
  came: '来了',
  absent: '没来',
  other: '邻居替他约的',
  none: '这一段没有人约',
  noSitting: '这一天没有安排',
  before: '前一天',
  after: '后一天',
  mark: (came: string, name: string) => `${name}${came}`,
} as const

export const writeOffer = {
  title: '写一项服务',
  send: '发布',
  kind: '哪一类',
  fields: {
    title: { label: '叫什么', placeholder: '义务理发' },
    who: { label: '谁来办', placeholder: '陈师傅，区律师协会' },
    place: { label: '在哪儿', placeholder: '党群服务站' },
    detail: { label: '要带什么、给谁优先', placeholder: '行动不便的长者优先' },
  },
  walkIn: '直接来，不用约',
  walkInHelp: '只写开门时间，不留位置。',
  weekly: (n: number) => `第${n}段`,
  weekday: '星期几',
  from: { label: '几点开始', placeholder: '9:00' },
  to: { label: '几点结束', placeholder: '11:00' },
  capacity: { label: '一段几个人', placeholder: '6' },
  more: '再加一段',
  less: '去掉这一段',
  change: '改一项服务',
  save: '改好了',
  why: '有人约的时间去掉了，为什么',
  days: { label: '办到哪天', hint: '写成2027-06-30，最多一年' },
  wrong: {
    words: '名称、谁来办、在哪儿都写一写',
    time: '时间写成9:00，结束在开始之后，人数至少1',
    days: '日期写成2027-06-30，从今天起一年以内',
  },
} as const
