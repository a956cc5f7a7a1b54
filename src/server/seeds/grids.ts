import type { GridPath, Level } from '#core/grids/grid'
import { digits, PILOT_ESTATE, PILOT_GRID, STREET, STREET_NAME } from './codes'
import { below, largestRemainder } from './keyed-hash'

/** How large a grid is. */
export interface Size {
  buildings: number
  heads: number
  residents: number
  floating: number
}

export interface SeedGrid extends Size {
  path: GridPath
  level: Level
  parent: GridPath | null
  name: string
  kind: 'village' | 'community' | null
}

type Row = [code: string, name: string, l2: number, l3: number, ...size: [number, number, number, number]]

/** Eleven units of level 1. Names marked 示例 are placeholders; sizes are synthetic, only their sums are real. */
const UNITS: Row[] = [
  ['001', '小金口社区（示例）', 16, 43, 1_760, 1_606, 38_676, 28_639],
  ['002', '金源社区（示例）', 11, 30, 1_120, 1_022, 24_612, 18_225],
  ['003', '汤泉社区（示例）', 7, 17, 480, 438, 10_548, 7_811],
  ['004', '金都社区（示例）', 10, 27, 960, 876, 21_096, 15_621],
  ['201', '小铁村', 12, 34, 1_280, 1_168, 28_128, 20_828],
  ['202', '白石村', 8, 20, 640, 584, 14_064, 8_047],
  ['203', '青塘村', 7, 19, 560, 511, 12_306, 7_041],
  ['204', '乌石村', 6, 17, 480, 438, 10_548, 6_036],
  ['205', '柏岗村', 5, 14, 320, 292, 7_032, 4_024],
  ['206', '金鸡村', 5, 12, 240, 219, 5_274, 3_018],
  ['207', '九龙村', 4, 10, 160, 146, 3_516, 2_012],
]

/** Grids of level 2 that carry a name of their own. */
const NAMED: Record<GridPath, string> = {
  [PILOT_GRID]: '金兴街网格',
  [`${STREET}.201.001`]: '兴隆东街网格',
  [`${STREET}.004.001`]: '金都雅苑网格',
}

export const ESTATES = [
  { id: PILOT_ESTATE, grid: PILOT_GRID, name: '金兴街20号小区' },
  { id: 'jindu-yayuan', grid: `${STREET}.004.001`, name: '金都雅苑' },
]

/**
 * The whole tree, parents before children: 1 street, 11 units, 91 grids, 243 pieces.
 * `registered` are the pieces whose size the register itself gives: those of the pilot estate.
 */
export function grids(registered: ReadonlyMap<GridPath, Size>): SeedGrid[] {
  const units = UNITS.flatMap((row) => unit(row, registered))
  const street = total(units.filter(({ level }) => level === 1))
  return [{ path: STREET, level: 0, parent: null, name: STREET_NAME, kind: null, ...street }, ...units]
}

function unit(row: Row, registered: ReadonlyMap<GridPath, Size>): SeedGrid[] {
  const [code, name, l2, l3, buildings, heads, residents, floating] = row
  const path = `${STREET}.${code}`
  const kind = code.startsWith('2') ? 'village' : 'community'
  const size = { buildings, heads, residents, floating }
  const pieces = sizedPieces(size, piecePaths(path, l2, l3), registered)
  const plain = name.replace('（示例）', '')
  const seconds = [...new Set(pieces.map(({ path: piece }) => piece.slice(0, -3)))].map((second) => ({
    path: second,
    level: 2 as const,
    parent: path,
    name: NAMED[second] ?? `${plain}第${Number(second.slice(-3))}网格`,
    kind: null,
    ...total(pieces.filter(({ path: piece }) => piece.startsWith(`${second}.`))),
  }))
  const names = new Map(seconds.map((second) => [second.path, second.name]))
  const thirds = pieces.map((piece) => {
    const parent = piece.path.slice(0, -3)
    const own = `${names.get(parent)}·${Number(piece.path.slice(-2))}片区`
    return { ...piece, level: 3 as const, parent, name: own, kind: null }
  })
  return [{ path, level: 1, parent: STREET, name, kind, ...size }, ...seconds, ...thirds]
}

/** Pieces are dealt to the grids of a unit as evenly as whole numbers allow: two or three each. */
const piecePaths = (unitPath: GridPath, l2: number, l3: number): GridPath[] =>
  largestRemainder(l3, Array<number>(l2).fill(1)).flatMap((count, grid) =>
    Array.from({ length: count }, (_, piece) => `${unitPath}.${digits(grid + 1, 3)}.${digits(piece + 1, 2)}`),
  )

type Piece = Size & { path: GridPath }

/** Registered pieces keep their own figures; the others share what is left of the unit. */
function sizedPieces(size: Size, paths: GridPath[], registered: ReadonlyMap<GridPath, Size>): Piece[] {
  const known = paths.flatMap((path) => registered.get(path) ?? [])
  const open = paths.filter((path) => !registered.has(path))
  const others = new Map(shared(minus(size, total(known)), open).map((piece) => [piece.path, piece]))
  return paths.map((path) => {
    const piece = registered.get(path) ?? others.get(path)
    if (!piece) throw new Error(`no size for ${path}`)
    return { ...piece, path }
  })
}

const minus = (whole: Size, part: Size): Size => ({
  buildings: whole.buildings - part.buildings,
  heads: whole.heads - part.heads,
  residents: whole.residents - part.residents,
  floating: whole.floating - part.floating,
})

function shared(size: Size, paths: GridPath[]): Piece[] {
  const buildings = largestRemainder(
    size.buildings,
    paths.map((path) => 80 + below(`grid|${path}`, 41)),
  )
  const heads = largestRemainder(size.heads, buildings)
  const residents = largestRemainder(
    size.residents,
    buildings.map((n, at) => n * (90 + below(`crowd|${paths[at]}`, 21))),
  )
  const floating = largestRemainder(size.floating, residents)
  const nth = (list: number[], at: number) => list[at] ?? 0
  return paths.map((path, at) => ({
    path,
    buildings: nth(buildings, at),
    heads: nth(heads, at),
    residents: nth(residents, at),
    floating: nth(floating, at),
  }))
}

function total(parts: Size[]): Size {
  const sum = { buildings: 0, heads: 0, residents: 0, floating: 0 }
  for (const part of parts) {
    sum.buildings += part.buildings
    sum.heads += part.heads
    sum.residents += part.residents
    sum.floating += part.floating
  }
  return sum
}
