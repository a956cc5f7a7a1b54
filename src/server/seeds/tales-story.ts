import {
  type At,
  accept,
  by,
  byPerson,
  contact,
  escalate,
  fixed,
  jx,
  pause,
  rate,
  start,
  verify,
} from './moves'
import { personOf } from './personas'
import { afterIds, type Tale } from './play'
import { residentId } from './residents'

/** What people still talk about: the lights, the burst main, the slope, the parking, the plates. */
export const storyTales = (at: At): Tale[] => [lights(at), plates(at), waterMain(at), slope(at), parking(at)]

/** The concern the pilot began with. The council decided, the street paid, fourteen lamps were lit. */
function lights(at: At): Tale {
  const tale: Tale = {
    id: 'c.lights',
    category: 'LIGHT_MISSING',
    title: '12栋至40栋之间没有路灯',
    detail: '晚上下班回来一路都是黑的，老人小孩出门要打手电，上个月有人在拐角摔了一跤。',
    building: jx(12),
    words: '12栋到40栋这一段巷子',
    reporter: personOf('resident.li'),
    at: at(-110, '20:35'),
    scenes: ['dark_street', 'dark_street'],
    after: ['lit_street', 'lit_street'],
    endorsed: 37,
    moves: [],
  }
  const community = 'community.staff'
  tale.moves = [
    by('staff.grid', at(-110, '22:35'), accept(1, 'community')),
    by(community, at(-109, '10:10'), contact('跟李先生通了电话，约好晚上一起走一遍')),
    by(community, at(-108, '19:40'), start),
    by(
      community,
      at(-108, '21:10'),
      pause('wait_council', at(-93, '18:00'), '要动公共的钱，请楼栋长议事会先定装几盏、装在哪'),
    ),
    by(community, at(-94, '09:30'), { kind: 'resume' }),
    by(community, at(-70, '10:00'), {
      kind: 'ask_extension',
      until: at(-50, '17:30'),
      reason: '灯杆要等厂家排期，晚半个月到',
    }),
    by('street.admin', at(-70, '15:20'), {
      kind: 'answer_extension',
      approve: true,
      note: '同意，路面先别封',
    }),
    by(community, at(-60, '20:10'), fixed('14盏灯都亮了，三栋的楼栋长一起看过', afterIds(tale))),
    by('grid.head', at(-59, '20:30'), verify('晚上走了一遍，14盏都亮')),
    by('resident.li', at(-58, '21:05'), rate(5, '巷子亮堂了，下夜班不怕了')),
  ]
  return tale
}

/** Twenty-three plates were missing; nineteen are up again. */
function plates(at: At): Tale {
  const tale: Tale = {
    id: 'c.plates',
    category: 'PLATE_MISSING',
    title: '好些楼没有门牌，快递老送错',
    detail: '1栋、8栋、15栋、16栋都没有门牌，快递和外卖总送到别家去，叫救护车也怕说不清。',
    building: jx(15),
    words: '1栋到16栋一带',
    reporter: residentId(15, 3),
    at: at(-86, '12:20'),
    scenes: ['bare_wall'],
    after: ['plate'],
    endorsed: 14,
    moves: [],
  }
  tale.moves = [
    by('staff.grid', at(-86, '13:05'), accept(2, 'grid')),
    by('staff.grid', at(-86, '13:30'), contact('记下了，今天起挨栋核一遍')),
    by('staff.grid', at(-85, '09:20'), start),
    by(
      'staff.grid',
      at(-82, '16:40'),
      pause('wait_supplier', at(-72, '12:00'), '派出所核好了23个号，等制牌'),
    ),
    by('staff.grid', at(-73, '10:00'), { kind: 'resume' }),
    by('staff.grid', at(-71, '17:20'), fixed('这一带的门牌装好了，剩下的排到下一批', afterIds(tale))),
    by('grid.head', at(-70, '09:50'), verify('看过，号和登记的一样')),
    byPerson(tale.reporter, at(-69, '19:15'), rate(4, '快递能找到门了')),
  ]
  return tale
}

/** Contact in six minutes, repaired in nine hours. */
function waterMain(at: At): Tale {
  const tale: Tale = {
    id: 'c.water',
    category: 'WATER_PIPE',
    title: '86栋旁边水管爆了，水往屋里流',
    detail: '路面裂开一道口子往外冒水，86栋一楼已经进水了。',
    building: jx(86),
    words: '86栋东侧路面',
    reporter: residentId(86, 2),
    at: at(-40, '05:52'),
    scenes: ['water'],
    after: ['mended'],
    endorsed: 9,
    moves: [],
  }
  tale.moves = [
    by('staff.grid', at(-40, '05:56'), accept(2, 'grid')),
    by('staff.grid', at(-40, '05:58'), contact('已经通知水司关阀，我十分钟到')),
    by('staff.grid', at(-40, '06:10'), start),
    by(
      'staff.grid',
      at(-40, '14:52'),
      fixed('换了一截管子，下午两点半来水了，路面先铺了钢板', afterIds(tale)),
    ),
    by('grid.head', at(-40, '17:30'), verify('水压正常，86栋一楼已经清干净')),
    byPerson(tale.reporter, at(-39, '08:20'), rate(5, '来得真快')),
  ]
  return tale
}

/** From the piece to the street in one morning; two departments called. */
function slope(at: At): Tale {
  const tale: Tale = {
    id: 'c.slope',
    category: 'GEO_HAZARD',
    title: '181栋后面的坡往下掉土',
    detail: '下了两天雨，坡上裂了一道缝，早上又掉了一堆土下来，离后墙不到三米。',
    building: jx(181),
    words: '181栋后坡',
    reporter: residentId(181, 2),
    at: at(-35, '07:05'),
    scenes: ['slope'],
    after: ['guarded'],
    endorsed: 6,
    moves: [],
  }
  const arriveBy = at(-35, '12:00')
  tale.moves = [
    by('staff.grid', at(-35, '07:12'), accept(3, 'grid')),
    by('staff.grid', at(-35, '07:14'), contact('先别在后屋待，我带警戒带过来')),
    by('staff.grid', at(-35, '07:40'), escalate('看过了，缝有一指宽，片区定不了')),
    by('grid.head', at(-35, '08:05'), escalate('一楼的人先转到楼前，请社区来定')),
    by('community.staff', at(-35, '08:50'), escalate('要专业队伍看，报街道')),
    by('street.admin', at(-35, '09:05'), start),
    by('street.admin', at(-35, '09:10'), {
      kind: 'whistle',
      departmentIds: ['resources', 'emergency'],
      note: '请到现场看坡，先守住',
      arriveBy,
    }),
    by('dept.resources', at(-35, '10:20'), { kind: 'arrive', note: '两个人到了，先量缝' }),
    by('dept.emergency', at(-35, '10:45'), { kind: 'arrive', note: '警戒线拉好，夜里有人守' }),
    by(
      'dept.resources',
      at(-32, '16:30'),
      fixed('坡脚压了沙袋，裂缝盖了布，围了栏；护坡方案已定，下月动工', afterIds(tale)),
    ),
    by('grid.head', at(-31, '10:10'), verify('围栏和沙袋都在，值守表贴出来了')),
    byPerson(tale.reporter, at(-30, '20:40'), rate(4, '晚上睡得着了，盼早点修好坡')),
  ]
  return tale
}

/** Nobody called in time, so the clock sent it up; the community gave it to the traffic seat. */
function parking(at: At): Tale {
  const tale: Tale = {
    id: 'c.parking',
    category: 'PARK_MESS',
    title: '30栋门口停满车，三轮车过不去',
    detail: '两边都停，中间只剩一米多，收垃圾的车进不来，早上接孩子也堵。',
    building: jx(30),
    words: '30栋到34栋之间',
    reporter: personOf('volunteer.chen'),
    at: at(-30, '09:20'),
    scenes: ['cars'],
    after: ['clear_road'],
    endorsed: 11,
    moves: [],
  }
  // Contact is promised within two hours; after twice that time, at 13:20, the clock escalates.
  tale.moves = [
    by('community.staff', at(-30, '13:50'), accept(2, 'traffic')),
    by('traffic.seat', at(-30, '14:15'), contact('不好意思来晚了，下午去现场')),
    by('traffic.seat', at(-30, '14:20'), start),
    by('traffic.seat', at(-29, '11:30'), fixed('挪走7辆，路口画了禁停线，下周起晚上巡一次', afterIds(tale))),
    by('grid.head', at(-29, '19:10'), verify('晚上去看，通道是空的')),
    by('volunteer.chen', at(-28, '20:00'), rate(4, '通是通了，希望别反弹')),
  ]
  return tale
}
