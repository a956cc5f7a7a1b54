import type { GridPath } from '#core/grids/grid'
import { digits, PILOT_ESTATE, PILOT_GRID, PILOT_PIECES } from './codes'
import { hash32, largestRemainder, lowest } from './keyed-hash'

export interface SeedBuilding {
  id: string
  estate: string | null
  grid: GridPath
  no: number
  label: string
  address: string
  plate: 'ok' | 'missing'
  plateCode: string | null
  latE6: number
  lngE6: number
  col: number
  row: number
  use: 'self' | 'rent'
  sanXiao: 'shop' | 'workshop' | null
  floors: number
  structure: 'brick_concrete' | 'frame' | 'brick_timber'
  hazard: 'A' | 'B' | 'C' | 'D'
  status: 'in_use' | 'sealed'
}

/** 23 buildings had no plate when the pilot began. */
export const PLATES_ONCE_MISSING = [
  1, 8, 15, 16, 32, 46, 57, 62, 68, 70, 72, 94, 98, 104, 106, 115, 129, 138, 139, 142, 151, 173, 175,
]
/** The four that still have none today: one or two in each piece of the estate. */
const PLATES_STILL_MISSING = [57, 98, 142, 173]

/** Graded D and sealed; its family stays registered and lives elsewhere. */
export const SEALED = 113

/** One person heads both buildings of a pair. */
export const HEADED_PAIRS: [number, number][] = [
  [12, 13],
  [44, 45],
  [59, 60],
  [101, 102],
  [134, 135],
  [166, 167],
]

export const buildingId = (no: number): string => `JX-${digits(no, 3)}`

const NUMBERS = Array.from({ length: 191 }, (_, at) => at + 1)

/** Town-level guess of where the estate lies, GCJ-02; houses stand 16 m apart along the lane, 14 m across. */
const ORIGIN = { latE6: 23_170_000, lngE6: 114_420_000 }
const STEP = { latE6: 126, lngE6: 156 }

/** 金兴街20号小区: 191 self-built buildings, nineteen columns of ten and one more. */
export function estateBuildings(): SeedBuilding[] {
  const traits = drawTraits()
  return NUMBERS.map((no) => ({
    id: buildingId(no),
    estate: PILOT_ESTATE,
    grid: pieceOf(no),
    no,
    label: `${no}栋`,
    ...plateOf(no),
    ...placeOf(no),
    use: traits.self.has(no) ? 'self' : 'rent',
    sanXiao: sanXiaoOf(no, traits),
    floors: 2 + (hash32(`floors|JX|${no}`) % 6),
    structure: traits.structure.get(no) ?? 'brick_concrete',
    hazard: traits.hazard.get(no) ?? 'A',
    status: no === SEALED ? 'sealed' : 'in_use',
  }))
}

/** The piece (片区) of the estate a building stands in: 1-64, 65-128, 129-191. */
function pieceOf(no: number): GridPath {
  const [first, second] = PILOT_PIECES
  const piece = no <= first ? 1 : no <= first + second ? 2 : 3
  return `${PILOT_GRID}.${digits(piece, 2)}`
}

function plateOf(no: number): Pick<SeedBuilding, 'address' | 'plate' | 'plateCode'> {
  if (PLATES_STILL_MISSING.includes(no))
    return { address: '金兴街20号小区（门牌还没装）', plate: 'missing', plateCode: null }
  return { address: `金兴街20号小区${no}栋`, plate: 'ok', plateCode: plateCode(buildingId(no)) }
}

/** What the QR code on a plate says; means nothing to whoever does not ask us. */
export const plateCode = (id: string): string =>
  `LD${hash32(`plate|${id}`).toString(36)}${hash32(`plate2|${id}`).toString(36)}`.toUpperCase()

function placeOf(no: number): Pick<SeedBuilding, 'latE6' | 'lngE6' | 'col' | 'row'> {
  const col = Math.floor((no - 1) / 10)
  const row = (no - 1) % 10
  return { latE6: ORIGIN.latE6 - row * STEP.latE6, lngE6: ORIGIN.lngE6 + col * STEP.lngE6, col, row }
}

interface Traits {
  self: Set<number>
  shop: Set<number>
  workshop: Set<number>
  structure: Map<number, SeedBuilding['structure']>
  hazard: Map<number, SeedBuilding['hazard']>
}

function drawTraits(): Traits {
  // A sealed house may not be let (building rule I3), and 23栋 is the story's rental house.
  const self = new Set([SEALED, ...draw(28, 'self', (no) => no !== SEALED && no !== 23)])
  const shop = new Set(draw(24, 'shop', (no) => !self.has(no)))
  const workshop = new Set(draw(5, 'workshop', (no) => !self.has(no) && !shop.has(no)))
  return { self, shop, workshop, structure: drawStructure(), hazard: drawHazard() }
}

function drawStructure(): Traits['structure'] {
  const [, frames = 0, timber = 0] = largestRemainder(191, [70, 28, 2])
  const frame = draw(frames, 'frame')
  const rest = draw(timber, 'timber', (no) => !frame.includes(no))
  return new Map([
    ...frame.map((no) => [no, 'frame'] as const),
    ...rest.map((no) => [no, 'brick_timber'] as const),
  ])
}

function drawHazard(): Traits['hazard'] {
  const c = draw(4, 'hazard-c', (no) => no !== SEALED)
  const b = draw(36, 'hazard-b', (no) => no !== SEALED && !c.includes(no))
  return new Map([...b.map((no) => [no, 'B'] as const), ...c.map((no) => [no, 'C'] as const), [SEALED, 'D']])
}

function sanXiaoOf(no: number, { shop, workshop }: Traits): SeedBuilding['sanXiao'] {
  if (shop.has(no)) return 'shop'
  return workshop.has(no) ? 'workshop' : null
}

const draw = (count: number, trait: string, among: (no: number) => boolean = () => true): number[] =>
  lowest(NUMBERS.filter(among), count, (no) => `${trait}|${buildingId(no)}`)
