import type { MotionWords } from '#core/council/motion'
import type { At } from './moves'
import { personOf } from './personas'
import { headOf, residentId } from './residents'

/** A matter of the council: who said what, and how many buildings voted how. */
export interface CouncilTale {
  id: string
  concernId: string | null
  proposer: string
  words: MotionWords
  proposedAt: number
  /** Buildings that second it, by number. */
  seconds: number[]
  screenedAt: number
  announcedAt: number
  debatedAt: number
  said: { by: string; at: number; side: 'for' | 'against'; words: string }[]
  poll?: {
    id: string
    at: number
    days: number
    /** How many buildings were for it, against it, and abstained. */
    votes: [number, number, number]
    /** Buildings that have not voted on purpose. */
    except: number[]
    /** So many of those who voted did so on paper, read by two; one more slip waits for its second reader. */
    onPaper?: number
    /** Residents that were asked beside it, and what they think. */
    asked?: { by: string; choice: 'for' | 'against' | 'abstain' }[]
  }
  objections?: { unit: number; at: number; words: string }[]
  /** When its publicity is over: it passed, and nobody had it looked at again. */
  inForceAt?: number
}

/**
 * What 金兴街20号小区 talks about today: plates that are made, lamps in debate, parking at the vote, the elders' room in
 * publicity; and the rounds by night, on which hands were raised at the last meeting.
 */
export const councilTales = (at: At): CouncilTale[] => [
  rounds(at),
  plates(at),
  elderRoom(at),
  parking(at),
  lamps(at),
]

function rounds(at: At): CouncilTale {
  return {
    id: 'motion.rounds',
    concernId: null,
    proposer: personOf('head.023'),
    words: {
      title: '夜里巡查怎么排班',
      text: '每晚10点到12点两栋一班，一栋一个月轮一次，楼栋长带队，登记在巡查本上。',
      who: '各栋楼栋长，网格员排表',
      byWhen: at(60, '18:00'),
      costFen: 0,
    },
    proposedAt: at(-48, '20:00'),
    seconds: [12, 31, 58],
    screenedAt: at(-45, '10:00'),
    announcedAt: at(-45, '10:30'),
    debatedAt: at(-41, '19:00'),
    said: [],
  }
}

function plates(at: At): CouncilTale {
  return {
    id: 'motion.plates',
    concernId: 'c.plates',
    proposer: personOf('head.two'),
    words: {
      title: '没有门牌的48栋先挂临时号牌',
      text: '等新门牌的时候，先给没有号的48栋做一块临时号牌，写栋号和楼栋长电话，楼栋长自己挂。',
      who: '网格员做牌，各栋楼栋长挂',
      byWhen: at(-2, '18:00'),
      costFen: 144_000,
    },
    proposedAt: at(-38, '19:00'),
    seconds: [8, 15, 16],
    screenedAt: at(-36, '10:00'),
    announcedAt: at(-36, '10:20'),
    debatedAt: at(-30, '19:00'),
    said: [{ by: headOf(8), at: at(-30, '19:30'), side: 'for', words: '叫救护车最怕说不清是哪一栋。' }],
    poll: { id: 'poll.plates', at: at(-19, '18:00'), days: 5, votes: [121, 12, 5], except: [77] },
  }
}

function elderRoom(at: At): CouncilTale {
  return {
    id: 'motion.elders',
    concernId: null,
    proposer: personOf('head.two'),
    words: {
      title: '老年活动室几点开、钥匙谁管',
      text: '每天7:30到11:30、14:30到20:30开门。1栋、64栋楼栋长各管一把钥匙，电费从社区活动经费出。',
      who: '1栋、64栋楼栋长',
      byWhen: at(20, '18:00'),
      costFen: 0,
    },
    proposedAt: at(-24, '19:30'),
    seconds: [23, 31, 58],
    screenedAt: at(-21, '10:00'),
    announcedAt: at(-21, '10:20'),
    debatedAt: at(-17, '19:00'),
    said: [
      {
        by: personOf('elder.72'),
        at: at(-17, '19:20'),
        side: 'for',
        words: '下雨天没处去，早上开两个钟头也好。',
      },
      { by: headOf(12), at: at(-17, '20:05'), side: 'against', words: '晚上八点半太晚，楼上小孩要睡。' },
      {
        by: residentId(2, 2),
        at: at(-16, '08:10'),
        side: 'for',
        words: '八点半关门，棋牌小声点就行，值班的人管着。',
      },
    ],
    poll: { id: 'poll.elders', at: at(-9, '18:00'), days: 5, votes: [101, 33, 4], except: [] },
    objections: [
      { unit: 12, at: at(-2, '20:10'), words: '晚上八点半太晚，应当八点关门。' },
      { unit: 71, at: at(-1, '09:00'), words: '电费从哪笔经费出，没有写清楚。' },
    ],
  }
}

function parking(at: At): CouncilTale {
  return {
    id: 'motion.parking',
    concernId: 'c.parking',
    proposer: personOf('volunteer.chen'),
    words: {
      title: '30栋到34栋一侧划停车位，另一侧不停',
      text: '巷子南侧划12个车位，先到先停；北侧画黄线，留给三轮车和消防。每周由一栋轮值看一遍。',
      who: '驻格交警画线，各栋轮值',
      byWhen: at(25, '18:00'),
      costFen: 468_000,
    },
    proposedAt: at(-16, '20:15'),
    seconds: [34, 31, 44],
    screenedAt: at(-13, '09:30'),
    announcedAt: at(-13, '10:00'),
    debatedAt: at(-9, '19:00'),
    said: [
      { by: headOf(34), at: at(-9, '19:30'), side: 'for', words: '收垃圾的车进不来，划了线才有规矩。' },
      {
        by: residentId(30, 3),
        at: at(-8, '12:40'),
        side: 'against',
        words: '12个车位不够停，多出来的车往哪里去？',
      },
      {
        by: personOf('volunteer.chen'),
        at: at(-8, '21:00'),
        side: 'for',
        words: '村口空地晚上能停二十辆，走过来三分钟。',
      },
    ],
    poll: {
      id: 'poll.parking',
      at: at(-2, '18:00'),
      days: 4,
      votes: [71, 26, 6],
      except: [23, 44, 45],
      onPaper: 2,
      asked: [31, 33, 35, 36, 38, 52, 63, 90].map((house, n) => ({
        by: residentId(house, 3),
        choice: n % 3 === 2 ? ('against' as const) : ('for' as const),
      })),
    },
  }
}

function lamps(at: At): CouncilTale {
  return {
    id: 'motion.lamps',
    concernId: null,
    proposer: personOf('resident.li'),
    words: {
      title: '后巷路灯几点亮、几点灭，电费怎么分',
      text: '天黑亮灯，半夜一点后隔一盏关一盏。电费按栋平摊，一栋一个月3元，由楼栋长收齐。',
      who: '网格员收账，23栋楼栋长核对',
      byWhen: at(30, '18:00'),
      costFen: 57_300,
    },
    proposedAt: at(-9, '21:05'),
    seconds: [23, 12, 58],
    screenedAt: at(-6, '15:00'),
    announcedAt: at(-6, '15:10'),
    debatedAt: at(-2, '19:00'),
    said: [
      { by: headOf(58), at: at(-2, '19:10'), side: 'for', words: '亮着走路安心，一个月3元拿得出。' },
      {
        by: headOf(12),
        at: at(-2, '20:30'),
        side: 'against',
        words: '有的栋住4个人，有的住17个，按栋摊不公平。',
      },
      {
        by: residentId(101, 2),
        at: at(-1, '12:15'),
        side: 'for',
        words: '按人摊算不清，先按栋收一年再看。',
      },
      {
        by: personOf('head.two'),
        at: at(-1, '18:40'),
        side: 'against',
        words: '半夜一点关一半，下夜班的人还是摸黑。',
      },
    ],
  }
}
