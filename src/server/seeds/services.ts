import { DAY, HOUR, PILOT_ESTATE, PILOT_GRID, STREET } from './codes'
import { personOf } from './personas'

const MORNING = [510, 720] as const
const AFTERNOON = [840, 1050] as const

/** What the stations of `offices.ts` are besides their names: numbers, doors, and what goes on there. */
export const STATION_FACTS = [
  {
    id: 's.jinxing',
    phone: '100-2810001',
    hours: { workdays: [MORNING, AFTERNOON], weekends: [[540, 720]], holidays: [] },
  },
  {
    id: 's.xinglong',
    phone: '100-2810002',
    hours: { workdays: [MORNING, [840, 1200]], weekends: [MORNING], holidays: [[540, 660]] },
  },
  {
    id: 's.jindu',
    phone: '100-2810003',
    hours: { workdays: [MORNING, AFTERNOON], weekends: [MORNING, AFTERNOON], holidays: [] },
  },
]

interface SeedActivity {
  id: string
  station_id: string
  title: string
  place: string
  /** Days from today, and hours of that day. */
  day: number
  from: number
  to: number
}

const ACTIVITIES: SeedActivity[] = [
  {
    id: 'sa.elders',
    station_id: 's.xinglong',
    title: '长者下午茶和象棋',
    place: '服务站一楼',
    day: 2,
    from: 15,
    to: 17,
  },
  {
    id: 'sa.law',
    station_id: 's.xinglong',
    title: '租房合同怎么签，律师在场',
    place: '服务站二楼',
    day: 5,
    from: 19,
    to: 21,
  },
  {
    id: 'sa.home',
    station_id: 's.jindu',
    title: '党员回家，服务万家：家电小修',
    place: '金都雅苑中庭',
    day: 3,
    from: 9,
    to: 12,
  },
  {
    id: 'sa.kids',
    station_id: 's.jinxing',
    title: '放学后写作业',
    place: '23栋旁服务站',
    day: 1,
    from: 16,
    to: 18,
  },
]

export const activityRows = (epoch: number) =>
  ACTIVITIES.map(({ day, from, to, ...one }) => ({
    street_id: STREET,
    ...one,
    from_at: epoch + day * DAY + from * HOUR,
    to_at: epoch + day * DAY + to * HOUR,
    made_by: personOf('community.staff'),
    off_at: null,
  }))

export const BRANCHES = [
  {
    id: 'pb.jinxing',
    grid_path: PILOT_GRID,
    estate_id: PILOT_ESTATE,
    name: '金兴街20号小区功能型党支部',
    secretary_id: personOf('secretary'),
    members: 14,
    duties: '把党员编进楼栋，带头值守、调解，牵头议事会把关议题',
    ended_at: null,
  },
  {
    id: 'pb.jindu',
    grid_path: `${STREET}.004.001`,
    estate_id: 'jindu-yayuan',
    name: '金都雅苑小区党支部',
    secretary_id: 'p.jindu-party',
    members: 23,
    duties: '“党员回家、服务万家”：周末家电小修、助老，联系业委会和物业',
    ended_at: null,
  },
]

/** What became of the pilot's grids, for the public notice. */
export const gridChangeRows = (epoch: number) =>
  [
    { id: 'gc.1', kind: 'added' as const, day: 400, detail: { words: '' } },
    {
      id: 'gc.2',
      kind: 'renamed' as const,
      day: 150,
      detail: { words: '小金口社区第5网格', name: '金兴街网格' },
    },
    { id: 'gc.3', kind: 'drawn' as const, day: 140, detail: { words: '' } },
  ].map(({ day, ...one }) => ({
    street_id: STREET,
    grid_path: PILOT_GRID,
    at: epoch - day * DAY + 9 * HOUR,
    by_id: personOf('street.admin'),
    ...one,
  }))

/** “1+6+N” besides the street's own offices: the centre, and the city's and district's forces. */
export const DIRECTORY = [
  {
    id: 'center',
    name: '小金口街道综治中心',
    level: 'street',
    kind: 'center',
    phone: '100-2810010',
    duties: '一个门进，矛盾纠纷和民情一起接',
  },
  {
    id: 'grid-office',
    name: '街道综合网格办',
    level: 'street',
    kind: 'grid',
    phone: null,
    duties: '网格怎么划、网格员怎么管',
  },
  {
    id: 'court-tribunal',
    name: '人民法庭（示例）',
    level: 'district',
    kind: 'court',
    phone: null,
    duties: '诉前调解，指导人民调解',
  },
  {
    id: 'procuratorate',
    name: '区人民检察院（示例）',
    level: 'district',
    kind: 'procuratorate',
    phone: null,
    duties: '检察官进网格，支持起诉',
  },
  {
    id: 'police-district',
    name: '区公安分局（示例）',
    level: 'district',
    kind: 'police',
    phone: null,
    duties: '治安、户政、流动人口',
  },
  {
    id: 'justice-office',
    name: '司法所',
    level: 'street',
    kind: 'justice',
    phone: null,
    duties: '人民调解、法律援助',
  },
  {
    id: 'yueping-an',
    name: '“粤平安”云平台（示例）',
    level: 'city',
    kind: 'platform',
    phone: null,
    duties: '事件上下流转',
  },
  {
    id: 'political-legal',
    name: '市委政法委（示例）',
    level: 'city',
    kind: 'other',
    phone: null,
    duties: '牵头基层社会治理改革',
  },
] as const
