import fc from 'fast-check'
import { reachOf, sumReach } from '#core/buildings/census'
import { badItems, CHECKLISTS, isWhole, lastPeriodOf, periodOf } from '#core/buildings/inspection'
import { PLATE_STATES, PLATE_STEPS, plateScene, stepPlate } from '#core/buildings/plate'
import {
  type Card,
  checkCard,
  draftCard,
  reconfirmCard,
  returnCard,
  STALE_AFTER,
  standingOf,
} from '#core/buildings/registration'

const NOW = Date.parse('2026-11-27T12:00:00+08:00')
const CARD: Card = {
  address: '金兴街20号小区23栋',
  floorsAbove: 5,
  floorsBelow: 0,
  areaCm2: 3_865_000,
  builtYear: 2003,
  structure: 'frame',
  uses: ['self', 'rent'],
  sanXiao: 'shop',
  alterations: [],
  rooms: 18,
  crowded: true,
  permits: 'none',
}
const HOUSE = { id: 'JX-023', status: 'in_use' } as const
const point = { latE6: 23_170_000, lngE6: 114_420_000 }
const value = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value => {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}
const written = () => value(draftCard(HOUSE, CARD, { by: 'wen', now: NOW }))
const seen = () => value(checkCard(written(), { photoIds: ['ph'], point }, { by: 'zeng', now: NOW }))

describe('the card of a house', () => {
  test('is checked on the spot by another person than the one who wrote it, with a photo', () => {
    const at = (by: string, photoIds: string[]) => checkCard(written(), { photoIds, point }, { by, now: NOW })
    expect(at('wen', ['ph'])).toEqual({ ok: false, refusal: 'SELF_APPROVAL' })
    expect(at('zeng', [])).toEqual({ ok: false, refusal: 'PHOTO_REQUIRED' })
    expect(at('zeng', ['ph']).ok).toBe(true)
  })

  test('goes back with a reason, and is written anew', () => {
    const returned = value(returnCard(written(), '楼上还有一层', { by: 'zeng', now: NOW }))
    expect(standingOf(returned, NOW)).toBe('returned')
    expect(reconfirmCard(returned, { by: 'wen', now: NOW }).ok).toBe(false)
  })

  test('is stale on the ninetieth day, not before, until somebody says that it still holds', () => {
    expect(standingOf(seen(), NOW + STALE_AFTER - 1)).toBe('verified')
    expect(standingOf(seen(), NOW + STALE_AFTER)).toBe('stale')
    const again = value(reconfirmCard(seen(), { by: 'wen', now: NOW + STALE_AFTER }))
    expect(standingOf(again, NOW + STALE_AFTER)).toBe('verified')
  })

  test('of a sealed or evacuated house does not say that it is let', () => {
    for (const status of ['sealed', 'evacuated'] as const)
      expect(draftCard({ ...HOUSE, status }, CARD, { by: 'wen', now: NOW })).toEqual({
        ok: false,
        refusal: 'NOT_LETTABLE',
      })
    expect(
      draftCard({ ...HOUSE, status: 'sealed' }, { ...CARD, uses: ['vacant'] }, { by: 'wen', now: NOW }).ok,
    ).toBe(true)
  })
})

test('a plate is applied for when it is missing or broken, and put up only after that', () => {
  const cells = PLATE_STATES.flatMap((state) =>
    PLATE_STEPS.flatMap((step) => {
      const after = stepPlate(state, step)
      return after.ok ? [`${state} ${step} ${after.value}`] : []
    }),
  )
  expect(cells).toEqual([
    'ok damage damaged',
    'missing apply applied',
    'damaged apply applied',
    'applied mount ok',
  ])
})

test("a plate's scene fits the thirty-two characters of a mini-program's code", () => {
  expect(plateScene('LD2K7H4M9QX3TA').length).toBeLessThanOrEqual(32)
})

describe('a round', () => {
  const fine = CHECKLISTS.patrol.map((item) => ({ item, found: 'fine' as const }))

  test('is whole when every item was looked at once', () => {
    expect(isWhole('patrol', fine)).toBe(true)
    expect(isWhole('patrol', fine.slice(1))).toBe(false)
    expect(isWhole('patrol', [...fine.slice(1), ...fine.slice(1, 2)])).toBe(false)
    expect(isWhole('safety', fine)).toBe(false)
  })

  test('what was found bad is followed up', () => {
    expect(badItems([...fine, { item: 'roof', found: 'bad' }])).toEqual(['roof'])
  })

  test('a week begins on Monday and a month on the first, at midnight in China', () => {
    const at = (text: string) => Date.parse(`${text}T00:00:00+08:00`)
    expect(periodOf('patrol', NOW)).toEqual({ from: at('2026-11-23'), to: at('2026-11-30') })
    expect(lastPeriodOf('patrol', NOW)).toEqual({ from: at('2026-11-16'), to: at('2026-11-23') })
    expect(periodOf('safety', NOW)).toEqual({ from: at('2026-11-01'), to: at('2026-12-01') })
    expect(lastPeriodOf('safety', NOW)).toEqual({ from: at('2026-10-01'), to: at('2026-11-01') })
  })

  test('every instant lies in its period, and periods lie end to end', () => {
    const instant = fc.integer({ min: 1_000_000_000_000, max: 4_000_000_000_000 })
    fc.assert(
      fc.property(instant, fc.constantFrom('patrol' as const, 'safety' as const), (at, kind) => {
        const { from, to } = periodOf(kind, at)
        expect(from <= at && at < to).toBe(true)
        expect(lastPeriodOf(kind, at).to).toBe(from)
        expect(periodOf(kind, to).from).toBe(to)
      }),
    )
  })
})

test('a census expects what was published, or more when more was found', () => {
  expect(reachOf({ verified: 1, registered: 2, known: 3, published: 8 }).expected).toBe(8)
  expect(reachOf({ verified: 1, registered: 2, known: 9, published: 8 }).expected).toBe(9)
  const part = { verified: 1, registered: 2, expected: 3 }
  expect(sumReach([part, part])).toEqual({ verified: 2, registered: 4, expected: 6 })
})
