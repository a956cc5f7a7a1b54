import type { Figure, Share } from '#core/dashboard/figures'
import { LEAST_TOLD } from '#core/dashboard/small-counts'

/** One decimal, cut off and never rounded up: 99.96 % is not all. */
export function percent(num: number, den: number): string {
  const permille = Math.floor((num * 1000) / den)
  return `${Math.floor(permille / 10)}.${permille % 10}%`
}

const hours = (minutes: number): number => Math.floor(minutes / 60)

/** The number as it stands large on a tile: a share, or hours for a thousand people. */
export const numberOf = (share: Share | undefined, num: number, den: number): string =>
  share === 'minutes' ? `${hours(Math.floor((num * 1000) / den))}小时` : percent(num, den)

/** The figures that are tiles, in the order of the city's own words. */
export const TILES = [
  'platform',
  'team',
  'register',
  'councils',
  'concerns',
  'service',
] as const satisfies Figure[]
export type TileFigure = (typeof TILES)[number]

export const tileTitles: Record<TileFigure, string> = {
  platform: '平台建起来',
  team: '队伍强起来',
  register: '数据活起来',
  councils: '机制转起来',
  concerns: '事件跑起来',
  service: '服务提起来',
}

/** What a share says in a few words, beside its number. */
export const shareWords: Record<Share, (num: number, den: number) => string> = {
  homes: (num, den) => `${den}人里有${num}人的住处确认过`,
  seats: (num, den) => `${den}个席位里有${num}个到位`,
  headed: (num, den) => `${den}栋里有${num}栋有楼栋长`,
  fresh: (num, den) => `${den}栋里有${num}栋的楼栋卡90天内核过`,
  active: (num, den) => `${den}个议事会里有${num}个60天内议过事`,
  response: (num, den) => `${den}件里有${num}件按时联系了反映人`,
  resolution: (num, den) => `${den}件里有${num}件按时办结`,
  satisfaction: (num, den) => `${den / 5}个评价，平均${Math.floor((num * 50) / den) / 10}分，满分5分`,
  minutes: (num, den) => `${den}人的网格里，志愿服务${hours(num)}小时`,
  in_grid: (num, den) => `${den}件里有${num}件在片区和网格办完`,
  in_street: (num, den) => `${den}件里有${num}件没出街道`,
}

/** How exactly it is counted: whoever sees a number may ask what it means. */
export const definitions: Record<Share, string> = {
  homes: '数的是住处由楼栋长或网格员确认过、现在还有效的人；和网格公布的常住人口比。',
  seats: '每个网格有八个席位；数的是现在有人担任的席位，代理副网格长算一个席位。',
  headed: '数的是现在有在任楼栋长的楼栋；和登记的全部楼栋比。',
  fresh: '数的是楼栋卡已经核实、并且90天内有人确认过的楼栋；和登记的全部楼栋比。',
  active: '数的是60天里有议题往前走了一步的楼栋长议事会；和现在的全部议事会比。',
  response: '按该联系反映人的时间算在哪个月；到时已经联系的算按时。撤回、并案和不归我们办的不算。',
  resolution: '按办结的时间算在哪个月；在答应的时间里给出结果的算按时。没有结果就结束的不算。',
  satisfaction: '反映人给结果打的分；没有打分的不算好也不算差。',
  minutes: '数的是这一年里确认过的志愿服务时长，摊到每一千名常住人口。改过的按改过的算。',
  in_grid: '数的是这一年有结果的事里，由楼栋长、片区或网格办完的。',
  in_street: '数的是这一年有结果的事里，没有请区里、市里的部门办的。',
}

export const levelWords: Record<string, string> = {
  3: '片区',
  2: '网格',
  1: '社区和村',
  0: '街道',
  outside: '街道外',
  OTHER: '其他',
}

export const dashboard = {
  title: '六个起来',
  help: '这个网格做得怎么样，一项一项看数字',
  about: (name: string) => `${name}，近12个月`,
  place: '看哪一个网格',
  tooFew: '太少，不公布',
  none: '还没有',
  hidden: `不到${LEAST_TOLD}个的数不公布，免得认出是谁。`,
  how: '怎么数的',
  months: '一个月一个月地看',
  noPast: '以前的数没有留下来，只看得到现在的。',
  month: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
  chart: (title: string, first: string, last: string) => `${title}的走势，一年前${first}，现在${last}`,
  levels: '小事不出网格',
  levelsSaid: (inGrid: string, inStreet: string) =>
    `在片区和网格办完的占${inGrid}，没出街道的占${inStreet}。`,
  topics: '大家说得最多的',
  pieces: (n: number) => `${n}件`,
  nothing: '这一年还没有数',
  plan: '小区平面图',
  planHelp: '哪一栋还有没办完的事',
} as const
