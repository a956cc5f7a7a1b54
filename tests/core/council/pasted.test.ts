import { MOST_LINES, readLines } from '../../../src/core/council/pasted'

test('a line is a label, an owner’s share and a number, with whatever stands between them', () => {
  const text = '1栋101 98.35 13900000000\n1栋201，120.5平方米\n\n\t1栋301\t13900000001\t60㎡\r\n'
  expect(readLines(text, 'owner')).toEqual([
    { row: 1, label: '1栋101', area: 983_500, phone: '13900000000' },
    { row: 2, label: '1栋201', area: 1_205_000, phone: null },
    { row: 4, label: '1栋301', area: 600_000, phone: '13900000001' },
  ])
})

test.each([
  ['owner', '1栋101', 'area_needed'],
  ['owner', '1栋101 0', 'area_wrong'],
  ['owner', '1栋101 98.35 120', 'cell_unknown'],
  ['household', '1栋101 98.35', 'cell_unknown'],
  ['household', '1栋101 139000000', 'cell_unknown'],
  ['household', '1栋101 13900000000 13900000001', 'cell_unknown'],
  ['person', '1栋-3', 'person_needed'],
  ['person', `${'长'.repeat(41)} 13900000000`, 'label_long'],
] as const)('of %s the line %s is not taken: %s', (kind, text, problem) => {
  expect(readLines(text, kind)).toEqual([{ row: 1, problem }])
})

test('so many lines are read at once and no more', () => {
  const text = Array.from({ length: MOST_LINES + 1 }, (_, n) => `1栋${n + 101}`).join('\n')
  const read = readLines(text, 'household')
  expect(read.filter((line) => 'problem' in line)).toEqual([{ row: MOST_LINES + 1, problem: 'too_many' }])
})
