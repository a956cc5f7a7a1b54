import type { DepartmentKind, DepartmentLevel } from '#core/stations/departments'
import { type DayKind, type OpenHours, stretchesText } from '#core/stations/hours'
import { clockWords, dayWords } from './dates'

export const dayKindWords: Record<DayKind, string> = {
  workdays: '工作日',
  weekends: '周末',
  holidays: '节假日',
}

export const levelNames: Record<DepartmentLevel, string> = { street: '街道', district: '区', city: '市' }
export const kindNames: Record<DepartmentKind, string> = {
  center: '综治中心',
  grid: '综合网格',
  court: '法院',
  procuratorate: '检察院',
  police: '公安',
  justice: '司法行政',
  platform: '“粤平安”云平台',
  other: '其他力量',
}

/** 工作日8:30-12:00 14:00-17:30，周末不开. */
export const hoursWords = (hours: OpenHours): string =>
  (Object.keys(dayKindWords) as DayKind[])
    .map((kind) => `${dayKindWords[kind]}${stretchesText(hours[kind]) || '不开'}`)
    .join('，')

/** 党群服务站、活动、功能型党支部. */
export const services = {
  title: '党群服务',
  stations: '党群服务站',
  open: '开着门',
  shut: '这会儿没开',
  none: '还没有登记服务站',
  call: (name: string) => `给${name}打电话`,
  activities: '活动',
  when: (from: number, to: number, now: number) =>
    `${dayWords(from, now)}${clockWords(from)}到${clockWords(to)}`,
  branches: '功能型党支部',
  noBranch: '还没有功能型党支部',
  branch: (members: number, secretary: string | null, estate: string | null) =>
    `${estate ? `${estate}，` : ''}${members}名党员，书记${secretary ?? '还没定'}`,
  departments: '部门名录',
  departmentsHelp: '街道、区、市，各管什么',
  edit: '改',
  add: { station: '登记服务站', branch: '登记党支部', activity: '发活动', department: '登记部门' },
  name: '名字',
  address: '地址',
  phone: '电话',
  phoneHint: '没有就空着',
  hours: (kind: DayKind) => `${dayKindWords[kind]}开放时间`,
  hoursHint: '比如：8:30-12:00 14:00-17:30，不开就空着',
  hoursWrong: '写成8:30-12:00这样',
  missing: '名字和地址要写上',
  save: '就这样',
  close: '撤了',
  activity: {
    title: '什么活动',
    place: '在哪儿',
    date: '哪天',
    dateHint: '比如：2026-12-01',
    hours: '几点到几点',
  },
  activityWrong: '写全：什么活动、在哪儿、哪天、几点到几点',
  callOff: '不办了',
  wholeGrid: '不分小区，管整个网格',
  secretary: '书记',
  why: '登记党支部书记',
  members: '几名党员',
  duties: '管什么',
  branchMissing: '名字、党员人数和管什么都要写上',
} as const

export const departments = {
  title: '部门名录',
  help: '“1+6+N”：综治中心，六方面的力量，和其他力量。',
  level: '哪一级',
  kind: '哪一类',
  missing: '写上部门的名字',
  none: '这一级还没有登记部门',
} as const
