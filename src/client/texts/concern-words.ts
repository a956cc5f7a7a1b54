import type { CategoryCode } from '#core/concerns/category'
import type { State } from '#core/concerns/concern'
import type { Level } from '#core/grids/grid'

/** What residents call each kind of concern. */
export const categoryWords: Record<CategoryCode, string> = {
  LIGHT_BROKEN: '路灯不亮',
  LIGHT_MISSING: '缺路灯',
  PARK_MESS: '车乱停',
  PARK_FIRELANE: '堵消防道',
  PLATE_MISSING: '门牌',
  ELDER_PLACE: '老年活动场所',
  GARBAGE: '垃圾',
  RUBBLE: '建筑垃圾',
  MANHOLE: '井盖',
  WATER_PIPE: '水管',
  DRAIN: '下水道',
  GEO_HAZARD: '山体滑坡',
  BUILDING_CRACK: '房子开裂',
  FIRE_EBIKE: '电动车充电',
  ILLEGAL_BUILD: '乱搭乱建',
  NOISE: '吵闹',
  DISPUTE: '邻里纠纷',
  STREET_ORDER: '占道经营',
  GREEN: '绿化',
  FITNESS: '健身器材',
  RULES: '居住公约',
  HARDSHIP: '家里有难处',
  HEAD_CONDUCT: '楼栋长办事',
  CONSULT: '问政策',
  OTHER: '别的事',
}

/** Where it stands, as a resident would say. */
export const stateWords: Record<State, string> = {
  submitted: '等受理',
  held: '先给网格员看一眼',
  accepted: '受理了',
  in_progress: '在办',
  awaiting_department: '等部门到场',
  paused: '先停一停',
  resolved: '办了，等核实',
  verified: '等反映人看',
  closed: '办完了',
}

/** The ladder from near to far: level 3 first. */
export const levelWords: Record<Level, string> = { 3: '片区', 2: '网格', 1: '社区', 0: '街道' }

export const ladderWords = {
  label: (now: string) => `归谁管：现在在${now}`,
  passed: '经过',
  now: '现在',
  ahead: '还没到',
}

export const cardWords = {
  endorsed: (count: number) => `${count}人也遇到`,
  before: '之前',
  after: '之后',
  noPhoto: '没有照片',
}
