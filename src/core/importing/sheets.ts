import { ALTERATIONS, PERMITS, SAN_XIAO, STRUCTURES, USES } from '../buildings/registration'
import type { Role } from '../people/actor'
import * as cell from './cells'
import { maybe, needed, type RowOf, sheet, usually } from './sheet'

/** The words of a file for the values of the register, in the order of their lists. */
const wordsFor = <Value extends string>(values: readonly Value[], words: readonly string[]) => {
  const table: Record<string, Value> = {}
  for (const [at, value] of values.entries()) table[words[at] ?? value] = value
  return table
}

export const FILE_WORDS = {
  kind: { 村: 'village', 社区: 'community' } as const,
  plate: { 已挂: 'ok', 没有: 'missing', 坏了: 'damaged', 已申请: 'applied' } as const,
  use: wordsFor(USES, ['自住', '出租', '经营', '空置']),
  sanXiao: wordsFor(SAN_XIAO, ['小商铺', '小作坊', '小娱乐场所']),
  structure: wordsFor(STRUCTURES, ['砖混', '框架', '砖木', '土木', '其他']),
  alteration: wordsFor(ALTERATIONS, ['加层', '夹层', '拆承重墙', '扩建']),
  permits: wordsFor(PERMITS, ['齐全', '部分', '没有', '不清楚']),
  crs: { GCJ02: 'GCJ02', WGS84: 'WGS84' } as const,
  residency: { 房主: 'owner', 租户: 'tenant', 家属: 'family' } as const,
  office: {
    楼栋长: 'head',
    网格员: 'grid_staff',
    网格长: 'grid_head',
    副网格长: 'deputy',
    党支部书记: 'secretary',
    党员先锋队长: 'pioneer',
    志愿服务队长: 'captain',
    志愿者: 'volunteer',
    驻格民警: 'police',
    驻格交警: 'traffic',
    社区干部: 'community_staff',
    街道干部: 'street_admin',
    部门经办人: 'department',
    监督员: 'auditor',
  } as const satisfies Record<string, Role | 'deputy'>,
}

/** Where the house stands; millionths of a degree. Only China, so that a swapped pair is noticed. */
const latitude = cell.scaled(6, 3, 54)
const longitude = cell.scaled(6, 73, 136)

export const STREET_SHEET = sheet('街道', {
  path: needed('街道编码', cell.street, '441302010'),
  name: needed('街道名称', cell.text(40), '小金口街道'),
})

export const GRID_SHEET = sheet('网格', {
  path: needed('网格编码', cell.grid, '441302010-001-005-02'),
  name: needed('网格名称', cell.text(40), '金兴街网格·2片区'),
  kind: maybe('类别', cell.choice(FILE_WORDS.kind), ''),
  residents: usually('常住人口', cell.whole(0, 9_999_999), { otherwise: 0, example: '640' }),
  floating: usually('其中流动人口', cell.whole(0, 9_999_999), { otherwise: 0, example: '590' }),
  buildings: usually('楼栋数', cell.whole(0, 99_999), { otherwise: 0, example: '64' }),
  heads: usually('楼栋长数', cell.whole(0, 99_999), { otherwise: 0, example: '62' }),
})

export const ESTATE_SHEET = sheet('小区', {
  id: needed('小区编号', cell.code, 'jinxing-20'),
  name: needed('小区名称', cell.text(40), '金兴街20号小区'),
  grid: needed('网格编码', cell.grid, '441302010-001-005'),
})

export const DEPARTMENT_SHEET = sheet('部门', {
  id: needed('部门编号', cell.code, 'housing'),
  name: needed('部门名称', cell.text(40), '住建办'),
})

export const BUILDING_SHEET = sheet('楼栋', {
  id: needed('楼栋编号', cell.code, 'JX-023'),
  grid: needed('网格编码', cell.grid, '441302010-001-005-01'),
  estate: maybe('小区编号', cell.code, 'jinxing-20'),
  no: needed('栋号', cell.whole(1, 9_999), '23'),
  label: maybe('叫法', cell.text(20), '23栋'),
  address: needed('地址', cell.text(80), '金兴街20号小区23栋'),
  plate: needed('门牌', cell.choice(FILE_WORDS.plate), '已挂'),
  plateCode: maybe('门牌码', cell.code, ''),
  latE6: needed('纬度', latitude, '23.169748'),
  lngE6: needed('经度', longitude, '114.420312'),
  crs: usually('坐标系', cell.choice(FILE_WORDS.crs), { otherwise: 'GCJ02', example: 'GCJ02' }),
  uses: needed('用途', cell.choices(FILE_WORDS.use), '自住、出租'),
  sanXiao: maybe('三小场所', cell.choice(FILE_WORDS.sanXiao), ''),
  floorsAbove: needed('地上层数', cell.whole(1, 40), '5'),
  floorsBelow: usually('地下层数', cell.whole(0, 5), { otherwise: 0, example: '0' }),
  areaCm2: maybe('建筑面积平方米', cell.scaled(4, 1, 100_000), '386.5'),
  builtYear: maybe('建成年份', cell.whole(1900, 2100), '2003'),
  structure: needed('结构', cell.choice(FILE_WORDS.structure), '砖混'),
  alterations: usually('改扩建', cell.choices(FILE_WORDS.alteration), { otherwise: [], example: '加层' }),
  rooms: maybe('房间数', cell.whole(0, 999), '18'),
  crowded: usually('人员密集', cell.yesNo, { otherwise: false, example: '否' }),
  permits: usually('用地规划手续', cell.choice(FILE_WORDS.permits), {
    otherwise: 'unknown',
    example: '不清楚',
  }),
  ownerName: maybe('房主姓名', cell.text(30), '李某'),
  ownerPhone: maybe('房主电话', cell.phone, '10000000001'),
  managerName: maybe('管理人姓名', cell.text(30), ''),
  managerPhone: maybe('管理人电话', cell.phone, ''),
})

export const OFFICE_SHEET = sheet('任职', {
  name: needed('公示姓名', cell.text(20), '温师傅'),
  phone: needed('电话', cell.phone, '10000000002'),
  office: needed('岗位', cell.choice(FILE_WORDS.office), '楼栋长'),
  grid: needed('网格编码', cell.grid, '441302010-001-005-01'),
  building: maybe('楼栋编号', cell.code, 'JX-023'),
  department: maybe('部门编号', cell.code, ''),
  acting: usually('代理', cell.yesNo, { otherwise: false, example: '否' }),
  from: needed('任期从', cell.day, '2026-01-01'),
  to: needed('任期到', cell.day, '2028-12-31'),
})

export const RESIDENT_SHEET = sheet('居民', {
  name: needed('称呼', cell.text(20), '李先生'),
  phone: needed('电话', cell.phone, '10000000003'),
  building: needed('楼栋编号', cell.code, 'JX-023'),
  kind: needed('身份', cell.choice(FILE_WORDS.residency), '租户'),
  floating: needed('流动人口', cell.yesNo, '是'),
  since: needed('入住日期', cell.day, '2024-05-01'),
  birthYear: maybe('出生年份', cell.whole(1900, 2100), '1988'),
})

export const SHEETS = {
  street: STREET_SHEET,
  grids: GRID_SHEET,
  estates: ESTATE_SHEET,
  departments: DEPARTMENT_SHEET,
  buildings: BUILDING_SHEET,
  offices: OFFICE_SHEET,
  residents: RESIDENT_SHEET,
} as const
export type SheetKey = keyof typeof SHEETS
export const SHEET_KEYS = Object.keys(SHEETS) as SheetKey[]

export type RegisterRow<Key extends SheetKey> = RowOf<(typeof SHEETS)[Key]['columns']>
