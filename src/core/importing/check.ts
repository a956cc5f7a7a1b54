import { ancestorAt, covers, type GridPath, type Level, levelOf } from '../grids/grid'
import type { CellProblem } from './cells'
import type { ReadRegister, Register } from './register'
import { singleSeat } from './seats'
import type { Placed, Problem } from './sheet'
import { type RegisterRow, SHEETS, type SheetKey } from './sheets'

/** What the register already holds of what a file names. */
export interface Known {
  /** `null`: no street yet, the file brings it. */
  street: GridPath | null
  grids: ReadonlySet<GridPath>
  estates: ReadonlySet<string>
  departments: ReadonlySet<string>
  /** Grid of each building. */
  buildings: ReadonlyMap<string, GridPath>
  /** Which building has a number of an estate (`estate|no`, only within estates), and which has a plate's code. */
  numbers: ReadonlyMap<string, string>
  plates: ReadonlyMap<string, string>
  /** Rows of the offices of the file that somebody holds already at that time. */
  heldByOthers: ReadonlySet<string>
  /** Phones of residents of the file who are registered in a home that no file brought. */
  livingElsewhere: ReadonlySet<string>
}

/** How far whoever imports may: `null` is the whole street, for the tool at the first start. */
export type Scope = readonly GridPath[] | null

/** Which level an office of a grid stands at. */
const OFFICE_LEVEL: Partial<Record<RegisterRow<'offices'>['office'], Level>> = {
  head: 3,
  grid_staff: 2,
  grid_head: 2,
  deputy: 2,
  secretary: 2,
  pioneer: 2,
  captain: 2,
  volunteer: 2,
  police: 2,
  traffic: 2,
  community_staff: 1,
  street_admin: 0,
  department: 0,
  auditor: 0,
}

/** Everything that is wrong between rows, and between the file and the register. */
export function checkRegister({ register, names }: ReadRegister, known: Known, scope: Scope): Problem[] {
  const problems: Problem[] = []
  const tell: Tell = (key, row, column, problem) =>
    problems.push({
      sheet: names[key] ?? SHEETS[key].name,
      row,
      // The heading as it stands in the file.
      column: (SHEETS[key].columns as Record<string, { heading: string }>)[column]?.heading ?? column,
      problem,
    })
  const world = worldOf(register, known)
  checkStreet(register, known, problems)
  checkTwice(register, tell)
  checkGrids(register, world, { tell, scope })
  checkPlaces(register, world, { tell, scope })
  checkOffices(register, world, { tell, scope })
  checkResidents(register, world, { tell, scope })
  checkTaken(register, known, { tell, scope })
  return problems
}

type Tell = <Key extends SheetKey>(
  key: Key,
  row: number,
  column: keyof RegisterRow<Key> & string,
  problem: CellProblem,
) => void

interface Checking {
  tell: Tell
  scope: Scope
}

type World = Known

/** What there will be once the file is in. */
function worldOf(register: Register, known: Known): World {
  const own = register.street[0]?.value.path ?? null
  const street = known.street ?? own
  return {
    ...known,
    street,
    grids: new Set([...known.grids, ...(own ? [own] : []), ...register.grids.map(({ value }) => value.path)]),
    estates: new Set([...known.estates, ...register.estates.map(({ value }) => value.id)]),
    departments: new Set([...known.departments, ...register.departments.map(({ value }) => value.id)]),
    buildings: new Map([
      ...known.buildings,
      ...register.buildings.map(({ value }) => [value.id, value.grid] as const),
    ]),
  }
}

function checkStreet({ street }: Register, known: Known, problems: Problem[]): void {
  const about = (problem: Problem['problem'], row: number | null) =>
    problems.push({ sheet: SHEETS.street.name, row, column: null, problem })
  if (street.length === 0 && known.street === null) about('no_street', null)
  for (const { row, value } of street) {
    if (known.street !== null && value.path !== known.street) about('other_street', row)
  }
  for (const { row } of street.slice(1)) about('other_street', row)
}

/** Two rows about the same thing: which of them should count? */
function checkTwice(register: Register, tell: Tell): void {
  twice(
    register.grids,
    ({ path }) => path,
    (row) => tell('grids', row, 'path', 'duplicate'),
  )
  twice(
    register.estates,
    ({ id }) => id,
    (row) => tell('estates', row, 'id', 'duplicate'),
  )
  twice(
    register.departments,
    ({ id }) => id,
    (row) => tell('departments', row, 'id', 'duplicate'),
  )
  twice(
    register.buildings,
    ({ id }) => id,
    (row) => tell('buildings', row, 'id', 'duplicate'),
  )
  twice(
    register.buildings,
    ({ estate, no }) => (estate ? `${estate}|${no}` : null),
    (row) => tell('buildings', row, 'no', 'duplicate'),
  )
  twice(
    register.buildings,
    ({ plateCode }) => plateCode,
    (row) => tell('buildings', row, 'plateCode', 'duplicate'),
  )
  twice(
    register.offices,
    ({ phone, office, grid, building, department }) => [phone, office, grid, building, department].join('|'),
    (row) => tell('offices', row, 'office', 'duplicate'),
  )
  twice(
    register.residents,
    ({ phone }) => phone,
    (row) => tell('residents', row, 'phone', 'duplicate'),
  )
  twice(register.offices, singleSeat, (row) => tell('offices', row, 'office', 'second_head'))
}

function twice<Row>(
  rows: readonly Placed<Row>[],
  keyOf: (row: Row) => string | null,
  tell: (row: number) => void,
): void {
  const seen = new Set<string>()
  for (const { row, value } of rows) {
    const key = keyOf(value)
    if (key === null) continue
    if (seen.has(key)) tell(row)
    seen.add(key)
  }
}

function checkGrids({ grids }: Register, { grids: known }: World, { tell, scope }: Checking): void {
  for (const { row, value } of grids) {
    const level = levelOf(value.path)
    if (level === 0) tell('grids', row, 'path', 'wrong_level')
    else if (!known.has(ancestorAt(value.path, (level - 1) as Level)))
      tell('grids', row, 'path', 'unknown_grid')
    else if (!isIn(scope, value.path)) tell('grids', row, 'path', 'out_of_scope')
    if (level === 1 && value.kind === null) tell('grids', row, 'kind', 'required')
    if (value.floating > value.residents) tell('grids', row, 'floating', 'out_of_range')
  }
}

function checkPlaces(register: Register, world: World, { tell, scope }: Checking): void {
  for (const { row, value } of register.estates)
    checkGrid(value.grid, [2], (problem) => tell('estates', row, 'grid', problem))
  for (const { row, value } of register.buildings) {
    checkGrid(value.grid, [2, 3], (problem) => tell('buildings', row, 'grid', problem))
    if (value.estate !== null && !world.estates.has(value.estate))
      tell('buildings', row, 'estate', 'unknown_estate')
    if (value.plate === 'missing' && value.plateCode !== null)
      tell('buildings', row, 'plateCode', 'not_a_choice')
  }

  function checkGrid(path: GridPath, levels: readonly Level[], wrong: (problem: CellProblem) => void): void {
    if (!world.grids.has(path)) wrong('unknown_grid')
    else if (!levels.includes(levelOf(path))) wrong('wrong_level')
    else if (!isIn(scope, path)) wrong('out_of_scope')
  }
}

function checkOffices({ offices }: Register, world: World, { tell, scope }: Checking): void {
  for (const { row, value } of offices) {
    const level = OFFICE_LEVEL[value.office]
    if (!world.grids.has(value.grid)) tell('offices', row, 'grid', 'unknown_grid')
    else if (!isIn(scope, value.grid)) tell('offices', row, 'grid', 'out_of_scope')
    else if (value.office !== 'head' && levelOf(value.grid) !== level)
      tell('offices', row, 'grid', 'wrong_level')
    if (value.office === 'head') checkHead(row, value, { world, tell })
    if (value.office === 'department') checkDepartment(row, value, { world, tell })
    if (value.to <= value.from) tell('offices', row, 'to', 'before_start')
  }
}

type Office = RegisterRow<'offices'>

function checkHead(
  row: number,
  { building, grid }: Office,
  { world, tell }: { world: World; tell: Tell },
): void {
  if (building === null) tell('offices', row, 'building', 'required')
  else if (!world.buildings.has(building)) tell('offices', row, 'building', 'unknown_building')
  // A head's office lies in the grid his house lies in.
  else if (world.buildings.get(building) !== grid) tell('offices', row, 'grid', 'wrong_level')
}

function checkDepartment(
  row: number,
  { department }: Office,
  { world, tell }: { world: World; tell: Tell },
): void {
  if (department === null) tell('offices', row, 'department', 'required')
  else if (!world.departments.has(department)) tell('offices', row, 'department', 'unknown_department')
}

function checkResidents({ residents }: Register, world: World, { tell, scope }: Checking): void {
  for (const { row, value } of residents) {
    const grid = world.buildings.get(value.building)
    if (grid === undefined) tell('residents', row, 'building', 'unknown_building')
    else if (!isIn(scope, grid)) tell('residents', row, 'building', 'out_of_scope')
  }
}

/** What the register already has under another name, or in other hands. */
function checkTaken(register: Register, known: Known, { tell, scope }: Checking): void {
  for (const { row, value } of register.buildings) {
    const wrong = (column: 'id' | 'no' | 'plateCode', problem: CellProblem) =>
      tell('buildings', row, column, problem)
    const before = known.buildings.get(value.id)
    if (before !== undefined && !isIn(scope, before)) wrong('id', 'not_yours')
    const isOthers = (holder: string | undefined) => holder !== undefined && holder !== value.id
    if (isOthers(known.numbers.get(`${value.estate}|${value.no}`))) wrong('no', 'duplicate')
    if (isOthers(known.plates.get(value.plateCode ?? ''))) wrong('plateCode', 'duplicate')
  }
  for (const { row } of register.offices)
    if (known.heldByOthers.has(String(row))) tell('offices', row, 'office', 'second_head')
  for (const { row, value } of register.residents)
    if (known.livingElsewhere.has(value.phone)) tell('residents', row, 'building', 'lives_elsewhere')
}

const isIn = (scope: Scope, path: GridPath): boolean =>
  scope === null || scope.some((own) => covers(own, path))
