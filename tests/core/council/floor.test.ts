import fc from 'fast-check'
import { mayCloseDebate, ORDER, type Side, speakingOrder } from '../../../src/core/council/floor'

const hand = (unitId: string, side: Side, at: number) => ({ unitId, side, at })
const orderOf = (...given: Parameters<typeof speakingOrder>) =>
  speakingOrder(...given).map(({ unitId }) => unitId)

test('the two sides take turns, and within a side the earlier hand goes first', () => {
  const raised = [
    hand('58栋', 'for', 1),
    hand('102栋', 'for', 2),
    hand('23栋', 'against', 3),
    hand('12栋', 'against', 4),
  ]
  expect(orderOf(raised, [])).toEqual(['58栋', '23栋', '102栋', '12栋'])
  expect(orderOf(raised, [{ unitId: '31栋', side: 'for' }])).toEqual(['23栋', '58栋', '12栋', '102栋'])
})

test('who has not spoken goes before who has, whichever side and however late', () => {
  const raised = [hand('31栋', 'against', 1), hand('58栋', 'for', 9)]
  const spoken = [
    { unitId: '31栋', side: 'against' as const },
    { unitId: '7栋', side: 'for' as const },
  ]
  expect(orderOf(raised, spoken)).toEqual(['58栋', '31栋'])
})

test('after two speeches a unit is not called any more', () => {
  const twice = [1, 2].map(() => ({ unitId: '31栋', side: 'for' as const }))
  expect(orderOf([hand('31栋', 'for', 1)], twice)).toEqual([])
})

test('nobody waits behind one who has spoken more, and nobody is lost or called twice', () => {
  const aSide = fc.constantFrom<Side>('for', 'against')
  const aUnit = fc.nat(8).map((n) => `${n}栋`)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ unitId: aUnit, side: aSide, at: fc.nat(1_000) }), {
        selector: ({ unitId }) => unitId,
      }),
      fc.array(fc.record({ unitId: aUnit, side: aSide }), { maxLength: 12 }),
      (raised, spoken) => {
        const times = (unitId: string) => spoken.filter((one) => one.unitId === unitId).length
        const order = speakingOrder(raised, spoken)
        const allowed = raised.filter(({ unitId }) => times(unitId) < ORDER.speechesPerUnit)
        expect([...order].sort((a, b) => a.unitId.localeCompare(b.unitId))).toEqual(
          [...allowed].sort((a, b) => a.unitId.localeCompare(b.unitId)),
        )
        const counts = order.map(({ unitId }) => times(unitId))
        expect(counts).toEqual([...counts].sort())
      },
    ),
  )
})

test.each([
  [30, 20, 4, true],
  [30, 19, 4, false],
  [30, 0, 0, true],
  [0, 0, 1, false],
])('of %i present %i want to end the debate while %i hands are up: %s', (present, wanting, handsUp, may) => {
  expect(mayCloseDebate({ present, wanting, handsUp })).toBe(may)
})
