import fc from 'fast-check'
import { MOST_TRIES, nextTry, timesOf } from '#core/messages/times'
import { at, DAY, MINUTE, words } from '../making'

const due = (when: string, urgent = false) => words(timesOf('progress', urgent, at(when)).dueAt)

test.each([
  ['in the morning news waits a minute for newer news', '2026-06-08 09:00', '2026-06-08 09:01'],
  ['just before ten at night it is already too late', '2026-06-08 21:59', '2026-06-09 07:00'],
  ['at night it waits for seven', '2026-06-08 23:30', '2026-06-09 07:00'],
  ['after midnight as well', '2026-06-09 03:00', '2026-06-09 07:00'],
  ['at seven people are up', '2026-06-09 07:00', '2026-06-09 07:01'],
  ['the last evening of the year leads to the next one', '2026-12-31 22:00', '2027-01-01 07:00'],
])('%s', (_, when, then) => expect(due(when)).toBe(then))

test('an emergency goes at once, at any hour', () => {
  expect(due('2026-06-09 03:00', true)).toBe('2026-06-09 03:00')
})

test('a result is worth telling as long as it can be answered, work for a day', () => {
  const now = at('2026-06-08 09:00')
  expect(timesOf('result', false, now).until - now).toBe(7 * DAY)
  expect(timesOf('work', false, now).until - now).toBe(DAY)
})

test('each try waits longer than the one before, and chance spreads them', () => {
  const instants = fc.integer({ min: 0, max: 2 ** 42 })
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: MOST_TRIES - 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (now, tries, chance) => {
        const wait = nextTry(tries, now, chance) - now
        expect(wait).toBeGreaterThanOrEqual(MINUTE * 4 ** (tries - 1) * 0.5)
        expect(wait).toBeLessThanOrEqual(MINUTE * 4 ** (tries - 1) * 1.5)
      },
    ),
  )
})
