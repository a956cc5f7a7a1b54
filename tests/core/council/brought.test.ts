import type { ListLine } from '../../../src/core/council/body'
import { type Brought, takeLines } from '../../../src/core/council/brought'

const line = (label: string, personId: string | null = null, area: number | null = null): ListLine => ({
  label,
  personId,
  area,
})
const rows = (...lines: (ListLine | 'unknown_person')[]): Brought[] =>
  lines.map((one, at) =>
    one === 'unknown_person' ? { row: at + 1, problem: one } : { row: at + 1, line: one },
  )
const list = { kind: 'household' as const, writerId: '干部', residents: null }

test('what is new comes in, in its order; what is wrong is told by its row', () => {
  const brought = rows(
    line('1栋101', '甲'),
    'unknown_person',
    line('1栋201', '干部'),
    line('1栋301', '甲'),
    line('1栋101'),
  )
  expect(takeLines(brought, { ...list, others: [] })).toEqual({
    lines: [line('1栋101', '甲')],
    same: 0,
    problems: [
      { row: 2, problem: 'unknown_person' },
      { row: 3, problem: 'SELF_APPROVAL' },
      { row: 4, problem: 'LINE_LISTED' },
      { row: 5, problem: 'LINE_LISTED' },
    ],
  })
})

test('the same lines again change nothing, and leave whoever was found for a line since', () => {
  const others = [line('1栋101', '甲'), line('1栋201', '乙')]
  expect(takeLines(rows(line('1栋101', '甲'), line('1栋201')), { ...list, others })).toEqual({
    lines: [],
    same: 2,
    problems: [],
  })
})

test('a line that stands there with another voter or share is told, never changed', () => {
  const others = [line('1栋101', '甲', 980_000)]
  const owners = { ...list, kind: 'owner' as const, others }
  for (const other of [line('1栋101', '乙', 980_000), line('1栋101', '甲', 970_000)])
    expect(takeLines(rows(other), owners).problems).toEqual([{ row: 1, problem: 'LINE_LISTED' }])
})

test('in the list of one house each line is of somebody who lives there', () => {
  const house = { ...list, others: [], residents: new Set(['甲']) }
  expect(takeLines(rows(line('2栋-1', '甲'), line('2栋-2', '乙'), line('2栋-3')), house)).toMatchObject({
    lines: [{ label: '2栋-1' }, { label: '2栋-3' }],
    problems: [{ row: 2, problem: 'NOT_OF_HOUSE' }],
  })
})
