import type { GridPath } from '#core/grids/grid'
import { digits, PILOT_GRID, STREET } from './codes'
import { plateCode, type SeedBuilding } from './estate'
import type { SeedGrid } from './grids'
import { below, largestRemainder, lowest, pick } from './keyed-hash'
import { headName, neighbourName } from './names'
import { grant, phoneOf, type SeedGrant, type SeedPerson, type SeedResidency } from './people'
import type { World } from './world'

/** Everybody and everything in one piece (片区) outside the pilot estate. */
export interface PieceRegister {
  buildings: SeedBuilding[]
  persons: SeedPerson[]
  residencies: SeedResidency[]
  grants: SeedGrant[]
}

/** The pieces whose people only the full profile holds, in the order of the tree. */
export const piecesOf = (world: World): SeedGrid[] =>
  world.grids.filter(({ level, path }) => level === 3 && !path.startsWith(`${PILOT_GRID}.`))

/** Phones of the residents of a piece are numbered from here; no piece holds ten thousand. */
const firstPhone = (place: number): number => 10_000 * (500 + place)

/** A piece in full: exactly the numbers its row of the tree publishes. */
export function pieceRegister(piece: SeedGrid, place: number): PieceRegister {
  const buildings = Array.from({ length: piece.buildings }, (_, at) => buildingOf(piece, at))
  const counts = largestRemainder(
    piece.residents,
    buildings.map(({ id }) => 60 + below(`crowd|${id}`, 81)),
  )
  const homes = buildings.flatMap((one, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, index) => ({
      building: one.id,
      person: personIn(one.id, index + 1),
      first: index === 0,
    })),
  )
  const floating = new Set(lowest(homes, piece.floating, ({ person }) => `floating|${person}`))
  return {
    buildings,
    persons: homes.map(({ person, first }, at) => resident(person, first, firstPhone(place) + at)),
    residencies: homes.map((home) => residency(home, floating.has(home))),
    grants: buildings.slice(0, piece.heads).map(({ id }) => headGrant(piece, id)),
  }
}

/** `B001.001.02-014`. */
const buildingId = (piece: GridPath, no: number): string =>
  `B${piece.slice(STREET.length + 1)}-${digits(no, 3)}`
export const personIn = (building: string, place: number): string =>
  `p.${building.toLowerCase()}-${digits(place, 2)}`

/** A house of a piece, made alone: the same as in its register. */
export function buildingOf({ path, name }: SeedGrid, at: number): SeedBuilding {
  const no = at + 1
  const id = buildingId(path, no)
  const isShop = below(`shop|${id}`, 8) === 0
  return {
    id,
    estate: null,
    grid: path,
    no,
    label: `${no}号楼`,
    address: `${name}${no}号`,
    plate: 'ok',
    plateCode: plateCode(id),
    ...placeOf(path, at),
    col: at % 10,
    row: Math.floor(at / 10),
    use: below(`use|${id}`, 20) < 3 ? 'self' : 'rent',
    sanXiao: isShop ? 'shop' : null,
    floors: 2 + below(`floors|${id}`, 6),
    structure: pick(`structure|${id}`, ['brick_concrete', 'brick_concrete', 'frame']),
    hazard: below(`hazard|${id}`, 5) === 0 ? 'B' : 'A',
    status: 'in_use',
  }
}

/** Pieces lie on a lattice of about 700 m around the town; inside, houses stand as in the pilot estate. */
function placeOf(path: GridPath, at: number): { latE6: number; lngE6: number } {
  const [unit = 0, grid = 0, piece = 0] = path.split('.').slice(1).map(Number)
  const east = (unit % 100) * 30_000 + piece * 2_000
  const north = Math.floor(unit / 100) * 40_000 + grid * 2_000
  return {
    latE6: 23_160_000 - north - Math.floor(at / 10) * 126,
    lngE6: 114_390_000 + east + (at % 10) * 156,
  }
}

function resident(id: string, isFirst: boolean, phone: number): SeedPerson {
  const age = isFirst ? 32 + below(`age|${id}`, 34) : 2 + below(`age|${id}`, 82)
  return { id, age, phone: phoneOf(phone), name: isFirst ? headName(id) : neighbourName(id, age) }
}

function residency(
  { building: id, person, first }: { building: string; person: string; first: boolean },
  floating: boolean,
): SeedResidency {
  return {
    person,
    building: id,
    kind: floating ? 'tenant' : first ? 'owner' : 'family',
    floating,
    since: 130 + below(`since|${person}`, 2_800),
    // Nobody confirms himself: the second on the list vouches for the first.
    confirmedBy: personIn(id, first ? 2 : 1),
  }
}

const headGrant = ({ path }: SeedGrid, id: string): SeedGrant =>
  grant(`g.head-${id.toLowerCase()}`, personIn(id, 1), 'head', path, { building: id })
