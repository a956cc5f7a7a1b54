import { lateCancels, missedBy, recentNoShows } from '../../../src/core/volunteers/missed'
import { DAY, HOUR, NOW, signUpOf } from './making'

const cancelled = (at: number, late: boolean) => ({ state: 'cancelled', at, late, by: 'self' }) as const

test('a late cancel and an absence are missed; a cancel in time, and one of the task’s, are not', () => {
  expect(missedBy(signUpOf(cancelled(NOW, true)))).toBe('late')
  expect(missedBy(signUpOf({ state: 'no_show', at: NOW }))).toBe('no_show')
  expect(missedBy(signUpOf(cancelled(NOW, false)))).toBeNull()
  expect(missedBy(signUpOf({ state: 'waiting' }))).toBeNull()
})

test('whom somebody brought along has no record', () => {
  expect(missedBy(signUpOf({ state: 'no_show', at: NOW }, { guestEnc: '' }))).toBeNull()
  expect(missedBy(signUpOf(cancelled(NOW, true), { guestEnc: 'sealed' }))).toBeNull()
})

test('who cancelled late is listed in the order in which it was said', () => {
  const all = [
    signUpOf(cancelled(NOW + HOUR, true), { personId: 'li' }),
    signUpOf(cancelled(NOW, true), { personId: 'chen' }),
    signUpOf(cancelled(NOW, false), { personId: 'he' }),
  ]
  expect(lateCancels(all)).toEqual([
    { personId: 'chen', shiftId: 's', at: NOW },
    { personId: 'li', shiftId: 's', at: NOW + HOUR },
  ])
})

test('absences count for ninety days', () => {
  const ago = (days: number) => signUpOf({ state: 'no_show', at: NOW - days * DAY })
  expect(recentNoShows([ago(1), ago(89), ago(90), signUpOf()], NOW)).toBe(2)
})
