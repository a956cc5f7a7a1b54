import type { CategoryCode } from '#core/concerns/category'
import type { IconName } from '../components/icon-paths'

/** One way a thing can be wrong: the first of a tile is the commonest and chosen at once. */
export interface Kind {
  key: string
  code: CategoryCode
  /** On the chip: 不亮了. */
  name: string
  /** Follows the place in the title proposed: 33栋 + 路灯不亮. */
  title: string
}

/** What residents call a matter, before anybody asks which code it is. */
export interface Tile {
  key: string
  name: string
  icon: IconName
  kinds: readonly [Kind, ...Kind[]]
  /** The title cannot be guessed from the kind: it is taken from what the person wrote, which is then needed. */
  needsWords?: boolean
  /** A place is not what it is about. */
  anywhere?: boolean
  /** Who gets to see it, said before anything is typed. */
  privacy?: string
}

const kind = (key: string, code: CategoryCode, name: string, title: string): Kind => ({
  key,
  code,
  name,
  title,
})

export const TILES: readonly Tile[] = [
  {
    key: 'light',
    name: '路灯',
    icon: 'lamp',
    kinds: [
      kind('dark', 'LIGHT_BROKEN', '不亮了', '路灯不亮了'),
      kind('flicker', 'LIGHT_BROKEN', '一闪一闪', '路灯一闪一闪'),
      kind('missing', 'LIGHT_MISSING', '这段没装', '门前这段没装路灯'),
      kind('leaning', 'LIGHT_BROKEN', '灯杆歪了', '路灯杆歪了'),
    ],
  },
  {
    key: 'parking',
    name: '停车',
    icon: 'car',
    kinds: [
      kind('mess', 'PARK_MESS', '车乱停', '车乱停，不好走'),
      kind('fire-lane', 'PARK_FIRELANE', '堵了消防道', '车堵了消防道'),
    ],
  },
  {
    key: 'plate',
    name: '门牌',
    icon: 'plate',
    kinds: [
      kind('missing', 'PLATE_MISSING', '没有门牌', '没有门牌'),
      kind('worn', 'PLATE_MISSING', '掉了坏了', '门牌坏了'),
      kind('wrong', 'PLATE_MISSING', '号码不对', '门牌号码不对'),
    ],
  },
  {
    key: 'elder',
    name: '老年活动',
    icon: 'elder',
    kinds: [
      kind('none', 'ELDER_PLACE', '没地方活动', '附近老人没地方活动'),
      kind('repair', 'ELDER_PLACE', '活动室要修', '附近老人活动室要修'),
      kind('closed', 'ELDER_PLACE', '活动室没开', '附近老人活动室没开'),
    ],
  },
  {
    key: 'garbage',
    name: '垃圾',
    icon: 'trash',
    kinds: [
      kind('heap', 'GARBAGE', '没人清', '垃圾没人清'),
      kind('rubble', 'RUBBLE', '装修垃圾', '堆了装修垃圾'),
    ],
  },
  {
    key: 'water',
    name: '水管下水',
    icon: 'water',
    kinds: [
      kind('drain', 'DRAIN', '下水堵了', '下水道堵了'),
      kind('pipe', 'WATER_PIPE', '水管漏水', '水管漏水'),
      kind('manhole', 'MANHOLE', '井盖坏了', '井盖坏了'),
    ],
  },
  {
    key: 'house',
    name: '房子安全',
    icon: 'crack',
    kinds: [
      kind('crack', 'BUILDING_CRACK', '墙开裂了', '房子墙开裂'),
      kind('slope', 'GEO_HAZARD', '山坡要滑', '附近山坡要滑'),
      kind('illegal', 'ILLEGAL_BUILD', '乱搭乱建', '有人乱搭乱建'),
    ],
  },
  {
    key: 'fire',
    name: '消防充电',
    icon: 'fire',
    kinds: [
      kind('charging', 'FIRE_EBIKE', '电动车进楼', '电动车推进楼里充电'),
      kind('wire', 'FIRE_EBIKE', '拉线充电', '有人拉线给电动车充电'),
    ],
  },
  {
    key: 'noise',
    name: '吵闹纠纷',
    icon: 'noise',
    kinds: [
      kind('noise', 'NOISE', '太吵', '附近太吵，睡不好'),
      kind('dispute', 'DISPUTE', '和邻居有矛盾', '邻居之间有矛盾，请人调解'),
      kind('rules', 'RULES', '不守公约', '有人不守居住公约'),
    ],
  },
  {
    key: 'street',
    name: '街面绿化',
    icon: 'leaf',
    kinds: [
      kind('stall', 'STREET_ORDER', '占道', '门前占道，不好走'),
      kind('green', 'GREEN', '树和草', '树要修一修'),
      kind('fitness', 'FITNESS', '健身器材', '附近健身器材坏了'),
    ],
  },
  {
    key: 'hardship',
    name: '家里有难处',
    icon: 'buoy',
    kinds: [kind('hardship', 'HARDSHIP', '家里有难处', '家里有难处，想请人帮忙')],
    needsWords: true,
    privacy: '只有您和经办的社区人员看得到。邻居和楼栋长都看不到。',
  },
  {
    key: 'head',
    name: '对楼栋长有意见',
    icon: 'me',
    kinds: [kind('head', 'HEAD_CONDUCT', '对楼栋长有意见', '对楼栋长办事有意见')],
    needsWords: true,
    privacy: '直接交网格，不经过楼栋长。他看不到，也不会知道是您说的。',
  },
  {
    key: 'policy',
    name: '问个政策',
    icon: 'ask',
    kinds: [kind('policy', 'CONSULT', '问个政策', '想问一个政策')],
    needsWords: true,
    anywhere: true,
  },
  {
    key: 'other',
    name: '别的事',
    icon: 'more',
    kinds: [kind('other', 'OTHER', '别的事', '有一件事想反映')],
    needsWords: true,
  },
]

/** Four matters of this street come first, in large. */
export const FIRST_TILES: readonly Tile[] = TILES.slice(0, 4)
export const OTHER_TILES: readonly Tile[] = TILES.slice(4)

export const tileOf = (key: string | undefined): Tile | undefined => TILES.find((tile) => tile.key === key)

/** Another screen may name the code instead of the tile. */
export const tileOfCode = (code: string | undefined): Tile | undefined =>
  TILES.find((tile) => tile.kinds.some((one) => one.code === code))

export const kindOf = (tile: Tile, key: string): Kind =>
  tile.kinds.find((one) => one.key === key) ?? tile.kinds[0]
