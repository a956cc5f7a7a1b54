import type { GridPath } from '#core/grids/grid'
import { calendarRows } from './calendar'
import { PILOT_COMMUNITY, PILOT_GRID, STREET } from './codes'
import type { SeedBuilding } from './estate'
import { ESTATES, grids, type SeedGrid } from './grids'
import { officeName } from './names'
import { grant, phoneOf, type SeedGrant, type SeedPerson, type SeedResidency } from './people'
import { DEPARTMENTS, PERSONAS, personaGrants, personOf } from './personas'
import { estateRegister, outsiders, registeredSizes } from './residents'
import { seats } from './seats'

/** Everything a profile holds besides concerns, generated without asking any clock or database. */
export interface World {
  grids: SeedGrid[]
  estates: { id: string; grid: GridPath; name: string }[]
  departments: { id: string; name: string }[]
  buildings: SeedBuilding[]
  persons: SeedPerson[]
  residencies: SeedResidency[]
  grants: SeedGrant[]
  logins: { persona: string; person: string }[]
  calendar: ReturnType<typeof calendarRows>
}

/** The whole grid tree with all its seats, and the pilot estate with everybody who lives in it. */
export function pilotWorld(): World {
  const register = estateRegister()
  const tree = grids(registeredSizes(register))
  const seated = seats(pathsAt(tree, 2))
  const communities = communityStaff(pathsAt(tree, 1))
  return {
    grids: tree,
    estates: ESTATES,
    departments: DEPARTMENTS,
    buildings: register.buildings,
    persons: [...register.persons, ...outsiders(), ...seated.persons, ...communities.persons],
    residencies: register.residencies,
    grants: [...register.grants, ...seated.grants, ...communities.grants, ...personaGrants()],
    logins: PERSONAS.map(({ id }) => ({ persona: id, person: personOf(id) })),
    calendar: calendarRows(),
  }
}

/** Above the grids somebody has to answer: one person a village or community. The pilot one is a persona. */
function communityStaff(units: GridPath[]): { persons: SeedPerson[]; grants: SeedGrant[] } {
  const others = units.filter((path) => path !== PILOT_COMMUNITY)
  const id = (path: GridPath) => `community${path.slice(STREET.length)}`
  return {
    persons: others.map((path, at) => ({
      id: `p.${id(path)}`,
      name: officeName(id(path), false),
      phone: phoneOf(4_000_000 + at),
      age: 40,
    })),
    grants: others.map((path) => grant(`g.${id(path)}`, `p.${id(path)}`, 'community_staff', path)),
  }
}

/** Twenty buildings that hold the homes of all personas, some in each piece of the estate. */
const TINY_BUILDINGS = [9, 12, 13, 23, 30, 34, 44, 45, 52, 61, 66, 77, 78, 88, 101, 113, 134, 142, 173, 191]
const TINY_PERSONS = 200
const SECOND_GRID = `${PILOT_COMMUNITY}.006`

/** A part of the pilot for tests: one community, two grids, six pieces, 20 buildings, 200 persons. */
export function tinyWorld(): World {
  const whole = pilotWorld()
  const paths = new Set(whole.grids.map(({ path }) => path).filter(isTiny))
  const buildings = whole.buildings.filter(({ no }) => TINY_BUILDINGS.includes(no))
  const standing = new Set(buildings.map(({ id }) => id))
  const grants = whole.grants.filter(
    ({ grid, building }) => paths.has(grid) && (building === null || standing.has(building)),
  )
  const persons = tinyPersons(whole, standing, grants)
  const known = new Set(persons.map(({ id }) => id))
  return {
    ...whole,
    grids: whole.grids.filter(({ path }) => paths.has(path)),
    estates: whole.estates.filter(({ grid }) => paths.has(grid)),
    buildings,
    persons,
    residencies: whole.residencies.filter(({ person }) => known.has(person)),
    grants,
  }
}

const isTiny = (path: GridPath): boolean =>
  [STREET, PILOT_COMMUNITY, PILOT_GRID, SECOND_GRID].includes(path) ||
  path.startsWith(`${PILOT_GRID}.`) ||
  path.startsWith(`${SECOND_GRID}.`)

/** Everybody with an office or a persona, and neighbours until there are two hundred. */
function tinyPersons(whole: World, standing: Set<string>, grants: SeedGrant[]): SeedPerson[] {
  const needed = new Set([...grants.map(({ person }) => person), ...whole.logins.map(({ person }) => person)])
  const near = new Set(
    whole.residencies.filter(({ building }) => standing.has(building)).map(({ person }) => person),
  )
  const neighbours = whole.persons.filter(({ id }) => near.has(id) && !needed.has(id))
  const more = new Set(neighbours.slice(0, TINY_PERSONS - needed.size).map(({ id }) => id))
  return whole.persons.filter(({ id }) => needed.has(id) || more.has(id))
}

const pathsAt = (tree: SeedGrid[], level: number): GridPath[] =>
  tree.filter((grid) => grid.level === level).map(({ path }) => path)
