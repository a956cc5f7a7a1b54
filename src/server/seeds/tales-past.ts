import type { CategoryCode } from '#core/concerns/category'
import type { Desk } from '#core/concerns/concern'
import type { Level } from '#core/grids/grid'
import { SEALED } from './estate'
import { below, hash32 } from './keyed-hash'
import {
  type At,
  accept,
  by,
  byPerson,
  contact,
  escalate,
  explained,
  fixed,
  jx,
  rate,
  start,
  verify,
} from './moves'
import { personOf } from './personas'
import { afterIds, type Move, type Tale } from './play'
import { headOf, residentId } from './residents'
import type { Scene } from './scenes'

/** Closed matters of the last four months. Days is how long one took: what its category allows, and less. */
interface Sort {
  level: Level
  desk: Desk
  category: CategoryCode
  /** `#` stands for the building's number. */
  title: string
  detail: string
  result: string
  days: number
  before?: Scene
  after?: Scene
}

const piece: [Level, Desk] = [3, 'grid']
const head: [Level, Desk] = [3, 'head']
const grid: [Level, Desk] = [2, 'grid']
const traffic: [Level, Desk] = [2, 'traffic']
const community: [Level, Desk] = [1, 'community']
const street: [Level, Desk] = [0, 'street']

const sort = (
  [level, desk]: [Level, Desk],
  category: CategoryCode,
  words: [title: string, detail: string, result: string],
  days: number,
  scenes: [before?: Scene, after?: Scene] = [],
): Sort => ({
  level,
  desk,
  category,
  title: words[0],
  detail: words[1],
  result: words[2],
  days,
  ...(scenes[0] && { before: scenes[0] }),
  ...(scenes[1] && { after: scenes[1] }),
})

const litter: [Scene, Scene] = ['litter', 'clean']
const dark: [Scene, Scene] = ['dark_street', 'lit_street']
const cars: [Scene, Scene] = ['cars', 'clear_road']
const plate: [Scene, Scene] = ['bare_wall', 'plate']
const wet: [Scene, Scene] = ['water', 'mended']
const spot: [Scene, Scene] = ['corner', 'clean']

/** Closed in the piece (片区): 24. */
const PIECE: Sort[] = [
  sort(
    piece,
    'GARBAGE',
    ['#栋门口垃圾桶满出来了', '昨天就满了，今早没人收。', '收走了，跟保洁说好早晚各一趟'],
    0,
    litter,
  ),
  sort(
    head,
    'FIRE_EBIKE',
    ['#栋楼道里有人给电动车充电', '从三楼拉线下来，晚上充一夜。', '车推到棚里了，插线板收走，跟住户说明白了'],
    1,
    spot,
  ),
  sort(piece, 'GARBAGE', ['#栋旁边有人扔旧沙发', '堵了半条路，还淋了雨。', '拉到大件点了'], 0, litter),
  sort(
    head,
    'FIRE_EBIKE',
    ['#栋一楼出口堆了纸皮', '万一着火出不来。', '当天清了，贴了不许堆放的条'],
    1,
    spot,
  ),
  sort(piece, 'GARBAGE', ['#栋后面剩饭倒在沟里', '天热发臭，招苍蝇。', '冲了沟，放了厨余桶'], 0, litter),
  sort(piece, 'NOISE', ['#栋楼下早上五点装货', '天天被吵醒。', '和店家说好六点半以后再装'], 3),
  sort(head, 'FIRE_EBIKE', ['#栋楼梯灯下面绑着充电线', '线皮都破了。', '线拆了，告诉他去哪里充'], 1, spot),
  sort(piece, 'GREEN', ['#栋门前的树枝挡住窗户', '风大时打玻璃。', '锯掉了两根枝'], 3, spot),
  sort(
    piece,
    'GARBAGE',
    ['#栋拐角成了垃圾点', '明明不是投放点，大家都往那扔。', '清干净，摆了两盆花，没人扔了'],
    0,
    litter,
  ),
  sort(
    piece,
    'CONSULT',
    ['住#栋，孩子上学要什么材料', '想问居住证和租房备案怎么办。', '材料单发给她了，周三到服务站现场办'],
    1,
  ),
  sort(head, 'FIRE_EBIKE', ['#栋天台门锁住了', '消防说不能锁。', '换成一推就开的门扣'], 1, spot),
  sort(piece, 'STREET_ORDER', ['#栋门口晾衣杆伸到路中间', '骑车差点刮到。', '杆子往里收了一米'], 2, spot),
]

/** Closed in the grid: 21. */
const GRID: Sort[] = [
  sort(
    grid,
    'LIGHT_BROKEN',
    ['#栋门口的路灯不亮了', '前天开始不亮，一闪一闪后就灭了。', '换了灯头，晚上看过是亮的'],
    2,
    dark,
  ),
  sort(
    traffic,
    'PARK_MESS',
    ['#栋楼下小车堵住出口', '早上出不去，没留电话。', '联系上车主挪走了，地上补了线'],
    1,
    cars,
  ),
  sort(grid, 'DRAIN', ['#栋一楼下水返味', '卫生间地漏往上冒气。', '疏通了，换了防臭地漏'], 1, wet),
  sort(grid, 'PLATE_MISSING', ['#栋没有门牌', '导航只到巷口。', '门牌装好了，扫码能看到'], 7, plate),
  sort(grid, 'NOISE', ['#栋夜里装修', '十点还在打钻。', '和房东谈好晚八点停工'], 3),
  sort(
    traffic,
    'PARK_MESS',
    ['#栋巷口三轮车占了人行道', '推婴儿车要走马路。', '划了三轮车位，都停进去了'],
    1,
    cars,
  ),
  sort(grid, 'MANHOLE', ['#栋门前井盖一踩就响', '晚上车一过就咣当响。', '垫了胶圈，换了新盖'], 0, spot),
  sort(grid, 'LIGHT_BROKEN', ['#栋拐角的灯白天也亮着', '亮一整天，浪费电。', '光控开关坏了，已换'], 2, dark),
  sort(grid, 'WATER_PIPE', ['#栋水表前面漏水', '滴了两天，地上一滩。', '换了接头，不漏了'], 0, wet),
  sort(
    grid,
    'FITNESS',
    ['#栋旁边的健身器材松了', '扶手晃，怕摔着老人。', '螺丝全紧了一遍，坏的一件换了'],
    4,
    spot,
  ),
  sort(
    grid,
    'RULES',
    ['建议#栋一带定个垃圾投放时间', '随时扔，桶总是满的。', '贴了早晚两段时间，试一个月看看'],
    4,
  ),
]

/** Closed by the community: 10. */
const COMMUNITY: Sort[] = [
  sort(
    community,
    'ILLEGAL_BUILD',
    ['#栋往外搭了铁皮棚', '占了一米多的路。', '棚子拆到墙边，路让出来了'],
    8,
    spot,
  ),
  sort(
    community,
    'LIGHT_MISSING',
    ['#栋到巷口这段没有灯', '有三十多米是黑的。', '装了一盏壁灯，接在公用电上'],
    16,
    dark,
  ),
  sort(
    community,
    'BUILDING_CRACK',
    ['#栋外墙掉瓷砖', '昨天掉下来一块，差点砸到人。', '松的都敲掉了，下面围了两天'],
    3,
    ['crack', 'mended'],
  ),
  sort(
    community,
    'ELDER_PLACE',
    ['#栋附近老人没地方下棋', '都坐在路边，车来车往。', '服务站腾了半间屋，每天下午开'],
    14,
  ),
  sort(community, 'ILLEGAL_BUILD', ['#栋楼顶加了一间房', '晚上还在搬砖。', '停工了，材料清下楼'], 9, spot),
]

/** Closed by the street: 4. */
const STREET_SORTS: Sort[] = [
  sort(
    street,
    'ILLEGAL_BUILD',
    ['#栋边上的围挡占路一年多', '工程早停了，围挡没人拆。', '联系到业主单位，围挡拆了'],
    10,
    spot,
  ),
  sort(
    street,
    'LIGHT_MISSING',
    ['#栋外面的大路没有灯', '是街道的路，社区说管不到。', '街道加了四盏，已经亮了'],
    20,
    dark,
  ),
  sort(
    street,
    'BUILDING_CRACK',
    ['#栋旁边工地打桩震出裂缝', '墙上多了三条缝。', '停桩测了十天，裂缝补好，工地赔了修补钱'],
    3,
    ['crack', 'mended'],
  ),
  sort(
    street,
    'ELDER_PLACE',
    ['#栋一带走到活动中心要半小时', '老人走不到。', '加了一趟便民小巴，每天四班'],
    18,
  ),
]

const COUNTS: [Sort[], number][] = [
  [PIECE, 24],
  [GRID, 21],
  [COMMUNITY, 10],
  [STREET_SORTS, 4],
]

/** 59 closed matters spread over the last 118 days, and one each that was withdrawn and declined. */
export function pastTales(at: At): Tale[] {
  const sorts = COUNTS.flatMap(([list, count]) => Array.from({ length: count }, (_, n) => nth(list, n)))
  const order = sorts.map((one, n) => ({ one, n })).sort((a, b) => rank(a.n) - rank(b.n))
  const closed = order.map(({ one, n }, place) =>
    closedTale(one, n, { at, day: -118 + dayOfPlace(one, place) }),
  )
  return [...closed, withdrawn(at), declined(at)]
}

const nth = (list: Sort[], n: number): Sort => {
  const found = list[n % list.length]
  if (!found) throw new Error('no sorts to tell of')
  return found
}

const rank = (n: number): number => hash32(`past|${n}`)

/** Two days apart, and early enough to be closed (the silence of seven days included) before the epoch. */
const dayOfPlace = ({ days }: Sort, place: number): number => Math.min(place * 2, 118 - days - 10)

interface When {
  at: At
  day: number
}

function closedTale(one: Sort, n: number, { at, day }: When): Tale {
  const no = houseOf(one, n)
  const morning = 8 + below(`past-hour|${n}`, 2)
  const tale: Tale = {
    id: `c.past-${String(n + 1).padStart(3, '0')}`,
    category: one.category,
    title: one.title.replace('#', String(no)),
    detail: one.detail,
    building: jx(no),
    reporter: residentId(no, 2 + below(`past-who|${n}`, 2)),
    anonymous: below(`past-anon|${n}`, 6) === 0,
    channel: below(`past-way|${n}`, 8) === 0 ? 'phone' : 'app',
    at: at(day, clock(morning, 5 + below(`past-min|${n}`, 20))),
    scenes: one.before ? [one.before] : [],
    after: one.after ? [one.after] : [],
    endorsed: below(`past-too|${n}`, 7),
    moves: [],
  }
  tale.moves = handled(one, tale, { at, day, morning, n })
  return tale
}

/** Never the sealed house, never one whose people are personas' stage; heads report elsewhere. */
function houseOf({ category }: Sort, n: number): number {
  for (let turn = 0; ; turn += 1) {
    const no = 1 + below(`past-house|${category}|${n}|${turn}`, 191)
    if (![SEALED, 9, 23, 30, 61, 77].includes(no)) return no
  }
}

interface Telling extends When {
  morning: number
  n: number
}

function handled(one: Sort, tale: Tale, { at, day, morning, n }: Telling): Move[] {
  const worker = workerOf(one, tale)
  const today = (minutes: number) => at(day, clock(morning, 30 + minutes))
  const done =
    one.days === 0
      ? at(day, clock(morning + 2, 20))
      : at(day + one.days, clock(10, below(`past-done|${n}`, 50)))
  const result = one.after ? fixed(one.result, afterIds(tale)) : explained(one.result)
  return [
    ...taken(one, worker, today),
    byPerson(worker, done, result),
    ...(one.after ? [by('grid.head', done + 6 * 3_600_000, verify('去看过，是好了'))] : []),
    ...answered(tale, at(day + one.days + 1, clock(19, below(`past-rate|${n}`, 50))), n),
  ]
}

/** What reaches the street has first been on the community's desk. */
function taken({ level, desk }: Sort, worker: string, today: (minutes: number) => number): Move[] {
  if (level > 0) {
    const who = desk === 'head' ? worker : personOf('staff.grid')
    return [
      byPerson(who, today(0), accept(level, desk)),
      byPerson(worker, today(8), contact('联系过了，情况清楚')),
      byPerson(worker, today(20), start),
    ]
  }
  return [
    by('staff.grid', today(0), accept(1, 'community')),
    by('community.staff', today(8), contact('联系过了，去现场看')),
    by('community.staff', today(20), start),
    by('community.staff', today(60), escalate('不是社区能定的，报街道')),
    byPerson(worker, today(90), start),
  ]
}

const WORKERS: Record<Exclude<Desk, 'head'>, string> = {
  grid: 'staff.grid',
  police: 'police.seat',
  traffic: 'traffic.seat',
  community: 'community.staff',
  street: 'street.admin',
  department: 'dept.municipal',
}

const workerOf = ({ desk }: Sort, tale: Tale): string =>
  desk === 'head' ? headOf(Number(tale.building.slice(3))) : personOf(WORKERS[desk])

const WORDS = ['办得快', '谢谢', '看过了，可以', '比上次好', '']

/** Two of three answer; the others say nothing, and after seven days the clock closes it. */
function answered({ reporter }: Tale, when: number, n: number): Move[] {
  if (below(`past-says|${n}`, 3) === 0) return []
  const dice = below(`past-stars|${n}`, 20)
  const stars = dice < 10 ? 5 : dice < 16 ? 4 : dice < 19 ? 3 : 2
  return [byPerson(reporter, when, rate(stars, WORDS[below(`past-words|${n}`, WORDS.length)] ?? ''))]
}

const clock = (hour: number, minute: number): string =>
  `${String(hour + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function withdrawn(at: At): Tale {
  const reporter = residentId(82, 2)
  return {
    id: 'c.past-withdrawn',
    category: 'LIGHT_BROKEN',
    title: '82栋门口的灯忽明忽暗',
    detail: '昨晚开始的。',
    building: jx(82),
    reporter,
    at: at(-47, '20:10'),
    moves: [byPerson(reporter, at(-47, '21:40'), { kind: 'withdraw', note: '刚才自己好了' })],
  }
}

function declined(at: At): Tale {
  return {
    id: 'c.past-declined',
    category: 'OTHER',
    title: '想让小区里的奶茶店打折',
    detail: '学生多，能不能便宜点。',
    building: jx(150),
    reporter: residentId(150, 3),
    at: at(-52, '15:30'),
    moves: [
      by('staff.grid', at(-52, '16:05'), {
        kind: 'decline',
        reason: 'out_of_remit',
        note: '价钱由店家自己定，网格管不到，可以直接跟店里说',
      }),
    ],
  }
}
