import type { GoalSource } from '#core/goals/goal'
import type { OfferWords, Weekly } from '#core/offers/offer'
import { personOf } from './personas'
import type { Scene } from './scenes'

export interface OfferTale {
  id: string
  words: OfferWords
  weekly: Weekly[]
  walkIn: boolean
  provider: string
  /** So many neighbours book each time. */
  come: number
  /** 李先生 has booked the next time. */
  li?: boolean
}

const CHEN = personOf('volunteer.chen')
const STAFF = personOf('staff.grid')

export const OFFERS: OfferTale[] = [
  {
    id: 'offer.haircut',
    words: {
      title: '义务理发',
      detail: '行动不便的长者优先，不收钱。带一条毛巾。',
      kind: 'haircut',
      who: '陈女士和两位师傅',
      place: '23栋旁服务站',
    },
    weekly: [{ weekday: 6, from: 540, to: 660, capacity: 6 }],
    walkIn: false,
    provider: CHEN,
    come: 4,
    li: true,
  },
  {
    id: 'offer.law',
    words: {
      title: '租房合同法律咨询',
      detail: '带上合同和收据的照片。一次二十分钟。',
      kind: 'legal',
      who: '区律师协会值班律师',
      place: '服务站二楼',
    },
    weekly: [{ weekday: 3, from: 1140, to: 1260, capacity: 5 }],
    walkIn: false,
    provider: STAFF,
    come: 5,
  },
  {
    id: 'offer.health',
    words: {
      title: '量血压、看报告',
      detail: '空腹来最好，报告带上。',
      kind: 'health',
      who: '社区卫生服务站护士',
      place: '23栋旁服务站',
    },
    weekly: [
      { weekday: 2, from: 480, to: 570, capacity: 10 },
      { weekday: 5, from: 480, to: 570, capacity: 10 },
    ],
    walkIn: false,
    provider: STAFF,
    come: 6,
  },
  {
    id: 'offer.repair',
    words: {
      title: '小家电维修',
      detail: '风扇、电饭煲、插座。换零件只收成本。',
      kind: 'repair',
      who: '温师傅',
      place: '23栋一楼',
    },
    weekly: [{ weekday: 7, from: 840, to: 1020, capacity: 8 }],
    walkIn: false,
    provider: personOf('head.023'),
    come: 3,
  },
  {
    id: 'offer.desk',
    words: {
      title: '代办居住登记、社保查询',
      detail: '身份证自己拿着，我们不留复印件。',
      kind: 'desk',
      who: '曾小云',
      place: '23栋旁服务站',
    },
    weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 510, to: 720, capacity: 20 })),
    walkIn: true,
    provider: STAFF,
    come: 0,
  },
]

interface GoalTale {
  text: string
  /** How it was proven; `null`: it was not. */
  note: string | null
  scene: Scene
  about?: GoalSource
}

/** This week's first, then back week by week. */
export const GOALS: GoalTale[] = [
  {
    text: '把77栋后面堆的旧家具清走',
    note: null,
    scene: 'litter',
  },
  {
    text: '给没有门牌的楼挂好临时号牌',
    note: '48栋都挂上了，快递认得到门',
    scene: 'plate',
    about: { kind: 'project', id: 'project.plates' },
  },
  { text: '巷口画上不停车的黄线', note: '画好了，三轮车也挪走了', scene: 'clear_road' },
  { text: '上门看一遍独居老人的煤气', note: '9户都看过，换了3根管子', scene: 'mended' },
  { text: '修好三盏不亮的路灯', note: '三盏都亮了', scene: 'lit_street' },
  { text: '清一遍垃圾屋的墙和地', note: '冲干净了，换了两个桶', scene: 'clean' },
  { text: '把充电桩旁的飞线拆掉', note: null, scene: 'cars' },
  { text: '疏通44栋门口的下水口', note: '通了，下大雨也不积水', scene: 'water' },
  { text: '护住斜坡脚下的排水沟', note: '沟清了，围了警示带', scene: 'guarded' },
  { text: '给12栋到40栋的巷子装灯', note: '14盏灯装好，晚上都亮', scene: 'lit_street' },
]

interface ChangeTale {
  day: number
  title: string
  words: string
  before: Scene
  after: Scene
  concernIds: string[]
  projectIds: string[]
}

export const CHANGES: ChangeTale[] = [
  {
    day: -88,
    title: '12栋到40栋的巷子亮了',
    words: '老人晚上敢出门散步了。',
    before: 'dark_street',
    after: 'lit_street',
    concernIds: ['c.lights'],
    projectIds: [],
  },
  {
    day: -58,
    title: '垃圾屋不臭了',
    words: '每天冲一遍，桶也多了两个。',
    before: 'litter',
    after: 'clean',
    concernIds: [],
    projectIds: [],
  },
  {
    day: -28,
    title: '巷口不堵了',
    words: '画了线，救护车进得来。',
    before: 'cars',
    after: 'clear_road',
    concernIds: [],
    projectIds: [],
  },
  {
    day: -1,
    title: '48栋有了门牌',
    words: '快递、外卖、救护车都找得到门。',
    before: 'bare_wall',
    after: 'plate',
    concernIds: ['c.plates'],
    projectIds: ['project.plates'],
  },
]
