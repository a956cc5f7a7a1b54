import { reminderAfter, reminderAt } from '#core/joint/reminders'
import { DAY, MONDAY } from '../making'

const matter = { state: 'open' as const, openedAt: MONDAY, dueAt: MONDAY + 30 * DAY }
const SOON = MONDAY + 22.5 * DAY

test.each([
  ['when it is opened', MONDAY, { kind: 'soon', at: SOON }],
  ['a moment before the last quarter', SOON - 1, { kind: 'soon', at: SOON }],
  ['in the last quarter', SOON, { kind: 'late', at: matter.dueAt }],
  ['on its day', matter.dueAt, null],
])('%s', (_, now, expected) => {
  expect(reminderAfter(matter, now)).toEqual(expected)
})

test('a matter that is over says nothing more', () => {
  expect(reminderAfter({ ...matter, state: 'closed' }, MONDAY)).toBeNull()
  expect(reminderAfter({ ...matter, state: 'cancelled' }, MONDAY)).toBeNull()
})

test('of two reminders that were missed only the later one is told', () => {
  expect(reminderAt(matter, SOON)).toBe('soon')
  expect(reminderAt(matter, matter.dueAt - 1)).toBe('soon')
  expect(reminderAt(matter, matter.dueAt)).toBe('late')
})
