import { againstFounding, againstJoining } from '#core/households/belonging'

const home = { buildingId: 'b23', counts: true }

test.each([
  ['who lives here, as a neighbour knows, writes a household down', { home, belongs: false }, null],
  [
    'not whom nobody vouched for',
    { home: { ...home, counts: false }, belongs: false },
    'RESIDENCE_NOT_CONFIRMED',
  ],
  ['not without a home', { home: null, belongs: false }, 'RESIDENCE_NOT_CONFIRMED'],
  ['not a second one', { home, belongs: true }, 'NOT_IN_THIS_STATE'],
])('%s', (_who, belonging, answer) => {
  expect(againstFounding(belonging)).toBe(answer)
})

test.each([
  [
    'who is registered in the house asks, also before anybody vouched for him',
    { home: { ...home, counts: false }, belongs: false },
    null,
  ],
  ['not who lives next door', { home: { ...home, buildingId: 'b24' }, belongs: false }, 'HOME_ELSEWHERE'],
  ['not without a home', { home: null, belongs: false }, 'HOME_ELSEWHERE'],
  ['not who belongs to one', { home, belongs: true }, 'NOT_IN_THIS_STATE'],
])('%s', (_who, belonging, answer) => {
  expect(againstJoining(belonging, 'b23')).toBe(answer)
})
