import type { Role } from '#core/people/actor'
import { yearDateWords } from './dates'
import { roleWords } from './me'

export const officeWords = (role: Role, acting: boolean): string =>
  role === 'grid_head' && acting ? '副网格长' : roleWords[role]

/** 谁担任什么. */
export const offices = {
  title: '谁担任什么',
  list: '在任的',
  search: '按姓名找',
  none: '这里还没有人任职',
  until: (until: number) => `到${yearDateWords(until)}`,
  end: '免去',
  endTitle: (name: string, office: string) => `免去${name}的${office}？`,
  endLabel: '为什么',
  endHelp: '告诉本人，从现在起生效。',
  waiting: '等第二个人复核',
  asked: (by: string) => `${by}提的`,
  approve: '同意',
  turnDown: '不同意',
  give: '任命',
  giveTitle: '任命谁',
  why: '任命',
  role: '担任什么',
  grid: '在哪个网格',
  noGrid: '再选在哪个网格',
  department: '哪个部门',
  noDepartment: '再选哪个部门',
  year: '任期一年，到时候再续',
  send: '任命',
  missing: '先选担任什么',
  done: '任命了',
  waits: '交上去了，等另一位街道干部复核',
} as const
