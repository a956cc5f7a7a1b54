import fc from 'fast-check'
import { isOwn, mayReportFor } from '#core/concerns/helped'
import { allowed } from '#core/concerns/machine'
import { type Actor, GUEST } from '#core/people/actor'
import { canSee, canSeeReporter } from '#core/people/permissions'
import { CALENDAR, COMMUNITY_STAFF, GRID, HEAD, MONDAY, office, person, raised, STAFF } from '../making'

describe('who may report for somebody who cannot', () => {
  test.each<[string, Actor, string | null]>([
    ['the head of a house', HEAD, null],
    ['grid staff', STAFF, null],
    ['a neighbour whose home was vouched for', { ...person('wang'), realNameLevel: 2 }, null],
    ['not one whose home was not', person('wang'), 'RESIDENCE_NOT_CONFIRMED'],
    ['not a guest', GUEST, 'RESIDENCE_NOT_CONFIRMED'],
    [
      'not a volunteer by that office alone',
      person('x', office('volunteer', GRID)),
      'RESIDENCE_NOT_CONFIRMED',
    ],
  ])('%s', (_who, actor, answer) => {
    expect(mayReportFor(actor)).toBe(answer)
  })
})

const MOTHER = person('luo')

describe('a matter that was reported for somebody', () => {
  const private_ = { ...raised({ category: 'HARDSHIP' }), helpedId: 'luo' }

  test('is as much his own: he reads it and may do with it what the reporter may', () => {
    expect(canSee(MOTHER, private_, false)).toBe(true)
    expect(canSee(MOTHER, { ...private_, helpedId: null }, false)).toBe(false)
    const around = (actor: Actor) => ({ actor, now: MONDAY, calendar: CALENDAR })
    expect(allowed(private_, around(MOTHER))).toEqual(allowed(private_, around(person('li'))))
    expect(allowed(private_, around(MOTHER))).toContain('withdraw')
  })

  test('the number of the one who helped is not given to him', () => {
    expect(canSeeReporter(MOTHER, private_)).toBe(false)
    expect(canSeeReporter(person('li'), private_)).toBe(true)
    expect(canSeeReporter(COMMUNITY_STAFF, private_)).toBe(true)
  })

  test('a head neither screens nor holds what was reported for himself', () => {
    const forHead = { ...raised(), helpedId: 'head-23' }
    expect(allowed(forHead, { actor: HEAD, now: MONDAY, calendar: CALENDAR })).not.toContain('accept')
    const held = { ...raised({}, { held: true }), helpedId: 'zeng' }
    expect(allowed(held, { actor: STAFF, now: MONDAY, calendar: CALENDAR })).not.toContain('release')
  })
})

test('nobody is anybody’s own by being nobody', () => {
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom('li', 'luo')),
      fc.constantFrom('li', 'luo', 'wang'),
      (helpedId, who) => {
        expect(isOwn({ reporterId: 'li', helpedId }, who)).toBe(who === 'li' || who === helpedId)
        expect(isOwn({ reporterId: 'li', helpedId }, null)).toBe(false)
      },
    ),
  )
})
