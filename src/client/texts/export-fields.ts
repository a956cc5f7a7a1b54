import type { Role } from '#core/people/actor'
import type { DataKind } from '#core/people/personal-data'
import { momentWords, yearDateWords } from './dates'
import { roleWords } from './me'
import { notice } from './privacy'
import { rights } from './rights'

/** The columns of the file of 导出, as a person reads them. */
const FIELDS: Record<string, string> = {
  phone: '号码',
  name: '名字',
  birthYear: '出生年份',
  photo: '照片编号',
  building: '楼栋',
  kind: '种类',
  floating: '流动人口',
  no: '编号',
  category: '类别',
  state: '走到哪一步',
  visibility: '谁看得到',
  title: '题目',
  detail: '细节',
  place: '在哪儿',
  anonymous: '匿名',
  result: '结果',
  stars: '打了几分',
  rating: '评价',
  width: '宽',
  height: '高',
  bytes: '大小',
  reason: '理由',
  concern: '哪件事',
  latE6: '纬度（百万分之一度）',
  lngE6: '经度（百万分之一度）',
  template: '哪一种提醒',
  outcome: '结果',
  role: '职务',
  grid: '辖区',
  acting: '代理',
  endReason: '为什么结束',
  deed: '办了什么',
  office: '以什么身份',
  by: '谁',
  what: '看了什么',
  purpose: '哪一项',
  version: '第几版说明',
  given: '同意',
  about: '哪一样',
  words: '写的话',
  answer: '答复',
  corrected: '改了',
  verifiedAt: '微信核对',
  createdAt: '建号',
  sinceAt: '从',
  fromAt: '从',
  toAt: '到',
  confirmedAt: '确认',
  expiresAt: '确认到',
  submittedAt: '交上去',
  closedAt: '办完',
  sentAt: '发出',
  readAt: '看过',
  settledAt: '了结',
  joinedAt: '点的时候',
  doneAt: '办的时候',
  lookedAt: '看的时候',
  saidAt: '说的时候',
  askedAt: '提出',
  answeredAt: '答复的时候',
  eraseAt: '定在',
  endedAt: '了结',
}

export const fieldWords = (field: string): string => FIELDS[field] ?? field

/** One value of the file, in words where we have any. */
export function valueWords(field: string, value: string | number | boolean | null): string {
  if (value === null || value === '') return rights.takeAway.nothing
  if (typeof value === 'boolean') return value ? rights.takeAway.yes : rights.takeAway.no
  if (typeof value === 'number') return field.endsWith('At') ? timeWords(value) : String(value)
  if (field === 'role' || field === 'office') return roleWords[value as Role] ?? value
  return value
}

const timeWords = (at: number): string => `${yearDateWords(at)}${momentWords(at, at).replace(/^\D+/, ' ')}`

export const kindWords = (kind: DataKind): string => notice.data[kind].what
