import type { GridPath } from '#core/grids/grid'
import { PILOT_GRID, PILOT_PIECES } from './codes'
import { buildingId, estateBuildings, HEADED_PAIRS, SEALED, type SeedBuilding } from './estate'
import type { Size } from './grids'
import { below, largestRemainder, lowest } from './keyed-hash'
import { headName, neighbourName } from './names'
import { grant, phoneOf, type SeedGrant, type SeedPerson, type SeedResidency } from './people'
import { ACTING_HEAD, PERSONA_HOMES, PERSONAS, personOf } from './personas'

/** The register of the pilot estate: who lives where, and who heads which building. */
export interface Register {
  buildings: SeedBuilding[]
  persons: SeedPerson[]
  residencies: SeedResidency[]
  grants: SeedGrant[]
}

const RESIDENTS = 1_930
const FLOATING = 1_776
/** Fewest and most people in one building. */
const LEAST = 3
const MOST = 17

/** Places of personas who are not building heads: what the others on the list are called comes by hash. */
const PERSONA_AT = new Map(
  PERSONAS.flatMap((persona) => {
    const home = PERSONA_HOMES[persona.id]
    return home ? [[placeKey(home.building, home.place), persona] as const] : []
  }),
)

export function estateRegister(): Register {
  const buildings = estateBuildings()
  const counts = crowd(buildings)
  const places = buildings.flatMap((building, at) =>
    Array.from({ length: counts[at] ?? LEAST }, (_, index) => ({ building, place: index + 1 })),
  )
  const local = localPlaces(places)
  return {
    buildings,
    persons: places.map(({ building, place }, at) => personAt(building.no, place, at)),
    residencies: places.map(({ building, place }) => residencyAt(building, place, local)),
    grants: buildings.map(headGrant),
  }
}

/** How many people live in each building: 3 to 17, 1,930 together. The sealed one keeps its family of three. */
function crowd(buildings: SeedBuilding[]): number[] {
  const weights = buildings.map(({ id, no }) => (no === SEALED ? 0 : 10 + below(`crowd|${id}`, 1_000)))
  const more = largestRemainder(RESIDENTS - LEAST * buildings.length, weights)
  return evened(more.map((count) => LEAST + count))
}

/** What is above the most goes, one by one, to the least crowded houses that are not sealed. */
function evened(counts: number[]): number[] {
  const kept = counts.map((count) => Math.min(count, MOST))
  let left = counts.reduce((sum, count, at) => sum + count - (kept[at] ?? 0), 0)
  const emptiest = kept
    .map((count, at) => ({ count, at }))
    .filter(({ at }) => at !== SEALED - 1)
    .sort((a, b) => a.count - b.count || a.at - b.at)
  for (const { at } of emptiest.slice(0, left)) {
    kept[at] = (kept[at] ?? 0) + 1
    left -= 1
  }
  if (left > 0) throw new Error('the estate is too small for its people')
  return kept
}

interface PlaceIn {
  building: SeedBuilding
  place: number
}

/** 154 people have their hukou here, all in houses whose owners live in them; the other 1,776 came from elsewhere. */
function localPlaces(places: PlaceIn[]): Set<string> {
  const own = places.filter(
    ({ building, place }) => building.use === 'self' && !isPersona(building.no, place),
  )
  const key = ({ building, place }: PlaceIn) => placeKey(building.no, place)
  return new Set(lowest(own, RESIDENTS - FLOATING, (one) => `local|${key(one)}`).map(key))
}

function placeKey(no: number, place: number): string {
  return `${buildingId(no)}-${String(place).padStart(2, '0')}`
}

const isPersona = (no: number, place: number): boolean => PERSONA_AT.has(placeKey(no, place))

/** `p.jx-023-04`, or the persona who lives there. */
export function residentId(no: number, place: number): string {
  const persona = PERSONA_AT.get(placeKey(no, place))
  return persona ? personOf(persona.id) : `p.${placeKey(no, place).toLowerCase()}`
}

/** The head of a building lives in it, in the first of two if he heads two. */
export const headOf = (no: number): string => residentId(firstOfPair(no), 1)

const firstOfPair = (no: number): number => HEADED_PAIRS.find(([, second]) => second === no)?.[0] ?? no

function personAt(no: number, place: number, at: number): SeedPerson {
  const id = residentId(no, place)
  const phone = phoneOf(at)
  const persona = PERSONA_AT.get(placeKey(no, place))
  if (persona) return { id, phone, name: persona.name, age: persona.age }
  if (place === 1) return { id, phone, age: 32 + below(`age|${id}`, 34), name: headName(id) }
  const age = 4 + below(`age|${id}`, 76)
  return { id, phone, age, name: neighbourName(id, age) }
}

const TEN_YEARS = 3_653

function residencyAt(building: SeedBuilding, place: number, local: Set<string>): SeedResidency {
  const person = residentId(building.no, place)
  return {
    person,
    building: building.id,
    kind: kindOf(building, place),
    floating: !local.has(placeKey(building.no, place)),
    since: person === personOf('resident.li') ? TEN_YEARS : 130 + below(`since|${person}`, 2_800),
    confirmedBy: confirmerOf(person, building.no),
  }
}

function kindOf({ use, no }: SeedBuilding, place: number): SeedResidency['kind'] {
  if (use === 'self') return place === 1 ? 'owner' : 'family'
  return place > 2 && below(`kind|${residentId(no, place)}`, 5) < 2 ? 'family' : 'tenant'
}

/** The building's head confirms his neighbours, the grid's staff confirm the heads. */
function confirmerOf(person: string, no: number): string | null {
  if (person === personOf('resident.new')) return null
  return person === headOf(no) ? personOf('staff.grid') : headOf(no)
}

/** Every building of the estate is headed; one of the appointments is acting. */
function headGrant({ id, no, grid }: SeedBuilding): SeedGrant {
  const term = id === ACTING_HEAD.building ? { acting: true, from: ACTING_HEAD.from, to: ACTING_HEAD.to } : {}
  return grant(`g.head-${id.toLowerCase()}`, headOf(no), 'head', grid, { building: id, ...term })
}

/** What the grid tree publishes of the estate's three pieces, counted from the register. */
export function registeredSizes({ buildings, residencies, grants }: Register): Map<GridPath, Size> {
  const pieces = PILOT_PIECES.map((_, at) => `${PILOT_GRID}.0${at + 1}`)
  const gridOf = new Map(buildings.map(({ id, grid }) => [id, grid]))
  return new Map(
    pieces.map((piece) => {
      const living = residencies.filter(({ building }) => gridOf.get(building) === piece)
      const heads = new Set(grants.filter(({ grid }) => grid === piece).map(({ person }) => person))
      return [
        piece,
        {
          buildings: buildings.filter(({ grid }) => grid === piece).length,
          heads: heads.size,
          residents: living.length,
          floating: living.filter(({ floating }) => floating).length,
        },
      ]
    }),
  )
}

/** Personas who do not live in the estate. */
export const outsiders = (): SeedPerson[] =>
  PERSONAS.filter(({ id }) => !PERSONA_HOMES[id]).map(({ id, name, age }, at) => ({
    id: personOf(id),
    name,
    age,
    phone: phoneOf(3_000_000 + at),
  }))
