import { mayInCouncil } from '../../../src/core/council/standing'
import { GRID, office, resident } from './making'

const entersIn = (personId: string, buildingId: string | null) =>
  mayInCouncil(
    {
      actor: resident(personId),
      council: { gridPath: GRID, units: 3, chairId: 'chair', secretaryId: 'secretary', buildingId },
      standsFor: [],
      livesHere: true,
    },
    'ballot.enter',
  ) !== null

test('paper is entered by the chair and the secretary of a body of one house, and of no larger one', () => {
  for (const one of ['chair', 'secretary']) {
    expect(entersIn(one, 'JX-002')).toBe(true)
    expect(entersIn(one, null)).toBe(false)
  }
  expect(entersIn('li', 'JX-002')).toBe(false)
})

test('paper is entered by the grid’s own staff, whatever the body is of', () => {
  for (const buildingId of ['JX-002', null]) {
    const council = { gridPath: GRID, units: 3, chairId: null, secretaryId: null, buildingId }
    const standing = { council, standsFor: [], livesHere: false }
    expect(mayInCouncil({ ...standing, actor: office('grid_staff') }, 'ballot.enter')).not.toBeNull()
    expect(mayInCouncil({ ...standing, actor: office('grid_staff', `${GRID}9`) }, 'ballot.enter')).toBeNull()
  }
})
