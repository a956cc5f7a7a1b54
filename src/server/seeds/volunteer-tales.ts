import type { ParsedOf } from '#contracts/operations'
import { DAY } from './codes'
import type { At } from './moves'
import { personOf } from './personas'

type Draft = ParsedOf<'tasks.draft'>

/** A task as a story: when it was written, who comes to each of its shifts, what went otherwise. */
export interface TaskTale {
  id: string
  words: Draft['words']
  shifts: Draft['shifts']
  source?: Draft['source']
  repeats?: Draft['repeats']
  writtenAt: number
  writer?: string
  leader?: string
  /** People with names, shift by shift, who sign up first. */
  named: string[][]
  /** How many neighbours besides. */
  come: number[]
  /** Its time has passed. */
  over?: boolean
  draft?: boolean
  /** Somebody cancels in time; somebody does not come. */
  cancelled?: boolean
  absent?: boolean
  /** Cancels three hours before the start. */
  late?: string
  unconfirmed?: boolean
}

const LI = personOf('resident.li')
const CHEN = personOf('volunteer.chen')
const CAPTAIN = personOf('captain.vol')

const wordsOf = (title: string, part: Partial<Draft['words']>): Draft['words'] => ({
  title,
  detail: '听领队安排，累了就歇。',
  kind: 'clean',
  risk: 'low',
  riskNote: '',
  insurance: '',
  training: '',
  minAge: 14,
  place: '1栋旁空房',
  point: null,
  skills: [],
  ...part,
})

/** Beside house 1. */
const ROOM = { latE6: 23_170_000, lngE6: 114_420_000 }

const CLEAN = wordsOf('周日大扫除', {
  detail: '扫巷子、清楼道、收杂物。工具在1栋旁空房领。',
  riskNote: '地面湿滑，穿防滑鞋',
  point: ROOM,
})
const ALLEY = wordsOf('巷口停车劝导', {
  detail: '请停在巷口的车挪到停车区，好好说，不争。',
  kind: 'traffic',
  risk: 'medium',
  riskNote: '站路边，穿反光衣',
  insurance: '街道志愿者意外险',
  minAge: 18,
  place: '9号巷口',
})
const VISIT = wordsOf('看望独居老人', {
  detail: '两人一组，问冷暖、看煤气和电线，记下要帮的。',
  kind: 'visit',
  place: '1片区7户',
  skills: ['first_aid', 'haircut'],
})

const shift = (startsAt: number, minutes: number, capacity: number, label = ''): Draft['shifts'][number] => ({
  label,
  startsAt,
  endsAt: startsAt + minutes * 60_000,
  capacity,
  minimum: 0,
})

/** What was done in the last four months. */
export const pastTales = (at: At): TaskTale[] => [
  ...[-104, -90, -76, -62, -48, -34].map((day, n) => ({
    id: `task.visit-${n + 1}`,
    words: VISIT,
    shifts: [shift(at(day, '19:30'), 60 + 15 * (n % 3), 8)],
    writtenAt: at(day - 4, '9:00'),
    named: [n % 2 === 0 ? [LI, CHEN] : [CHEN]],
    come: [3 + (n % 3)],
    over: true,
  })),
  ...[-55, -14].map((day, n) => ({
    id: `task.alley-${n + 1}`,
    words: ALLEY,
    shifts: [shift(at(day, '18:00'), 120, 8)],
    writtenAt: at(day - 5, '9:00'),
    named: [[LI]],
    come: [5],
    over: true,
  })),
  {
    id: 'task.sunday',
    words: CLEAN,
    shifts: [shift(at(-20, '8:00'), 150, 20)],
    writtenAt: at(-26, '9:00'),
    named: [[CHEN, LI, personOf('head.two')]],
    come: [20],
    over: true,
    cancelled: true,
    absent: true,
  },
  {
    id: 'task.yesterday',
    words: VISIT,
    shifts: [shift(at(-1, '19:30'), 90, 6)],
    writtenAt: at(-5, '9:00'),
    leader: CAPTAIN,
    named: [[LI, CHEN, personOf('head.two')]],
    come: [2],
    over: true,
    unconfirmed: true,
    late: personOf('head.two'),
  },
]

/** What is to be done: full and queued today, missing hands at the weekend, and one that waits for the captain. */
export const coming = (at: At): TaskTale[] => [
  {
    id: 'task.tonight',
    words: VISIT,
    shifts: [shift(at(0, '20:00'), 60, 4)],
    writtenAt: at(-3, '9:00'),
    named: [[CHEN]],
    come: [5],
  },
  {
    id: 'task.alley-3',
    words: ALLEY,
    shifts: [shift(at(5, '18:00'), 120, 8)],
    repeats: { days: 7, until: at(80, '0:00') },
    writtenAt: at(-2, '9:00'),
    named: [[]],
    come: [3],
  },
  {
    id: 'task.room',
    words: wordsOf('打扫布置活动室', {
      detail: '把1栋旁的空房收拾出来给老人坐坐：搬桌椅、擦窗、贴标识。',
      riskNote: '地面湿滑，穿防滑鞋',
      point: ROOM,
      skills: ['strength'],
    }),
    shifts: [
      shift(at(6, '8:00'), 90, 6, '搬桌椅'),
      shift(at(6, '8:00'), 120, 8, '打扫擦窗'),
      shift(at(6, '10:00'), 90, 6, '贴标识'),
    ],
    source: { kind: 'motion', id: 'motion.elders' },
    writtenAt: at(-1, '9:00'),
    named: [[], [CHEN], []],
    come: [7, 4, 3],
  },
  {
    id: 'task.plants',
    words: wordsOf('给楼顶花木浇水', { place: '23栋楼顶', riskNote: '楼顶有矮墙，别靠边' }),
    shifts: [shift(at(9, '7:00'), 60, 4)],
    writtenAt: at(0, '0:00') - DAY / 12,
    writer: personOf('head.023'),
    leader: personOf('head.023'),
    named: [[]],
    come: [0],
    draft: true,
  },
]
