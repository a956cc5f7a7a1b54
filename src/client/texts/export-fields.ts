import type { DataKind } from '#core/people/personal-data'
import { bookingWords } from './booking-states'
import { hardshipStates, pairingStates } from './care-states'
import { categoryWords, stateWords } from './concern-words'
import { clockWords, yearDateWords } from './dates'
import { children } from './guardians'
import { roleWords } from './me'
import { notice } from './privacy'
import { rights } from './rights'

/** The columns of the file of 导出, as a person reads them. */
const FIELDS: Record<string, string> = {
  phone: '号码',
  name: '名字',
  birthYear: '出生年份',
  birthMonth: '出生月份',
  room: '哪一间',
  guarding: '您是监护人',
  agreedAt: '同意',
  consent: '怎么同意的',
  forMe: '替您报的',
  statement: '听取意见时说的',
  notes: '交接清单',
  period: '哪一个月',
  score: '得分',
  computedAt: '算出',
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
  minutes: '分钟',
  forOther: '替邻居约的',
  part: '志愿服务到哪一步',
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
  visits: '哪几天来过',
  assessment: '评估怎么说',
  appeal: '不服的理由',
  measures: '帮了什么',
  startsAt: '什么时候',
  booking: '去没去',
  askedAt: '提出',
  answeredAt: '答复的时候',
  eraseAt: '定在',
  endedAt: '了结',
}

export const fieldWords = (field: string): string => FIELDS[field] ?? field

/** Codes of a column in the words other screens have for them; a code that is not here stays as it is. */
const CODES: Record<string, Record<string, string>> = {
  role: roleWords,
  office: roleWords,
  category: categoryWords,
  state: {
    ...pairingStates,
    ...hardshipStates,
    ...stateWords,
    given: '同意了',
    withdrawn: '没同意',
    outdated: '说明改过了',
    pending: '核对中',
    pass: '能看',
    review: '等人看',
    refused: '不显示',
  },
  booking: bookingWords,
  part: {
    asked: '等着',
    accepted: '报上了',
    waiting: '候补',
    offered: '有空位了',
    present: '签到了',
    done: '做完了',
    no_show: '没来',
    cancelled: '退了',
    declined: '队长没同意',
    issued: '证明开好了',
    revoked: '证明收回了',
    service: '得了积分',
    correction: '积分更正',
    exchange: '换了一样',
  },
  visibility: { public: '大家', parties: '当事的人', restricted: '您和经办人' },
  kind: { owner: '业主', tenant: '租户', family: '家属', granted: '同意了一次提醒' },
  consent: { in_person: '当面', by_phone: '电话里', written: '写了字条', guardian: '家长替孩子' },
  template: { progress: '有进展', result: '有结果', work: '待办' },
  outcome: { done: '办成了', erased: '注销了', taken_back: '反悔了', has_duties: '还有职务，没注销' },
  what: {
    reporter_phone: '您的手机号',
    found_by_phone: '用您的手机号找到了您',
    visit_notes: '您家的走访记录',
    hardship_case: '您的解困',
  },
  purpose: {
    phone: rights.consents.purposes.phone.title,
    face: rights.consents.purposes.face.title,
    messages: rights.consents.purposes.messages.title,
    place: rights.consents.purposes.place.title,
    hardship: rights.consents.purposes.hardship.title,
    report: children.purposes.report.title,
    household: children.purposes.household.title,
  },
  about: rights.corrections.kinds,
}

/** One value of the file, in words where we have any. */
export function valueWords(field: string, value: string | number | boolean | null): string {
  if (value === null || value === '') return rights.takeAway.nothing
  if (typeof value === 'boolean') return value ? rights.takeAway.yes : rights.takeAway.no
  if (typeof value === 'number') return field.endsWith('At') ? timeWords(value) : String(value)
  return CODES[field]?.[value] ?? value
}

const timeWords = (at: number): string => `${yearDateWords(at)} ${clockWords(at)}`

export const kindWords = (kind: DataKind): string => notice.data[kind].what
