import type { Kind, Method, State } from '#core/heads/appointment'
import type { StepKind } from '#core/heads/steps'
import type { Seat } from '#core/offices/seats'
import { momentWords, yearDateWords } from './dates'

/** 网格公示牌. */
export const board = {
  title: '网格公示牌',
  size: (pieces: number, buildings: number, residents: number) =>
    `${pieces}个片区，${buildings}栋，${residents}人`,
  seats: '有事找他们',
  filled: (filled: number) => `8席，到位${filled}席`,
  vacant: '空着，已报街道',
  call: (seat: string, name: string) => `给${seat}${name}打电话`,
  noPhone: '电话没有公开',
  initial: (name: string) => name.slice(0, 1),
  heads: '楼栋长',
  headed: (headed: number, buildings: number) => `${buildings}栋里有${headed}栋有楼栋长`,
  stations: '党群服务站',
  noStation: '这个网格还没有登记服务站',
  services: '开放时间、活动和党支部',
  posted: '正在公示的楼栋长人选',
  nonePosted: '这会儿没有在公示的人选',
  mine: {
    title: '您也在这块牌上',
    on: '您的电话在牌上，谁都看得到',
    off: '您的电话不在牌上',
    show: '把我的电话放上去',
    hide: '不放我的电话了',
  },
} as const

/** The eight seats, with what each is for. */
export const seatWords: Record<Seat, { name: string; duty: string }> = {
  secretary: { name: '党支部书记', duty: '牵头议事，把关议题' },
  grid_head: { name: '网格长', duty: '网格里的事由他统筹' },
  deputy_head: { name: '副网格长', duty: '网格长不在时由他管' },
  grid_staff: { name: '网格员', duty: '收您反映的事，跟到办好' },
  pioneer: { name: '党员先锋队长', duty: '带党员帮困、值守' },
  captain: { name: '志愿服务队长', duty: '组织志愿服务' },
  police: { name: '驻格民警', duty: '治安、纠纷、门牌' },
  traffic: { name: '驻格交警', duty: '停车、通道、路口' },
}

export const seatOf = (seat: string) => seatWords[seat as Seat]

export const kindWords: Record<Kind, string> = { head: '楼栋长', acting: '代理楼栋长' }
export const methodWords: Record<Method, string> = {
  elected: '邻居选的',
  recommended: '大家推荐的',
  self_nominated: '自己报名的',
}
export const stateWords: Record<State, string> = {
  nominated: '公示中',
  declined: '没有同意',
  withdrawn: '撤回了',
  confirmed: '定了，还没上任',
  active: '在任',
  ended: '卸任了',
}
export const endingWords = {
  expired: '任期满了',
  succeeded: '由新楼栋长接任',
  resigned: '本人辞任',
  revoked: '社区免去',
} as const

export const termWords = (from: number, to: number): string =>
  `${yearDateWords(from)}起，到${yearDateWords(to)}`
export const postedUntil = (until: number, now: number): string => `公示到${momentWords(until, now)}`
export const objectionWords = (count: number): string => (count === 0 ? '没有人提意见' : `${count}条意见`)

interface StepWords {
  name: string
  what: string
  /** The field to fill in, if there is one. */
  label?: string
  placeholder?: string
}

export const stepWords: Partial<Record<StepKind, StepWords>> = {
  object: {
    name: '我有意见',
    what: '只有网格和社区知道是您提的。',
    label: '您的意见',
    placeholder: '比如：他常年不在这边住',
  },
  confirm: {
    name: '确认',
    what: '公示满了，定下来，马上生效。',
    label: '答复邻居的意见',
    placeholder: '没有意见可以不填',
  },
  decline: { name: '不同意', what: '写明理由，告诉本人和提名人。', label: '为什么' },
  withdraw: { name: '撤回', what: '这次提名就到这里。' },
  resign: {
    name: '辞任',
    what: '从现在起不再是这一栋的楼栋长。',
    label: '为什么辞',
    placeholder: '比如：下个月搬走',
  },
  revoke: { name: '免去', what: '先听本人怎么说，再写理由。', label: '为什么免' },
  hand_over: {
    name: '写交接清单',
    what: '没办完的事自动列上，您写钥匙和要留意的。',
    label: '要留意的',
    placeholder: '比如：三楼水表要常看',
  },
  take_over: { name: '接过清单', what: '清单看过，钥匙拿到了。' },
  ask_removal: {
    name: '请求免去',
    what: '一户算一次。一半住户请求了，社区就要听取意见、作出答复。谁提的不公开。',
  },
  unask_removal: { name: '收回请求', what: '收回您这一户的请求。' },
  answer_removal: { name: '答复住户', what: '听过双方以后不免的，写明理由，住户都看得到。', label: '理由' },
}

export const revokeWords = {
  when: '哪天听的',
  days: { today: '今天', yesterday: '昨天', before: '前天' },
  heard: '本人怎么说',
  heardHint: '没来的，写明几时通知的',
} as const
export const handOverWords = {
  keys: '钥匙',
  keysHint: '几把，开哪里',
  title: '交接清单',
  open: (count: number) => (count === 0 ? '没有没办完的事' : `${count}件没办完的事`),
  given: (moment: string) => `${moment}写的`,
  taken: '接过去了',
  notTaken: '还没人接',
} as const

export const appointment = {
  title: '楼栋长任职',
  how: '怎么来的',
  why: '为什么是他',
  objections: '邻居的意见',
  answered: '社区的答复',
  reason: '理由',
  hearing: '听取本人意见',
  removal: '住户的请求',
  asked: (asked: number, households: number) => `${households}户里有${asked}户请求免去`,
  half: '过半了，等社区答复',
  notHalf: '一半住户请求了，社区就要答复',
  removalAnswer: (asked: number, households: number) => `${households}户里${asked}户请求，社区答复`,
  somebody: '一位邻居',
} as const

/** 我的楼栋. */
export const houses = {
  title: '我的楼栋',
  none: { title: '您还不是楼栋长', help: '想当的，跟网格员说一声，由网格提名。' },
  choose: '看哪一栋',
  office: (kind: Kind, until: number) => `${kindWords[kind]}，任期到${yearDateWords(until)}`,
  people: (residents: number) => `住着${residents}人`,
  waits: '等您办的',
  open: '民情',
  openHelp: (count: number) => (count === 0 ? '没有等您办的' : `${count}件等您`),
  council: '议事会',
  councilHelp: (count: number) => (count === 0 ? '没有等您投的票' : `${count}个议题等您投票`),
  confirm: '认住户',
  confirmHelp: (count: number) => (count === 0 ? '没有等您认的' : `${count}位等您认一认`),
  pass: '传通知',
  passTitle: '要传到户的通知',
  passed: '看过了，传到户了',
  from: (by: string, ago: string) => `${by}，${ago}`,
  nothing: '没有等您的',
  own: '关于您的',
  handovers: '交接',
  write: (label: string) => `${label}的交接清单，等您写`,
  take: (label: string) => `${label}的交接清单，等您接`,
  page: '任职和交接',
} as const

/** 楼栋长 of a grid, for those who propose and confirm. */
export const headsPage = {
  title: '楼栋长',
  headless: (count: number) => (count === 0 ? '栋栋有人' : `还有${count}栋没有楼栋长`),
  list: '在任和人选',
  none: '还没有楼栋长',
  propose: '提名楼栋长',
  proposeTitle: '提名谁',
  building: '哪一栋',
  buildingHint: '选这一栋，再选人',
  person: '提名谁',
  nobody: '这一栋还没有确认过的住户，先请楼栋长或网格员认一认',
  kind: '当什么',
  method: '怎么来的',
  term: '任期',
  terms: { one: '一年', two: '两年', three: '三年' },
  bridge: '代理90天，不用公示',
  send: '提名',
  missing: '先选一位',
  sent: '提名了，公示3天',
  whole: '全部',
  which: '看哪个网格',
  estate: '哪个小区',
  basis: '提名的是',
  bases: { residence: '这一栋的住户', owner: '房东', manager: '管理人' },
  basisWords: '看了什么证明',
  basisHint: '比如：看过房产证或委托书',
  basisMissing: '写明看了什么证明',
  why: '提名楼栋长',
} as const

export const noticesPage = {
  title: '通知楼栋长',
  write: '写一则通知',
  heading: '标题',
  headingHint: '4到40个字',
  words: '要说的话',
  placeholder: '比如：周六上午停水两小时，请告诉每一户',
  to: (gridName: string) => `发给${gridName}的楼栋长`,
  send: '发出去',
  sent: (houses: number) => `发给了${houses}栋`,
  written: '发过的',
  none: '还没发过通知',
  passed: (passed: number, houses: number) => `${houses}栋里${passed}栋传到了`,
} as const
