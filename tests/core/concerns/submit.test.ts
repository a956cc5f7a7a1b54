import { CATEGORY_CODES, categoryOf } from '#core/concerns/category'
import { DESK_LEVELS, stayedInGrid } from '#core/concerns/ladder'
import { concernNumber, numberDay } from '#core/concerns/number'
import { at, GRID, PIECE, raised } from '../making'

test.each(CATEGORY_CODES)('%s lies at exactly one desk from its first second', (category) => {
  const concern = raised({ category })
  const { severity, visibility, resolve } = categoryOf(category)
  expect(concern).toMatchObject({
    state: 'submitted',
    ownerId: null,
    severity,
    visibility,
    resolveSpan: resolve,
  })
  expect(DESK_LEVELS[concern.desk]).toContain(concern.level)
  expect(concern.contactDueAt).toBeGreaterThan(concern.submittedAt)
  expect(concern.resolveDueAt).toBeGreaterThan(concern.submittedAt)
})

describe('a matter for the head of the building', () => {
  const first = (...args: Parameters<typeof raised>) => {
    const { level, desk } = raised(...args)
    return `${level} ${desk}`
  }
  const category = 'FIRE_EBIKE'

  test('lies with the head', () => expect(first({ category })).toBe('3 head'))
  test('lies with the grid when the head reports it himself', () =>
    expect(first({ category, reporterId: 'head-23' })).toBe('2 grid'))
  test('lies with the grid when the building has no head', () =>
    expect(first({ category }, { building: { gridPath: PIECE, headId: null } })).toBe('2 grid'))
  test('lies with the grid when there is no building', () =>
    expect(first({ category, gridPath: GRID }, { building: null })).toBe('2 grid'))
})

test('a complaint about the head names the head of that building and starts at the grid', () => {
  expect(raised({ category: 'HEAD_CONDUCT' })).toMatchObject({
    aboutPersonId: 'head-23',
    level: 2,
    desk: 'grid',
    visibility: 'parties',
  })
  expect(raised({ category: 'HEAD_CONDUCT', reporterId: 'head-23' }).aboutPersonId).toBeNull()
  expect(raised({ category: 'LIGHT_BROKEN' }).aboutPersonId).toBeNull()
})

test('the building says in which grid it stands; without one, the place given does', () => {
  expect(raised({ gridPath: '441302010.002' }).gridPath).toBe(PIECE)
  expect(raised({ gridPath: GRID }, { building: null }).gridPath).toBe(GRID)
})

test('anonymous is a flag for the public, not another visibility', () => {
  expect(raised({ anonymous: true })).toMatchObject({
    anonymous: true,
    visibility: 'public',
    reporterId: 'li',
  })
})

test('held words wait, the promise runs from the same moment', () => {
  const [held, sent] = [raised({}, { held: true }), raised()]
  expect(held).toEqual({ ...sent, state: 'held' })
})

test('a number carries the day in China and four digits, more when a day brings more', () => {
  expect(concernNumber(numberDay(at('2026-06-08 00:00')), 7)).toBe('XJ2606080007')
  expect(concernNumber(numberDay(at('2026-12-31 23:59')), 12_345)).toBe('XJ26123112345')
})

test('小事不出网格: closed at the 片区 or the grid', () => {
  expect(([3, 2, 1, 0] as const).map(stayedInGrid)).toEqual([true, true, false, false])
})
