import { DAY } from '../../../src/core/concerns/calendar'
import {
  type Casting,
  extend,
  isOver,
  type Poll,
  whyNotCast,
  whyNotOpen,
} from '../../../src/core/council/poll'
import { mustBeReviewed, publicityAfter } from '../../../src/core/council/publicity'
import { PRESETS } from '../../../src/core/council/rule'

const poll: Poll = {
  id: 'M9',
  ballots: 'open',
  rule: PRESETS.ordinary,
  slate: null,
  mayChange: true,
  opensAt: 1_000,
  closesAt: 2_000,
  wasExtended: false,
  state: 'voting',
}
const casting = (differently: Partial<Casting> = {}): Casting => ({
  poll,
  unit: { unitId: 'JX-23', struck: false },
  represents: true,
  isPresent: true,
  hasBallot: false,
  now: 1_500,
  ...differently,
})

describe('a ballot', () => {
  test.each<[string, Partial<Casting>, string | null]>([
    ['of a unit of the roll, by its head, in time is taken', {}, null],
    ['in the first millisecond is taken', { now: 1_000 }, null],
    [
      'of a building that is not in the room is not, where the vote is a meeting’s',
      { isPresent: false },
      'NOT_PRESENT',
    ],
    ['a millisecond early is not', { now: 999 }, 'POLL_NOT_OPEN'],
    ['in the last millisecond is taken', { now: 1_999 }, null],
    ['at the very close is late', { now: 2_000 }, 'POLL_CLOSED'],
    ['after a poll was declared void is refused', { poll: { ...poll, state: 'void' } }, 'POLL_CLOSED'],
    [
      'behind a tally is refused, whatever the clock says',
      { poll: { ...poll, state: 'closed' } },
      'POLL_CLOSED',
    ],
    ['of a unit outside the roll is refused', { unit: null }, 'NOT_IN_ROLL'],
    ['of a unit struck off is refused', { unit: { unitId: 'JX-9', struck: true } }, 'NOT_IN_ROLL'],
    ['by a head revoked a moment ago is refused', { represents: false }, 'NOT_REPRESENTATIVE'],
    ['that replaces the unit’s own is taken', { hasBallot: true }, null],
    [
      'that replaces one where the charter forbids it is refused',
      { hasBallot: true, poll: { ...poll, mayChange: false } },
      'CHANGE_NOT_ALLOWED',
    ],
  ])('%s', (_, differently, refusal) => {
    expect(whyNotCast(casting(differently))).toBe(refusal)
  })
})

describe('opening', () => {
  test.each([
    [191, 128, null],
    [191, 127, 'QUORUM_IMPOSSIBLE'],
    [3, 2, null],
    [2, 2, 'TOO_FEW_UNITS'],
  ])('over %i units of which %i have a head: %s', (all, represented, refusal) => {
    expect(whyNotOpen(PRESETS.ordinary, all, represented)).toBe(refusal)
  })

  test('a rule without a quorum still needs enough heads to be carried at all', () => {
    expect(whyNotOpen(PRESETS.absolute, 191, 95)).toBe('QUORUM_IMPOSSIBLE')
    expect(whyNotOpen(PRESETS.absolute, 191, 96)).toBeNull()
  })
})

describe('more time', () => {
  const asked = { closesAt: 2_000 + 7 * DAY, takingPart: 127, all: 191, now: 1_999 }

  test('is given once, up to seven days, while too few have come', () => {
    const longer = extend(poll, asked)
    expect(longer).toEqual({ ok: true, value: { ...poll, closesAt: 2_000 + 7 * DAY, wasExtended: true } })
    expect(longer.ok && extend(longer.value, { ...asked, closesAt: 2_001 + 7 * DAY })).toEqual({
      ok: false,
      refusal: 'EXTENSIONS_USED_UP',
    })
  })

  test.each<[string, Partial<typeof asked>, string]>([
    ['enough have come', { takingPart: 128 }, 'NOT_IN_THIS_STATE'],
    ['the poll is over', { now: 2_000 }, 'POLL_CLOSED'],
    ['it would be more than seven days', { closesAt: 2_001 + 7 * DAY }, 'EXTENSION_TOO_LONG'],
    ['it would be an earlier close', { closesAt: 1_999 }, 'EXTENSION_TOO_LONG'],
  ])('is refused when %s', (_, differently, refusal) => {
    expect(extend(poll, { ...asked, ...differently })).toEqual({ ok: false, refusal })
  })

  test('nothing but its time ends a poll, not even everybody’s vote', () => {
    expect([isOver(poll, 1_999), isOver(poll, 2_000)]).toEqual([false, true])
  })
})

describe('publicity', () => {
  test('runs for seven whole days of China, the day of publication not counted', () => {
    const published = Date.UTC(2026, 10, 13, 12) // 13 November, 20:00 in China
    expect(publicityAfter(published)).toEqual({
      from: Date.UTC(2026, 10, 13, 16),
      until: Date.UTC(2026, 10, 20, 16),
    })
  })

  test('a charter may shorten it, but never below three days', () => {
    const { from, until } = publicityAfter(0, 1)
    expect(until - from).toBe(3 * DAY)
  })

  test.each([
    [38, 191, false],
    [39, 191, true],
    [1, 5, true],
    [0, 3, false],
  ])('%i objections of %i units: reviewed %s', (objecting, all, expected) => {
    expect(mustBeReviewed(objecting, all)).toBe(expected)
  })
})
