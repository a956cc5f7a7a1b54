import { sql } from 'kysely'
import type { Registration } from '#core/buildings/registration'
import { dayName, dayOf } from '#core/concerns/calendar'
import type { GridPath } from '#core/grids/grid'
import { BUILDING_SHEET, FILE_WORDS } from '#core/importing/sheets'
import type { Asking } from '../operation'
import { under } from '../queries/under'
import type { Table } from './template'
import { wordOf, wordsOf } from './words-of'

/** Rows of an export; more than this is several exports, grid by grid. */
const MOST = 20_000

/**
 * Buildings, heads or concerns under a grid, without anything but what everybody reads: an exported file goes where
 * no right follows it.
 */
export const exportTable = (asking: Asking, what: Exported, gridPath: GridPath): Promise<Table> =>
  TABLES[what](asking, gridPath)

type Exported = 'buildings' | 'heads' | 'concerns'
const TABLES: Record<Exported, (asking: Asking, gridPath: GridPath) => Promise<Table>> = {
  buildings: buildingTable,
  heads: headTable,
  concerns: concernTable,
}

/** With the headings of the import, so that the file can be mended and brought back; owners are left out. */
async function buildingTable({ tx, system }: Asking, gridPath: GridPath): Promise<Table> {
  const rows = await tx
    .selectFrom('buildings as b')
    .leftJoin('registrations as g', (on) =>
      on.onRef('g.street_id', '=', 'b.street_id').onRef('g.building_id', '=', 'b.id'),
    )
    .select(['b.id', 'b.grid_path', 'b.estate_id', 'b.no', 'b.label', 'b.address', 'b.plate_status'])
    .select(['b.plate_code', 'b.lat_e6', 'b.lng_e6', 'b.crs', 'b.use', 'b.san_xiao', 'b.floors'])
    .select(['b.structure', 'b.hazard_grade', 'g.body', 'g.state'])
    .where('b.street_id', '=', system.streetId)
    .where(under('b.grid_path', gridPath))
    .orderBy('b.grid_path')
    .orderBy('b.no')
    .limit(MOST)
    .execute()
  const {
    ownerName: _1,
    ownerPhone: _2,
    managerName: _3,
    managerPhone: _4,
    ...columns
  } = BUILDING_SHEET.columns
  const keys = Object.keys(columns) as (keyof typeof columns)[]
  return {
    name: '楼栋',
    rows: [
      [...keys.map((key) => columns[key].heading), '隐患等级', '登记'],
      ...rows.map((row) => {
        const cells = buildingCells(row, row.body)
        return [...keys.map((key) => cells[key]), row.hazard_grade, STATE_WORDS[row.state ?? ''] ?? '没登记']
      }),
    ],
  }
}

const STATE_WORDS: Record<string, string> = { submitted: '等核查', returned: '退回', verified: '核过' }

interface BuildingRow {
  id: string
  grid_path: string
  estate_id: string | null
  no: number
  label: string
  address: string
  plate_status: string
  plate_code: string | null
  lat_e6: number
  lng_e6: number
  crs: string
  use: string
  san_xiao: string | null
  floors: number
  structure: string
}

type Cells = Record<
  Exclude<keyof typeof BUILDING_SHEET.columns, `owner${string}` | `manager${string}`>,
  string | number | null
>

function buildingCells(row: BuildingRow, registration: Registration | null): Cells {
  const card = registration?.card
  const yesNo = (value: boolean) => (value ? '是' : '否')
  return {
    id: row.id,
    grid: row.grid_path,
    estate: row.estate_id,
    no: row.no,
    label: row.label,
    address: row.address,
    plate: wordOf(FILE_WORDS.plate, row.plate_status),
    plateCode: row.plate_code,
    latE6: (row.lat_e6 / 1e6).toFixed(6),
    lngE6: (row.lng_e6 / 1e6).toFixed(6),
    crs: row.crs,
    uses: wordsOf(FILE_WORDS.use, card?.uses ?? [row.use]),
    sanXiao: wordOf(FILE_WORDS.sanXiao, card ? card.sanXiao : row.san_xiao),
    floorsAbove: card?.floorsAbove ?? row.floors,
    floorsBelow: card?.floorsBelow ?? 0,
    areaCm2: card?.areaCm2 ? (card.areaCm2 / 1e4).toFixed(4) : null,
    builtYear: card?.builtYear ?? null,
    structure: wordOf(FILE_WORDS.structure, card?.structure ?? row.structure),
    alterations: wordsOf(FILE_WORDS.alteration, card?.alterations ?? []),
    rooms: card?.rooms ?? null,
    crowded: yesNo(card?.crowded ?? false),
    permits: wordOf(FILE_WORDS.permits, card?.permits ?? 'unknown'),
  }
}

/** Every house with its head as he is posted, or with the seat empty. */
async function headTable({ tx, now, system }: Asking, gridPath: GridPath): Promise<Table> {
  const rows = await tx
    .selectFrom('buildings as b')
    .leftJoin('role_grants as g', (on) =>
      on
        .onRef('g.street_id', '=', 'b.street_id')
        .onRef('g.building_id', '=', 'b.id')
        .on('g.role', '=', 'head')
        .on('g.from_at', '<=', now)
        .on('g.to_at', '>', now),
    )
    .leftJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'g.street_id').onRef('p.id', '=', 'g.person_id'),
    )
    .select(['b.id', 'b.label', 'b.grid_path', 'p.public_name as name', 'g.acting', 'g.from_at', 'g.to_at'])
    .where('b.street_id', '=', system.streetId)
    .where(under('b.grid_path', gridPath))
    .orderBy('b.grid_path')
    .orderBy('b.no')
    .limit(MOST)
    .execute()
  return {
    name: '楼栋长',
    rows: [
      ['楼栋编号', '楼栋', '网格编码', '楼栋长', '代理', '任期从', '任期到'],
      ...rows.map(({ id, label, grid_path, name, acting, from_at, to_at }) => [
        id,
        label,
        grid_path,
        name ?? '空着',
        name === null ? null : acting ? '是' : '否',
        day(from_at),
        day(to_at),
      ]),
    ],
  }
}

const day = (at: number | null): string | null => (at === null ? null : dayName(dayOf(at)))

const LEVELS = ['街道', '村居', '网格', '片区']

/** Public ones alone, without who reported them: a private matter does not travel in a file. */
async function concernTable({ tx, system }: Asking, gridPath: GridPath): Promise<Table> {
  const rows = await tx
    .selectFrom('concerns as c')
    .leftJoin('buildings as b', (on) =>
      on.onRef('b.street_id', '=', 'c.street_id').onRef('b.id', '=', 'c.building_id'),
    )
    .select([
      'c.no',
      'c.category',
      'c.state',
      'c.level',
      'c.submitted_at',
      'c.due_at',
      'c.closed_at',
      'b.label',
    ])
    .select(sql<string>`c.body ->> 'title'`.as('title'))
    .where('c.street_id', '=', system.streetId)
    .where('c.visibility', '=', 'public')
    .where('c.state', '<>', 'held')
    .where(sql<boolean>`c.body ->> 'closing' is distinct from 'content'`)
    .where(under('c.grid_path', gridPath))
    .orderBy('c.submitted_at')
    .limit(MOST)
    .execute()
  return {
    name: '民情',
    rows: [
      ['编号', '类别', '标题', '楼栋', '状态', '层级', '反映日期', '承诺日期', '办结日期'],
      ...rows.map((row) => [
        row.no,
        row.category,
        row.title,
        row.label,
        row.state,
        LEVELS[row.level] ?? null,
        day(row.submitted_at),
        day(row.due_at),
        day(row.closed_at),
      ]),
    ],
  }
}
