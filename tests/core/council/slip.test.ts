import type { Poll } from '../../../src/core/council/poll'
import { PRESETS } from '../../../src/core/council/rule'
import { whyNotConfirm, whyNotDispute, whyNotEnter } from '../../../src/core/council/slip'

const DAY = 86_400_000
const NOON = Date.UTC(2026, 10, 27, 4)
const poll: Poll = {
  id: 'p',
  ballots: 'open',
  rule: PRESETS.ordinary,
  slate: null,
  mayChange: true,
  opensAt: NOON - DAY,
  closesAt: NOON + DAY,
  wasExtended: false,
  state: 'voting',
}
const entering = {
  poll,
  unit: { unitId: 'JX-1', struck: false },
  represented: true,
  isOwn: false,
  cast: null,
  isPresent: true,
  hasBallot: false,
  now: NOON,
}

test('a slip is entered for a unit of the roll for which somebody stands while the poll runs', () => {
  expect(whyNotEnter(entering)).toBeNull()
  expect(whyNotEnter({ ...entering, unit: null })).toBe('NOT_IN_ROLL')
  expect(whyNotEnter({ ...entering, now: poll.closesAt })).toBe('POLL_CLOSED')
})

test('nobody signs for an empty seat, and no office enters its own vote', () => {
  expect(whyNotEnter({ ...entering, represented: false })).toBe('NOT_REPRESENTATIVE')
  expect(whyNotEnter({ ...entering, isOwn: true })).toBe('SELF_APPROVAL')
})

test('paper takes the place of paper where votes may change, never of what was cast on one’s own phone', () => {
  const again = { ...entering, hasBallot: true }
  expect(whyNotEnter({ ...again, cast: 'paper' })).toBeNull()
  expect(whyNotEnter({ ...again, cast: 'app' })).toBe('VOTED_ALREADY')
  expect(whyNotEnter({ ...again, cast: 'paper', poll: { ...poll, mayChange: false } })).toBe(
    'CHANGE_NOT_ALLOWED',
  )
})

test('it takes another pair of eyes, and the two must have read the same', () => {
  const slip = { state: 'waiting', enteredBy: 'zeng', personId: 'wen', entered: 'for', read: 'for' } as const
  expect(whyNotConfirm(slip)).toBeNull()
  expect(whyNotConfirm({ ...slip, personId: 'zeng' })).toBe('SELF_APPROVAL')
  expect(whyNotConfirm({ ...slip, read: 'against' })).toBe('SLIP_DIFFERS')
  expect(whyNotConfirm({ ...slip, state: 'counted' })).toBe('NOT_IN_THIS_STATE')
})

test('the unit says once that it was not its vote, until seven whole days after the close', () => {
  const said = { state: 'counted', isDisputed: false, represents: true, poll, now: NOON } as const
  expect(whyNotDispute(said)).toBeNull()
  expect(whyNotDispute({ ...said, now: poll.closesAt + 7 * DAY })).toBeNull()
  expect(whyNotDispute({ ...said, now: poll.closesAt + 8 * DAY })).toBe('POLL_CLOSED')
  expect(whyNotDispute({ ...said, isDisputed: true })).toBe('NOT_IN_THIS_STATE')
  expect(whyNotDispute({ ...said, represents: false })).toBe('NOT_REPRESENTATIVE')
})
