import { DESK_LEVELS, hasDeskAt } from '#core/concerns/ladder'
import { placementsFor, usualPlacement } from '../../../src/client/components/staff-actions/placements'
import { placementWords } from '../../../src/client/texts/staff'
import { concern } from './stage'

const words = (change: Parameters<typeof concern>[0]) =>
  placementsFor(concern(change)).map((one) => placementWords(one).words)

const GRID = '441302010.001.005'

test('a lamp goes to the head, the grid, its police, its traffic officer, or up to the community', () => {
  expect(words({})).toEqual(['楼栋长办', '网格办', '驻格民警办', '驻格交警办', '报社区办'])
})

test('only a hazard of the street itself may be given straight to the street', () => {
  expect(words({ category: 'GEO_HAZARD', level: 0, desk: 'street' })).toContain('报街道办')
})

test('what stands on the 片区 stays there, or goes up', () => {
  expect(words({ category: 'GARBAGE', level: 3, desk: 'grid' })).toContain('片区办')
  expect(words({ category: 'GARBAGE', level: 3, desk: 'grid' })).not.toContain('网格办')
})

test('a head gets nothing about heads, nothing for few eyes, and nothing without a building', () => {
  expect(words({ category: 'HEAD_CONDUCT', visibility: 'parties' })).not.toContain('楼栋长办')
  expect(words({ category: 'HARDSHIP', visibility: 'restricted' })).not.toContain('楼栋长办')
  const place = { buildingId: null, buildingLabel: null, point: null, words: '村口' }
  expect(words({ place, gridPath: GRID })).not.toContain('楼栋长办')
})

test('a place known to the village alone has no desk below it', () => {
  expect(words({ gridPath: '441302010.001', level: 1, desk: 'community' })).toEqual(['报社区办'])
})

test.each([
  { level: 2, desk: 'traffic' } as const,
  { level: 1, desk: 'community' } as const,
  { level: 3, desk: 'head' } as const,
])('the desk its kind led to is chosen already: %j', (placed) => {
  expect(usualPlacement(concern(placed))).toEqual(placed)
})

test('every desk offered exists on its step and for the place', () => {
  for (const gridPath of ['441302010', '441302010.001', GRID, `${GRID}.02`]) {
    for (const { level, desk } of placementsFor(concern({ gridPath }))) {
      expect(DESK_LEVELS[desk]).toContain(level)
      expect(hasDeskAt(gridPath, level)).toBe(true)
    }
  }
})
