import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEATS } from '../../../src/core/offices/seats'
import { calendarRows } from '../../../src/server/seeds/calendar'
import { PLATES_ONCE_MISSING } from '../../../src/server/seeds/estate'
import { PERSONAS, personOf } from '../../../src/server/seeds/personas'
import { pieceRegister, piecesOf } from '../../../src/server/seeds/pieces'
import { digestOf } from '../../../src/server/seeds/rows'
import { storyOf } from '../../../src/server/seeds/story'
import { pilotWorld, tinyWorld } from '../../../src/server/seeds/world'

const EPOCH = Date.parse('2022-12-21T00:00:00+08:00')
const world = pilotWorld()
const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0)
const count = <Item>(items: Item[], is: (item: Item) => boolean) => items.filter(is).length

describe('the grid tree', () => {
  test.each([
    [0, 1],
    [1, 11],
    [2, 91],
    [3, 243],
  ])('level %i has %i grids and holds the whole street', (level, grids) => {
    const own = world.grids.filter((grid) => grid.level === level)
    expect(own).toHaveLength(grids)
    expect(sum(own.map(({ residents }) => residents))).toBe(175_800)
    expect(sum(own.map(({ floating }) => floating))).toBe(121_302)
    expect(sum(own.map(({ buildings }) => buildings))).toBe(8_000)
    expect(sum(own.map(({ heads }) => heads))).toBe(7_300)
  })

  test('every grid is the sum of the grids below it', () => {
    for (const grid of world.grids.filter(({ level }) => level < 3)) {
      const below = world.grids.filter(({ parent }) => parent === grid.path)
      expect(below.length).toBeGreaterThan(1)
      expect([grid.path, sum(below.map(({ residents }) => residents))]).toEqual([grid.path, grid.residents])
      expect([grid.path, sum(below.map(({ heads }) => heads))]).toEqual([grid.path, grid.heads])
    }
  })

  test('a grid has two or three pieces, and the three named grids exist', () => {
    for (const grid of world.grids.filter(({ level }) => level === 2)) {
      expect([2, 3]).toContain(count(world.grids, ({ parent }) => parent === grid.path))
    }
    const names = world.grids.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['兴隆东街网格', '金都雅苑网格', '金兴街网格']))
  })

  test('a grid of level 2 has eight seats, and 37 of all 728 are empty', () => {
    expect(SEATS).toHaveLength(8)
    const seats = world.grants.filter(({ id }) => id.startsWith('g.seat.'))
    expect(seats).toHaveLength(728 - 37)
    expect(new Set(seats.map(({ id }) => id)).size).toBe(seats.length)
    const pilot = seats.filter(({ grid }) => grid === '441302010.001.005')
    expect(pilot.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['secretary', 'police', 'traffic', 'captain']),
    )
  })
})

describe('金兴街20号小区', () => {
  const { buildings } = world

  test('has 191 buildings in three pieces of 64, 64 and 63', () => {
    expect(buildings).toHaveLength(191)
    expect(['01', '02', '03'].map((piece) => count(buildings, ({ grid }) => grid.endsWith(piece)))).toEqual([
      64, 64, 63,
    ])
  })

  test('29 are lived in by their owners, 162 are let; 24 shops and 5 workshops', () => {
    expect(count(buildings, ({ use }) => use === 'self')).toBe(29)
    expect(count(buildings, ({ use }) => use === 'rent')).toBe(162)
    expect(count(buildings, ({ sanXiao }) => sanXiao === 'shop')).toBe(24)
    expect(count(buildings, ({ sanXiao }) => sanXiao === 'workshop')).toBe(5)
  })

  test('is built of brick and concrete to 70, frames to 28 and timber to 2 per cent, two to seven floors', () => {
    expect(count(buildings, ({ structure }) => structure === 'brick_concrete')).toBe(134)
    expect(count(buildings, ({ structure }) => structure === 'frame')).toBe(53)
    expect(count(buildings, ({ structure }) => structure === 'brick_timber')).toBe(4)
    expect(new Set(buildings.map(({ floors }) => floors))).toEqual(new Set([2, 3, 4, 5, 6, 7]))
  })

  test('is graded A 150, B 36, C 4, D 1, and 113栋 is sealed and not let', () => {
    const graded = (grade: string) => count(buildings, ({ hazard }) => hazard === grade)
    expect([graded('A'), graded('B'), graded('C'), graded('D')]).toEqual([150, 36, 4, 1])
    const sealed = buildings.filter(({ status }) => status === 'sealed')
    expect(sealed.map(({ id, hazard, use }) => [id, hazard, use])).toEqual([['JX-113', 'D', 'self']])
  })

  test('lacked 23 plates and lacks four of them today; a missing plate has no code', () => {
    expect(PLATES_ONCE_MISSING).toHaveLength(23)
    const missing = buildings.filter(({ plate }) => plate === 'missing')
    expect(missing.map(({ no }) => no)).toEqual([57, 98, 142, 173])
    for (const { no, plateCode } of missing)
      expect([PLATES_ONCE_MISSING.includes(no), plateCode]).toEqual([true, null])
    const codes = buildings.flatMap(({ plateCode }) => plateCode ?? [])
    expect(new Set(codes).size).toBe(187)
  })

  test('stands in nineteen columns of ten and one more, 16 m by 14 m', () => {
    const places = new Set(buildings.map(({ col, row }) => `${col}:${row}`))
    expect([places.size, buildings[190]?.col, buildings[190]?.row]).toEqual([191, 19, 0])
    const [first, second, , , , , , , , , next] = buildings
    expect([(first?.latE6 ?? 0) - (second?.latE6 ?? 0), (next?.lngE6 ?? 0) - (first?.lngE6 ?? 0)]).toEqual([
      126, 156,
    ])
  })

  test('1,930 people live there, 1,776 of them from elsewhere, 3 to 17 in a building', () => {
    expect(world.residencies).toHaveLength(1_930)
    expect(count(world.residencies, ({ floating }) => floating)).toBe(1_776)
    const living = buildings.map(({ id }) => count(world.residencies, ({ building }) => building === id))
    expect([Math.min(...living), Math.max(...living)]).toEqual([3, 17])
  })

  test('185 heads for 191 buildings: six head two, one is acting', () => {
    const heads = world.grants.filter(({ role }) => role === 'head')
    expect(new Set(heads.map(({ building }) => building)).size).toBe(191)
    const of = new Map<string, number>()
    for (const { person } of heads) of.set(person, (of.get(person) ?? 0) + 1)
    expect([of.size, [...of.values()].filter((n) => n === 2).length, Math.max(...of.values())]).toEqual([
      185, 6, 2,
    ])
    const two = heads.filter(({ person }) => person === personOf('head.two'))
    expect(two.map(({ building }) => building)).toEqual(['JX-044', 'JX-045'])
    expect(heads.filter(({ acting }) => acting).map(({ person }) => person)).toEqual([
      personOf('head.acting'),
    ])
  })
})

describe('people', () => {
  test('nobody lives twice, nobody confirms himself, only resident.new waits for a confirmation', () => {
    expect(new Set(world.residencies.map(({ person }) => person)).size).toBe(1_930)
    expect(count(world.residencies, ({ person, confirmedBy }) => person === confirmedBy)).toBe(0)
    const waiting = world.residencies.filter(({ confirmedBy }) => confirmedBy === null)
    expect(waiting.map(({ person }) => person)).toEqual([personOf('resident.new')])
  })

  test('every phone begins with 100, and no two are the same', () => {
    expect(count(world.persons, ({ phone }) => !/^100\d{8}$/.test(phone))).toBe(0)
    expect(new Set(world.persons.map(({ phone }) => phone)).size).toBe(world.persons.length)
  })

  test('every persona is a person, in the pilot and in the small profile', () => {
    for (const { persons, logins } of [world, tinyWorld()]) {
      const known = new Set(persons.map(({ id }) => id))
      expect(logins.map(({ persona }) => persona)).toEqual(PERSONAS.map(({ id }) => id))
      expect(logins.filter(({ person }) => !known.has(person))).toEqual([])
    }
  })
})

test('the small profile is a part of the pilot: 1 community, 2 grids, 6 pieces, 20 buildings, 200 people', () => {
  const tiny = tinyWorld()
  expect([1, 2, 3].map((level) => count(tiny.grids, (grid) => grid.level === level))).toEqual([1, 2, 6])
  expect([tiny.buildings.length, tiny.persons.length]).toEqual([20, 200])
  const isIn = (whole: unknown[]) => {
    const texts = new Set(whole.map((one) => JSON.stringify(one)))
    return (one: unknown) => texts.has(JSON.stringify(one))
  }
  expect(tiny.persons.every(isIn(world.persons))).toBe(true)
  expect(tiny.residencies.every(isIn(world.residencies))).toBe(true)
  expect(tiny.grants.every(isIn(world.grants))).toBe(true)
})

test('the full profile has 175,800 people, 121,302 from elsewhere, and 7,300 heads of 7,306 buildings', () => {
  const all = { persons: 1_930, floating: 1_776, buildings: 191, heads: 185, headed: 191 }
  const phones = new Set(world.persons.map(({ phone }) => phone))
  const ids = new Set(world.persons.map(({ id }) => id))
  for (const [place, piece] of piecesOf(world).entries()) {
    const { persons, residencies, buildings, grants } = pieceRegister(piece, place)
    all.persons += residencies.length
    all.floating += count(residencies, ({ floating }) => floating)
    all.buildings += buildings.length
    all.heads += new Set(grants.map(({ person }) => person)).size
    all.headed += new Set(grants.map(({ building }) => building)).size
    for (const { id, phone } of persons) {
      ids.add(id)
      phones.add(phone)
    }
  }
  expect(all).toEqual({ persons: 175_800, floating: 121_302, buildings: 8_000, heads: 7_300, headed: 7_306 })
  expect([ids.size, phones.size]).toEqual([world.persons.length + 173_870, world.persons.length + 173_870])
})

test('holidays are claimed only for years whose notice is out', () => {
  const { years, days } = calendarRows()
  expect([years[0], years[years.length - 1]]).toEqual([2008, 2026])
  expect(years).toHaveLength(19)
  expect(days.filter(({ day }) => !years.includes(Number(day.slice(0, 4))))).toEqual([])
  expect(days).toContainEqual({ day: '2026-10-01', kind: 'holiday' })
  expect(days).toContainEqual({ day: '2026-10-10', kind: 'workday' })
})

test('the same seed gives the same data: the frozen digests still hold', () => {
  const golden: unknown = JSON.parse(readFileSync(join(__dirname, 'golden.json'), 'utf8'))
  const concerns = storyOf(world, EPOCH).played.map(({ concern }) => concern)
  expect({
    tiny: digestOf(tinyWorld()),
    pilot: digestOf(world),
    story: digestOf(concerns),
  }).toEqual(golden)
})
