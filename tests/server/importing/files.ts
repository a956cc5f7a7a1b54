import { SHEETS, type SheetKey } from '../../../src/core/importing/sheets'
import { csvOf, type Table, workbookOf } from '../../../src/server/importing/template'

type Rows = Record<string, string>[]

/** A small real street as an office would write it: the headings of the template, cells by heading. */
export const STREET_ROWS: Partial<Record<SheetKey, Rows>> = {
  street: [{ 街道编码: '441302010', 街道名称: '小金口街道' }],
  grids: [
    {
      网格编码: '441302010-001',
      网格名称: '小金口社区',
      类别: '社区',
      常住人口: '1930',
      其中流动人口: '1776',
    },
    { 网格编码: '441302010-001-005', 网格名称: '金兴街网格' },
    { 网格编码: '441302010-001-005-01', 网格名称: '1片区', 楼栋数: '2' },
  ],
  departments: [{ 部门编号: 'housing', 部门名称: '住建办' }],
  estates: [{ 小区编号: 'jx', 小区名称: '20号小区', 网格编码: '441302010-001-005' }],
  buildings: [house(1), house(2)],
  offices: [
    office('钟慧敏', '10000000001', '街道干部', '441302010'),
    { ...office('温师傅', '10000000002', '楼栋长', '441302010-001-005-01'), 楼栋编号: 'JX-001' },
    office('曾小云', '10000000003', '网格员', '441302010-001-005'),
  ],
  residents: [
    {
      称呼: '李先生',
      电话: '10000000004',
      楼栋编号: 'JX-001',
      身份: '租户',
      流动人口: '是',
      入住日期: '2024-05-01',
    },
  ],
}

export function house(no: number): Record<string, string> {
  return {
    楼栋编号: `JX-00${no}`,
    网格编码: '441302010-001-005-01',
    小区编号: 'jx',
    栋号: `${no}`,
    地址: `金兴街20号小区${no}栋`,
    门牌: no === 1 ? '已挂' : '没有',
    门牌码: no === 1 ? 'LD1A' : '',
    纬度: '23.169748',
    经度: '114.420312',
    用途: '自住、出租',
    地上层数: '5',
    建筑面积平方米: '386.5',
    结构: '砖混',
    房主姓名: '李某',
    房主电话: '10000000009',
  }
}

function office(name: string, phone: string, what: string, grid: string): Record<string, string> {
  return {
    公示姓名: name,
    电话: phone,
    岗位: what,
    网格编码: grid,
    任期从: '2026-01-01',
    任期到: '2028-12-31',
  }
}

export const tableOf = (key: SheetKey, rows: Rows): Table => {
  const headings = Object.values(SHEETS[key].columns).map(({ heading }) => heading)
  return {
    name: SHEETS[key].name,
    rows: [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))],
  }
}

export const streetTables = (rows = STREET_ROWS): Table[] =>
  Object.entries(rows).map(([key, own]) => tableOf(key as SheetKey, own))

export const streetFile = async (rows = STREET_ROWS) => ({
  name: '小金口.xlsx',
  bytes: await workbookOf(streetTables(rows)),
})

export const csvFile = (key: SheetKey, rows: Rows) => ({
  name: `${key}.csv`,
  bytes: csvOf(tableOf(key, rows).rows),
})
