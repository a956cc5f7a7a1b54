import { DAY } from '../../../src/core/concerns/calendar'
import { dueOf } from '../../../src/core/council/due'
import { MOTION_STATES } from '../../../src/core/council/motion'
import { closingAt } from '../../../src/core/council/poll'
import { motionDay, motionNumber } from '../../../src/core/council/propose'
import { motionIn, NOW } from './making'

test('a motion waits for the clock in exactly the states people alone cannot end', () => {
  const waits = MOTION_STATES.flatMap((state) => {
    const due = dueOf(motionIn(state), NOW)
    return due ? [`${state} ${due.kind}`] : []
  })
  expect(waits).toEqual([
    'proposed lapse',
    'voting tally',
    'no_quorum lapse',
    'run_off leave_to_lot',
    'publicity enforce',
    'result_publicity archive',
  ])
})

test('support is waited for fourteen days, a second poll thirty, a poll until its close', () => {
  expect(dueOf(motionIn('proposed', { proposedAt: NOW }), null)?.at).toBe(NOW + 14 * DAY)
  expect(dueOf(motionIn('voting'), NOW + 5)?.at).toBe(NOW + 5)
})

test('a poll closes at eight in the evening, in China, whatever hour it was opened', () => {
  const evening = Date.UTC(2026, 10, 29, 12)
  expect(closingAt(Date.UTC(2026, 10, 27, 4), 2)).toBe(evening)
  // 00:30 on the 27th in China is still the 26th in Greenwich.
  expect(closingAt(Date.UTC(2026, 10, 26, 16, 30), 2)).toBe(evening)
})

test('a motion has a number people can quote', () => {
  expect(motionNumber(motionDay(NOW), 7)).toBe('YT2611270007')
})
