import { whyNotSpeak } from '../../../src/core/council/debate'
import { headOf, motionIn, resident, situation } from './making'

const asked = (spoken: string[], who = headOf('JX-1'), state: 'debating' | 'announced' = 'debating') =>
  whyNotSpeak({ ...situation(motionIn(state), who), state, spoken })
const ME = 'head of JX-1'

test('the floor is his who has not spoken last and not twice', () => {
  expect(asked([])).toBeNull()
  expect(asked([ME])).toBe('SPOKEN_ALREADY')
  expect(asked([ME, 'li'])).toBeNull()
  expect(asked([ME, 'li', ME, 'li'])).toBe('SPOKEN_ALREADY')
})

test('nobody speaks before the debate, the chair never, and who has no part in the council neither', () => {
  expect(asked([], headOf('JX-1'), 'announced')).toBe('NOT_IN_THIS_STATE')
  expect(asked([], resident('chair'))).toBe('CHAIR_IS_NEUTRAL')
  const stranger = situation(motionIn('debating'), resident('li'), { livesHere: false })
  expect(whyNotSpeak({ ...stranger, state: 'debating', spoken: [] })).toBe('FORBIDDEN')
})
