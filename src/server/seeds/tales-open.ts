import { type At, accept, by, contact, escalate, fixed, jx, pause, start, verify } from './moves'
import { personOf } from './personas'
import { afterIds, type Tale } from './play'
import { residentId } from './residents'

/** What is open in the pilot estate today: eleven, two of them overdue at the street's step. */
export const openTales = (at: At): Tale[] => [
  leak(at),
  crack(at),
  pausedPlate(at),
  ownPlate(at),
  meals(at),
  meterKey(at),
  litter(at),
  noise(at),
  parking(at),
  emptyHouse(at),
  darkCorner(at),
]

/** Overdue: the departments have been called and are awaited. */
function leak(at: At): Tale {
  return {
    id: 'c.open-drain',
    category: 'DRAIN',
    title: '105栋门口一下雨就倒灌',
    detail: '井口往外冒脏水，漫到门槛，臭得开不了窗。疏通过两次，管三天。',
    building: jx(105),
    words: '105栋门口的井',
    reporter: residentId(105, 2),
    at: at(-21, '08:15'),
    scenes: ['water'],
    endorsed: 12,
    moves: [
      by('staff.grid', at(-21, '08:40'), accept(2, 'grid')),
      by('staff.grid', at(-21, '08:55'), contact('上午带疏通车过来')),
      by('staff.grid', at(-21, '09:30'), start),
      by('staff.grid', at(-21, '16:20'), escalate('疏通了还冒，管子断在路下面，网格修不了')),
      by('community.staff', at(-21, '17:05'), start),
      by('community.staff', at(-21, '17:20'), escalate('要开挖主管，社区没有这个权')),
      by('street.admin', at(-20, '09:10'), start),
      by('street.admin', at(-20, '09:30'), {
        kind: 'whistle',
        departmentIds: ['municipal', 'water'],
        note: '请来定开挖还是内衬，先抽水',
        arriveBy: at(-18, '17:30'),
      }),
    ],
  }
}

/** Overdue: waits for an appraisal that takes longer than promised. */
function crack(at: At): Tale {
  return {
    id: 'c.open-crack',
    category: 'BUILDING_CRACK',
    title: '113栋的墙缝又变宽了',
    detail: '封楼以后缝还在长，隔壁112栋的人担心会倒过来，想知道什么时候拆或者加固。',
    building: jx(113),
    reporter: residentId(112, 2),
    at: at(-24, '10:30'),
    scenes: ['crack'],
    endorsed: 8,
    moves: [
      by('community.staff', at(-24, '10:55'), accept(1, 'community')),
      by('community.staff', at(-24, '11:10'), contact('楼里没有人住，周边先围起来')),
      by('community.staff', at(-24, '11:20'), start),
      by('community.staff', at(-23, '15:40'), escalate('要请鉴定单位，报街道')),
      by('street.admin', at(-22, '09:20'), start),
    ],
  }
}

function pausedPlate(at: At): Tale {
  return {
    id: 'c.open-plate-173',
    category: 'PLATE_MISSING',
    title: '173栋的门牌一直没补上',
    detail: '别的楼都装好了，就剩我们这几栋，办居住登记还要人下来领。',
    building: jx(173),
    reporter: residentId(173, 3),
    at: at(-9, '18:45'),
    scenes: ['bare_wall'],
    endorsed: 3,
    moves: [
      by('staff.grid', at(-9, '19:20'), accept(2, 'grid')),
      by('staff.grid', at(-9, '19:35'), contact('号已经核好，跟制牌厂在约')),
      by('staff.grid', at(-8, '09:10'), start),
      by('staff.grid', at(-4, '11:00'), pause('wait_supplier', at(8, '18:00'), '最后4块一起做，等厂家送来')),
    ],
  }
}

/** Waits for its reporter: 新牌装好了，等您看. */
function ownPlate(at: At): Tale {
  const tale: Tale = {
    id: 'c.open-plate-23',
    category: 'PLATE_MISSING',
    title: '23栋门牌掉了',
    detail: '台风那几天掉下来摔坏了，外卖找不到门。',
    building: jx(23),
    reporter: personOf('resident.li'),
    at: at(-6, '19:05'),
    scenes: ['bare_wall'],
    after: ['plate'],
    endorsed: 2,
    moves: [],
  }
  tale.moves = [
    by('staff.grid', at(-6, '19:30'), accept(2, 'grid')),
    by('staff.grid', at(-6, '19:45'), contact('明天来量尺寸')),
    by('staff.grid', at(-5, '10:20'), start),
    by('staff.grid', at(-1, '16:30'), fixed('新牌装好了，等您看', afterIds(tale))),
  ]
  return tale
}

function meals(at: At): Tale {
  return {
    id: 'c.open-meals',
    category: 'HARDSHIP',
    title: '腿脚不便，想请人送午饭',
    detail: '罗阿姨腿脚不便，女儿出差，这一个月中午没人做饭。我上门看过，是她让我报的。',
    building: jx(9),
    reporter: residentId(9, 1),
    channel: 'visit',
    at: at(-2, '09:40'),
    moves: [
      by('community.staff', at(-2, '10:05'), accept(1, 'community')),
      by('community.staff', at(-2, '10:20'), contact('今天中午先由志愿者送')),
      by('community.staff', at(-2, '11:00'), start),
    ],
  }
}

/** About a building head: routed around that head, who never hears of it. */
function meterKey(at: At): Tale {
  return {
    id: 'c.open-head',
    category: 'HEAD_CONDUCT',
    title: '楼栋长把公用电表间锁着不让看',
    detail: '公摊电费每月都不一样，想看表，说钥匙丢了。',
    building: jx(101),
    reporter: residentId(101, 3),
    at: at(-2, '13:10'),
    moves: [
      by('staff.grid', at(-2, '13:50'), accept(2, 'grid')),
      by('staff.grid', at(-2, '14:10'), contact('了解了情况，先不惊动别人')),
    ],
  }
}

function litter(at: At): Tale {
  const tale: Tale = {
    id: 'c.open-garbage',
    category: 'GARBAGE',
    title: '12栋后巷垃圾堆了三天',
    detail: '桶满了没人换，有老鼠。',
    building: jx(12),
    words: '12栋后巷',
    reporter: residentId(13, 2),
    at: at(-1, '08:05'),
    scenes: ['litter'],
    after: ['clean'],
    endorsed: 5,
    moves: [],
  }
  tale.moves = [
    by('staff.grid', at(-1, '08:20'), accept(3, 'grid')),
    by('staff.grid', at(-1, '08:35'), contact('保洁车九点到')),
    by('staff.grid', at(-1, '08:50'), start),
    by('staff.grid', at(-1, '11:00'), fixed('清走了，加了一个桶，改成一天收两次', afterIds(tale))),
    by('grid.head', at(-1, '15:30'), verify('去看过，地面冲干净了')),
  ]
  return tale
}

function noise(at: At): Tale {
  return {
    id: 'c.open-noise',
    category: 'NOISE',
    title: '61栋夜里打牌吵到一两点',
    detail: '三楼每周有四五个晚上，孩子第二天要上学。不想让邻居知道是我说的。',
    building: jx(61),
    reporter: residentId(62, 2),
    anonymous: true,
    at: at(-1, '07:50'),
    endorsed: 4,
    moves: [
      by('staff.grid', at(-1, '08:10'), accept(2, 'grid')),
      by('staff.grid', at(-1, '09:40'), contact('今晚九点半上门说一次')),
    ],
  }
}

function parking(at: At): Tale {
  return {
    id: 'c.open-parking',
    category: 'PARK_MESS',
    title: '9栋路口晚上乱停车',
    detail: '八点以后路口两边都停，电动车只能走路中间。',
    building: jx(9),
    words: '9栋路口',
    reporter: personOf('resident.li'),
    at: at(-1, '18:20'),
    scenes: ['cars'],
    endorsed: 7,
    moves: [
      by('staff.grid', at(-1, '18:35'), accept(2, 'traffic')),
      by('traffic.seat', at(-1, '18:50'), contact('今晚过去看')),
      by('traffic.seat', at(-1, '20:10'), start),
    ],
  }
}

/** Its words name somebody's number, so grid staff look first. */
function emptyHouse(at: At): Tale {
  return {
    id: 'c.open-elder',
    category: 'ELDER_PLACE',
    title: '1栋一楼空着，能不能给老人坐坐',
    detail: '下雨天老人只能站楼道。房东愿意谈，电话10020221221。',
    building: jx(1),
    reporter: residentId(2, 2),
    held: true,
    at: at(-1, '20:10'),
    moves: [],
  }
}

function darkCorner(at: At): Tale {
  return {
    id: 'c.open-light',
    category: 'LIGHT_MISSING',
    title: '175栋后巷拐角照不到灯',
    detail: '新装的灯被雨棚挡住了，拐角还是黑的，能不能加一盏。',
    building: jx(175),
    words: '175栋后巷拐角',
    reporter: residentId(175, 2),
    at: at(-1, '21:15'),
    scenes: ['dark_street', 'corner'],
    endorsed: 1,
    moves: [],
  }
}
