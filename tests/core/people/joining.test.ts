import type { Role } from '../../../src/core/people/actor'
import { mayJoin } from '../../../src/core/people/joining'

const joins = (held: Role[], brought: Role[], gaveItHimself = false) =>
  mayJoin({ held, brought, gaveItHimself })

test.each<[string, Role[], Role[]]>([
  [
    'somebody without an office takes over what the register holds for his number',
    [],
    ['head', 'grid_staff'],
  ],
  ['a volunteer who turns out to be the head of his house', ['volunteer'], ['head']],
  ['the same office twice is no clash', ['grid_staff'], ['grid_staff']],
])('%s', (_, held, brought) => {
  expect(joins(held, brought)).toEqual({ ok: true, value: 'joins' })
})

test.each<[string, Role[], Role[]]>([
  ['community staff and grid staff', ['community_staff'], ['grid_staff']],
  ['a street admin and a head', ['head'], ['street_admin']],
  ['an auditor and anything', ['auditor'], ['volunteer']],
])('%s do not come into one hand by a file', (_, held, brought) => {
  expect(joins(held, brought)).toEqual({ ok: false, refusal: 'DUTIES_APART' })
})

test('nobody takes over an office he gave', () => {
  expect(joins(['grid_staff'], ['head'], true)).toEqual({ ok: false, refusal: 'SELF_APPROVAL' })
})
