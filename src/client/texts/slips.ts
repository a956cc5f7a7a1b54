import type { Channel, SlipState } from '#core/council/slip'
import type { UnitKind } from '#core/council/statute'
import { bodyWords } from './units'

export const channelWords: Record<Channel, string> = { app: '手机票', paper: '纸票', phone: '电话票' }

export const slipStateWords: Record<SlipState, string> = {
  waiting: '等复核',
  counted: '算一票',
  refused: '退回了',
  late: '截止前没人复核，不算',
}

export const slips = {
  title: '录票',
  open: '录纸票、电话票',
  over: '票已经截止了',
  secret: '这次不记名',
  secretHelp: '只拍信封上签名的那一面，别把怎么投的拍进去。录的票复核后就混进票箱，谁也对不上。',
  waiting: (many: number) => `${many}张等复核`,
  enter: '录一张',
  missing: (many: number, kind: UnitKind) => `${many}${bodyWords[kind].unit}还没投`,
  done: '录过的',
  none: '没有纸票',
  noneHelp: '这次大家都在手机上投。',
  channel: '怎么来的票',
  unit: (kind: UnitKind) => `哪一${bodyWords[kind].count}`,
  unitHint: (kind: UnitKind) =>
    kind === 'building' ? '写栋号，比如 23' : '按名册里的写法，写几个字就找得到',
  found: '名册里还没投的',
  plate: (no: string) => `${no}栋`,
  noUnit: (kind: UnitKind) => `名册里没有这一${bodyWords[kind].count}，或者已经投了`,
  onSlip: '票上怎么写的',
  choose: '票上怎么写的，选一样',
  photo: { paper: '拍下纸票', phone: '拍下电话记录：谁、几时、怎么说的' },
  noPhoto: '票要拍下来',
  fourEyes: (kind: UnitKind) =>
    `另一位看着照片再录一次，两次一样才算。${kind === 'building' ? '楼栋长' : '本人'}会收到消息。`,
  send: '交给另一位复核',
  by: (channel: string, name: string) => `${channel}，${name}录的`,
  decided: (name: string) => `${name}复核`,
  another: '您录的，要另一位来复核。',
  picture: (label: string, n: number) => `${label}的票，第${n}张照片`,
  read: '看照片，票上怎么写的您就怎么选。头一位选了什么不给看。',
  why: '为什么退回',
  confirm: (label: string) => `${label}的票就是这样`,
  refuse: (label: string) => `退回${label}的票`,
  disputed: (words: string, kind: UnitKind) =>
    `${kind === 'building' ? '楼栋' : '本人'}说不是自己投的：${words}`,
  shown: '纸票和电话票',
  fourEyesDone: (kind: UnitKind) => `两个人看着票录的，算这一${bodyWords[kind].count}的一票。`,
  notOurs: (label: string) => `${label}：这不是我们投的`,
  notOursWhat: '您说了，把关人就收到，写在结果旁边。截止前您也可以自己在手机上重新投。',
  notOursWhy: '怎么回事',
  notOursSend: '说出去',
} as const
