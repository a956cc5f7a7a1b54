import type { JointEventKind, Owners, Party } from '#core/joint/matter'
import { dayWords } from './dates'

/** The three, by name; who stands for the owners is said as it is. */
export const partyWords = (party: Party, owners: Owners): string => {
  if (party === 'party_committee') return '社区党委'
  if (party === 'residents_committee') return '居委会'
  return owners === 'council' ? '楼栋长议事会' : '业委会'
}

export const jointKindWords: Record<JointEventKind, string> = {
  open: '发起',
  sign: '签字',
  return: '退回',
  cancel: '不办了',
}

/** 三方联动. */
export const joint = {
  title: '三方联动',
  matterTitle: '联动的事',
  help: '社区党委、居委会、业委会一起办，三方都签了才算办好。',
  shows: { open: '正在办', over: '办过的' },
  none: { open: '没有正在办的', over: '还没有办过的' },
  signed: (signed: number) => `3方签了${signed}方`,
  due: (due: number, now: number) => `到${dayWords(due, now)}`,
  overdue: '过期了',
  closed: '三方都签了，办好了',
  cancelled: '不办了',
  council: '这里没有业委会，由楼栋长议事会代表业主一方，签字的是本小区在任的楼栋长。',
  open: '发起一件',
  openTitle: '发起三方联动',
  estate: '哪个小区',
  hasCommittee: '这个小区有业委会',
  noCommittee: '没有的，由楼栋长议事会作第三方',
  subject: '办什么事',
  subjectHint: '4到60个字',
  duty: (party: string) => `${party}做什么`,
  days: '多久办好',
  dayChoices: { '7': '一周', '30': '一个月', '90': '三个月' },
  send: '发起',
  missing: '把事情和三方各做什么都写上',
  noEstate: '先选小区',
  parties: '三方',
  notSigned: '还没签',
  signedBy: (name: string, when: string) => `${name}，${when}签的`,
  story: '经过',
  sign: (party: string) => `代表${party}签字`,
  signHelp: '签了就是说：我们这一方的事办好了。一个人只能代表一方。',
  signLabel: '说明',
  returnIt: (party: string) => `代表${party}退回`,
  returnHelp: '已经签的都不算了，三方重新签。',
  reason: '理由',
  cancel: '不办了',
  cancelHelp: '写明理由，三方都会知道。',
} as const
