import type { Concern, Desk, State } from '#core/concerns/concern'
import { STATES } from '#core/concerns/concern'
import { type ConcernEvent, EVENT_KINDS, type EventKind } from '#core/concerns/events'
import { allowed, decide } from '#core/concerns/machine'
import type { Level } from '#core/grids/grid'
import { type Actor, CLOCK, GUEST } from '#core/people/actor'
import {
  CALENDAR,
  COMMUNITY,
  DAY,
  frozen,
  GRID,
  HOUR,
  MONDAY,
  office,
  PIECE,
  person,
  raised,
  STREET,
  said,
  standing,
} from '../making'

/** Where an event leads from each state; a dot: not from there. Written by hand from domain rule 4.3.1. */
const LEADS = `
                  submitted held accepted in_progress awaiting_department paused resolved verified closed
  release         .         S    .        .           .                   .      .        .        .
  reject_content  .         C    .        .           .                   .      .        .        .
  accept          A         .    .        .           .                   .      .        .        .
  decline         C         .    .        .           .                   .      .        .        .
  merge           C         .    .        .           .                   .      .        .        .
  withdraw        C         C    C        .           .                   .      .        .        .
  contact         .         .    A        I           W                   P      .        .        .
  start           .         .    I        .           .                   .      .        .        .
  escalate        S         H    A        A           .                   .      .        .        .
  delegate        .         .    A        A           .                   .      .        .        .
  whistle         .         .    .        W           W                   .      .        .        .
  arrive          .         .    .        I           I                   .      .        .        .
  pause           .         .    .        P           .                   .      .        .        .
  resume          .         .    .        .           .                   I      .        .        .
  ask_extension   .         .    .        I           .                   .      .        .        .
  answer_extension .        .    .        I           .                   .      .        .        .
  resolve         .         .    .        R           .                   .      .        .        .
  verify          .         .    .        .           .                   .      V        .        .
  return          .         .    .        .           .                   .      I        .        .
  confirm         .         .    .        .           .                   .      C        C        .
  reopen          .         .    .        .           .                   .      I        I        .
  lapse           .         .    .        .           .                   .      C        C        .
`
const STATE_OF: Record<string, State> = {
  S: 'submitted',
  H: 'held',
  A: 'accepted',
  I: 'in_progress',
  W: 'awaiting_department',
  P: 'paused',
  R: 'resolved',
  V: 'verified',
  C: 'closed',
}

/**
 * Who may, by the desk that holds it, nobody being named: h head, s grid staff, g grid head, p police, t traffic,
 * c community, a street, d department, r the reporter, k the clock.
 */
const WHO = `
                    3head 3grid 2grid 2police 2traffic 1community 0street 0department
  release           sgca  sgca  sgca  sgca    sgca     sgca       sgca    sgca
  reject_content    sgca  sgca  sgca  sgca    sgca     sgca       sgca    sgca
  accept            hsg   hsg   sg    sg      sg       sgc        sga     sga
  decline           hsg   hsg   sg    sg      sg       sgc        sga     sga
  merge             hsg   hsg   sg    sg      sg       sgc        sga     sga
  withdraw          r     r     r     r       r        r          r       r
  contact           h     sg    sg    p       t        c          a       d
  start             h     sg    sg    p       t        c          a       d
  escalate          hk    sgk   sgk   pk      tk       ck         k       k
  delegate          .     sg    sg    .       .        c          a       .
  whistle           .     .     .     .       .        .          a       a
  arrive            d     d     d     d       d        d          d       d
  pause             h     sg    sg    p       t        c          a       d
  resume            hk    sgk   sgk   pk      tk       ck         ak      dk
  ask_extension     h     sg    sg    p       t        c          a       d
  answer_extension  g     g     c     c       c        a          a       a
  resolve           h     sg    sg    p       t        c          a       d
  verify            sgca  sgca  sgca  sgca    sgca     sgca       sgca    sgca
  return            sgca  sgca  sgca  sgca    sgca     sgca       sgca    sgca
  confirm           r     r     r     r       r        r          r       r
  reopen            r     r     r     r       r        r          r       r
  lapse             k     k     k     k       k        k          k       k
`

const read = (grid: string): { columns: string[]; cell: (row: string, column: string) => string } => {
  const [columns = [], ...rows] = grid
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const byName = new Map(rows.map(([name = '', ...cells]) => [name, cells]))
  return { columns, cell: (row, column) => byName.get(row)?.[columns.indexOf(column)] ?? 'missing' }
}
const leads = read(LEADS)
const who = read(WHO)

const HOLDINGS: { name: string; level: Level; desk: Desk }[] = who.columns.map((name) => ({
  name,
  level: Number(name[0]) as Level,
  desk: name.slice(1) as Desk,
}))

type Asking = { name: string; letter: string; actor: Actor; inScope: boolean; isAbout: boolean }

const OFFICES = [
  { letter: 'h', role: 'head', path: PIECE, building: 'b23', department: null },
  { letter: '-', role: 'volunteer', path: GRID, building: null, department: null },
  { letter: '-', role: 'captain', path: GRID, building: null, department: null },
  { letter: '-', role: 'pioneer', path: GRID, building: null, department: null },
  { letter: 's', role: 'grid_staff', path: GRID, building: null, department: null },
  { letter: 'g', role: 'grid_head', path: GRID, building: null, department: null },
  { letter: '-', role: 'secretary', path: GRID, building: null, department: null },
  { letter: 'p', role: 'police', path: GRID, building: null, department: null },
  { letter: 't', role: 'traffic', path: GRID, building: null, department: null },
  { letter: 'c', role: 'community_staff', path: COMMUNITY, building: null, department: null },
  { letter: 'a', role: 'street_admin', path: STREET, building: null, department: null },
  { letter: 'd', role: 'department', path: STREET, building: null, department: 'water' },
  { letter: '-', role: 'auditor', path: STREET, building: null, department: null },
] as const

/** The same office next door: another building, grid, community, street or department. */
const NEXT_DOOR: Record<string, string> = {
  [PIECE]: '441302010.001.005.03',
  [GRID]: '441302010.001.006',
  [COMMUNITY]: '441302010.002',
  [STREET]: '441302011',
}

const ASKING: Asking[] = [
  { name: 'a guest', letter: '-', actor: GUEST, inScope: true, isAbout: false },
  { name: 'the reporter', letter: 'r', actor: person('li'), inScope: true, isAbout: false },
  { name: 'another resident', letter: '-', actor: person('wang'), inScope: true, isAbout: false },
  { name: 'the resident it is about', letter: '-', actor: person('him'), inScope: true, isAbout: true },
  { name: 'the clock', letter: 'k', actor: CLOCK, inScope: true, isAbout: false },
  ...OFFICES.flatMap(({ letter, role, path, building, department }) => {
    const here = office(role, path, { buildingId: building, departmentId: department })
    const there = office(role, NEXT_DOOR[path] ?? path, {
      buildingId: building && 'b24',
      departmentId: department && 'parks',
    })
    return [
      { name: `${role} here`, letter, actor: person('him', here), inScope: true, isAbout: false },
      { name: `${role} next door`, letter, actor: person('him', there), inScope: false, isAbout: false },
      { name: `${role} it is about`, letter, actor: person('him', here), inScope: true, isAbout: true },
    ]
  }),
]

const PENDING = {
  askedAt: MONDAY,
  askedBy: 'asker',
  until: MONDAY + 5 * DAY,
  reason: '缺零件',
  approved: null,
  answeredBy: null,
}

/** A concern whose circumstances stand in no event's way: the cell shows the table and the matrix alone. */
const concernFor = (state: State, kind: EventKind, { level, desk }: (typeof HOLDINGS)[number]): Concern =>
  standing(state, {
    level,
    desk,
    departmentId: desk === 'department' ? 'water' : null,
    whistles: [{ departmentId: 'water', blownAt: MONDAY, arriveBy: MONDAY + DAY, arrivedAt: null }],
    extensions: kind === 'answer_extension' ? [PENDING] : [],
  })

type Cell = { holding: (typeof HOLDINGS)[number]; state: State; kind: EventKind; asking: Asking }
type Expected = { refusal: string } | { state: State }

function expected({ state, kind, holding, asking }: Cell): Expected {
  const entitled = who.cell(kind, holding.name).includes(asking.letter)
  if (asking.isAbout || !asking.inScope || !entitled) return { refusal: 'FORBIDDEN' }
  if (state === 'closed') return { refusal: 'ALREADY_CLOSED' }
  const letter = leads.cell(kind, state)
  const refusal = letter === '.' ? 'NOT_IN_THIS_STATE' : exception({ state, kind, holding, asking })
  return refusal ? { refusal } : { state: STATE_OF[letter] ?? 'closed' }
}

/** What the two grids cannot say: the ends of the ladder, and that people accept what the clock pushes. */
function exception({ state, kind, holding: { level }, asking }: Cell): string | null {
  const unaccepted = state === 'submitted' || state === 'held'
  if (kind === 'escalate' && unaccepted && asking.letter !== 'k') return 'NOT_IN_THIS_STATE'
  if (kind === 'escalate' && level === 0) return 'TOP_OF_LADDER'
  if (kind === 'delegate' && level === 3) return 'BOTTOM_OF_LADDER'
  if (kind === 'whistle' && level !== 0) return 'NOT_IN_THIS_STATE'
  return null
}

const CELLS: Cell[] = HOLDINGS.flatMap((holding) =>
  STATES.flatMap((state) =>
    EVENT_KINDS.flatMap((kind) => ASKING.map((asking) => ({ holding, state, kind, asking }))),
  ),
)

const named = ({ holding, state, kind, asking }: Cell) => `${holding.name} ${state} ${kind} by ${asking.name}`

/** The clock comes when its time has come; people come in time. */
const nowFor = (asking: Asking) => (asking.letter === 'k' ? MONDAY + 30 * DAY : MONDAY + 2 * HOUR)
const TARGET = raised({ id: 'c2' })

const concernOf = ({ holding, state, kind, asking }: Cell): Concern => {
  const concern = concernFor(state, kind, holding)
  return frozen(asking.isAbout ? { ...concern, aboutPersonId: 'him' } : concern)
}

const contextOf = ({ asking }: Cell) => ({
  actor: asking.actor,
  now: nowFor(asking),
  calendar: CALENDAR,
  headId: 'head-23',
  target: TARGET,
})

function happens(cell: Cell): Expected {
  const concern = concernOf(cell)
  const context = contextOf(cell)
  const event = { kind: cell.kind, ...said[cell.kind](concern, context.now) } as ConcernEvent
  const decided = decide(concern, event, context)
  return decided.ok ? { state: decided.value.concern.state } : { refusal: decided.refusal }
}

test('every event in every state, for every desk and every office, does what the two grids say', () => {
  const wrong = CELLS.flatMap((cell) => {
    const [found, wanted] = [happens(cell), expected(cell)].map((one) => JSON.stringify(one))
    return found === wanted ? [] : [`${named(cell)}: ${found}, not ${wanted}`]
  })
  expect(wrong).toEqual([])
  expect(ASKING).toHaveLength(44)
  expect(CELLS).toHaveLength(8 * 9 * 22 * 44)
})

test('a button is shown exactly for what would be done', () => {
  const cells = CELLS.filter(({ holding }) => holding.name === '2grid' || holding.name === '0street')
  const wrong = cells.filter(
    (cell) => allowed(concernOf(cell), contextOf(cell)).includes(cell.kind) !== 'state' in happens(cell),
  )
  expect(wrong.map(named)).toEqual([])
})

test('the two grids name every event and every state', () => {
  for (const kind of EVENT_KINDS) {
    for (const state of STATES) expect(leads.cell(kind, state)).toMatch(/^[.SHAIWPRVC]$/)
    for (const { name } of HOLDINGS) expect(who.cell(kind, name)).toMatch(/^(\.|[hsgptcadrk]+)$/)
  }
})

test('once somebody is named, a colleague of the same desk keeps his hands off', () => {
  const owned = standing('in_progress', { ownerId: 'zeng' })
  const context = { now: MONDAY + HOUR, calendar: CALENDAR }
  const byOwner = allowed(owned, { ...context, actor: person('zeng', office('grid_staff', GRID)) })
  const byColleague = allowed(owned, { ...context, actor: person('huang', office('grid_staff', GRID)) })
  expect(byOwner).toEqual(['contact', 'escalate', 'delegate', 'pause', 'ask_extension', 'resolve'])
  expect(byColleague).toEqual([])
})
