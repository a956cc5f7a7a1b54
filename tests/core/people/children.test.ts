import {
  againstActingFor,
  againstHandingOver,
  againstRegistering,
  againstTakingOver,
  childConsent,
  MOST_CHILDREN,
} from '../../../src/core/people/children'
import { MONDAY } from '../making'

/** MONDAY lies in June 2026. */
const EIGHT = { year: 2018, month: 5 }
const FOURTEEN = { year: 2012, month: 5 }
const PARENT = { born: { year: 1985, month: 3 }, atHome: true, children: 0 }

test('a grown neighbour registers a child that is not surely fourteen yet', () => {
  const against = (guardian: typeof PARENT, child = EIGHT) =>
    againstRegistering({ guardian, child, now: MONDAY })
  expect(against(PARENT)).toBeNull()
  expect(against(PARENT, { year: 2012, month: 6 })).toBeNull()
  expect(against(PARENT, FOURTEEN)).toBe('OLD_ENOUGH')
  expect(against(PARENT, { year: 2026, month: 7 })).toBe('VALIDATION')
  expect(against({ ...PARENT, born: { year: 2009, month: 1 } })).toBe('UNDER_AGE')
  expect(against({ ...PARENT, atHome: false })).toBe('RESIDENCE_NOT_CONFIRMED')
  expect(against({ ...PARENT, children: MOST_CHILDREN })).toBe('NOT_IN_THIS_STATE')
  const unsaid = { ...PARENT, born: null }
  expect(againstRegistering({ guardian: unsaid, child: EIGHT, now: MONDAY })).toBe('BIRTH_REQUIRED')
})

test('acting for him takes the yes to that purpose, and ends when he is surely fourteen', () => {
  expect(againstActingFor({ child: EIGHT, consent: 'given', now: MONDAY })).toBeNull()
  for (const consent of ['withdrawn', 'unasked', 'outdated'] as const)
    expect(againstActingFor({ child: EIGHT, consent, now: MONDAY })).toBe('CONSENT_NEEDED')
  expect(againstActingFor({ child: FOURTEEN, consent: 'given', now: MONDAY })).toBe('OLD_ENOUGH')
})

test('he takes over once he is fourteen, as somebody else than the guardian, with no other age', () => {
  expect(againstHandingOver(EIGHT, MONDAY)).toBe('UNDER_AGE')
  expect(againstHandingOver(FOURTEEN, MONDAY)).toBeNull()
  const child = { guardianId: 'li', child: FOURTEEN }
  expect(againstTakingOver({ personId: 'miao', born: null }, child)).toBeNull()
  expect(againstTakingOver({ personId: 'miao', born: FOURTEEN }, child)).toBeNull()
  expect(againstTakingOver({ personId: 'li', born: null }, child)).toBe('NOT_FOUND')
  expect(againstTakingOver({ personId: 'miao', born: EIGHT }, child)).toBe('NOT_FOUND')
})

test('the last word counts, for the words of now', () => {
  expect(childConsent('report', undefined)).toBe('unasked')
  expect(childConsent('report', { version: 1, given: true })).toBe('given')
  expect(childConsent('report', { version: 1, given: false })).toBe('withdrawn')
  expect(childConsent('report', { version: 0, given: true })).toBe('outdated')
})
