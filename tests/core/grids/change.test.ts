import { type Corner, isBoundary, MOST_CORNERS } from '#core/grids/boundary'
import { mayClose, mayMove, pathUnder } from '#core/grids/change'

const SQUARE: Corner[] = [
  [0, 0],
  [0, 100],
  [100, 100],
  [100, 0],
  [0, 0],
]
const many = Array.from({ length: MOST_CORNERS }, (_, n): Corner => [n % 2, n])

test.each<[string, Corner[], boolean]>([
  ['a square', SQUARE, true],
  [
    'a triangle',
    [
      [0, 0],
      [0, 100],
      [100, 0],
      [0, 0],
    ],
    true,
  ],
  ['a line that does not come back', SQUARE.slice(0, 4), false],
  [
    'a bow tie',
    [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
      [0, 0],
    ],
    false,
  ],
  [
    'there and back on one line',
    [
      [0, 0],
      [0, 100],
      [0, 50],
      [0, 0],
    ],
    false,
  ],
  [
    'a corner twice in a row',
    [
      [0, 0],
      [0, 0],
      [0, 100],
      [100, 0],
      [0, 0],
    ],
    false,
  ],
  [
    'a corner that touches another side',
    [
      [0, 0],
      [0, 100],
      [50, 0],
      [100, 100],
      [100, 0],
      [0, 0],
    ],
    false,
  ],
  [
    'a whole province',
    [
      [0, 0],
      [0, 4_000_000],
      [4_000_000, 0],
      [0, 0],
    ],
    false,
  ],
  ['too many corners', [...many, [0, 0]], false],
])('%s is a boundary: %s', (_, corners, fits) => {
  expect(isBoundary(corners)).toBe(fits)
})

test.each([
  ['441302010', '012', '441302010.012'],
  ['441302010.001', '005', '441302010.001.005'],
  ['441302010.001.005', '02', '441302010.001.005.02'],
  ['441302010.001.005', '002', null],
  ['441302010.001', '05', null],
  ['441302010.001.005.02', '01', null],
])('under %s the code %s makes %s', (parent, code, path) => {
  const made = pathUnder(parent, code)
  expect(made.ok ? made.value : null).toBe(path)
})

test.each([
  ['nothing left, one successor', 0, ['441302010.001.006'], null],
  ['a house is left', 1, ['441302010.001.006'], 'GRID_NOT_EMPTY'],
  ['nobody comes after it', 0, [], 'VALIDATION'],
  ['it would follow itself', 0, ['441302010.001.005'], 'VALIDATION'],
  ['a piece would follow a grid', 0, ['441302010.001.006.01'], 'VALIDATION'],
])('%s', (_, left, named, refusal) => {
  const closed = mayClose({ path: '441302010.001.005', left, successors: named, named })
  expect(closed.ok ? null : closed.refusal).toBe(refusal)
})

test('a house goes to another grid of its own level', () => {
  expect(mayMove('1.2.3.4', '1.2.5.4')).toBe(true)
  expect(mayMove('1.2.3.4', '1.2.3.4')).toBe(false)
  expect(mayMove('1.2.3.4', '1.2.5')).toBe(false)
})
