import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type Adjustment, cardOf, hashOfCard, writeCard } from '#core/evaluation/card'
import type { Fact } from '#core/evaluation/facts'
import { FORMULAS, starsFor } from '#core/evaluation/formula'
import { scoreOf } from '#core/evaluation/score'
import { readCard, verifyCard } from '#core/evaluation/verify'
import { basis, fact, facts, scored } from './making'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const HEAD_KEYS = FORMULAS[0]?.components.map(({ key }) => key) ?? []

const anyFact: fc.Arbitrary<Fact> = fc
  .tuple(fc.constantFrom(...HEAD_KEYS), fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 97 }))
  .chain(([component, id, den]) =>
    fc.record({
      component: fc.constant(component),
      eventId: fc.constant(`event:${id}`),
      at: fc.integer({ min: 0, max: 2_000_000_000_000 }),
      num: fc.integer({ min: 0, max: den }),
      den: fc.constant(den),
    }),
  )
const anyFacts = fc.array(anyFact, { maxLength: 60 })

const adjustment = (reason: Adjustment['reason'], id: string = reason): Adjustment => ({
  id,
  reason,
  evidence: '项目验收单',
  proposedBy: 'deng',
  approvedBy: 'su',
})

test.each(FORMULAS)('the weights of $name are a hundred together', ({ components }) => {
  expect(components.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
})

test('a month counted by hand: 12 of weight 12 at 3/4, 10 at 1, 10 at 2/3, 8 at 1/2 and 5 shrunk', () => {
  const card = scored(
    facts({ patrols: [3, 4], record: [2, 2], contact: [2, 3], hazards: [1, 2], satisfaction: [5, 5] }),
  )
  // (12·3/4 + 10 + 10·2/3 + 8·1/2 + 5·25/30) / 45 = (9 + 10 + 6.6… + 4 + 4.16…) / 45 = 33.83… / 45 = 0.7518…
  expect([card.applicable, card.score, card.stars]).toEqual([45, 751, 3])
})

test('one rating of five stars among five imagined of four makes 25 of 30; no rating at all is not applicable', () => {
  const of = (given: Fact[]) => scored(given).components.find(({ key }) => key === 'satisfaction')
  expect(of(facts({ satisfaction: [5, 5] }))).toMatchObject({ num: 25, den: 30 })
  expect(of([])).toMatchObject({ num: 0, den: 0, eventIds: [] })
})

test('what is not applicable costs nothing: its weight is spread over the rest', () => {
  const half = facts({ record: [1, 2], contact: [1, 2], closing: [1, 2], patrols: [1, 2] })
  expect(scored(half).score).toBe(500)
  expect(scored([...half, ...facts({ appraisal: [1, 2] })]).score).toBe(500)
  expect(scored([...half, ...facts({ appraisal: [0, 2] })]).score).toBeLessThan(500)
})

test('less than 40 of the weight is too little to judge by, 40 is enough', () => {
  const thirty = facts({ record: [2, 2], contact: [1, 1], closing: [1, 1] })
  expect(scored(thirty)).toMatchObject({ applicable: 30, score: null, stars: null })
  expect(scored([...thirty, ...facts({ attendance: [1, 1] })])).toMatchObject({ applicable: 40, score: 1000 })
})

test('the floor is exact where floats are not: 29 of 30, 58 of 60 and the like fall on the same tenth', () => {
  const formula = { name: 'test', least: 1, components: [] }
  const at = (num: number, den: number) =>
    scoreOf(formula, [{ key: 'record', weight: 7, num, den, eventIds: [] }], 0)
  expect(at(29, 100)).toBe(290)
  // In floats 7 · 0.57 / 7 · 1000 is 569.9999….
  expect(at(57, 100)).toBe(570)
  expect(at(1, 3)).toBe(333)
  expect(at(999_999, 1_000_000)).toBe(999)
})

test.each([
  [900, 5],
  [899, 4],
  [800, 4],
  [799, 3],
  [700, 3],
  [600, 2],
  [599, 1],
  [0, 1],
])('%s tenths are %s stars', (score, stars) => {
  expect(starsFor(score)).toBe(stars)
})

test('adjustments add up to ten points at the most either way, and never leave the scale', () => {
  const enough = facts({ record: [1, 2], contact: [1, 2], closing: [1, 2], patrols: [1, 2] })
  const lower = ['misreported', 'concealed_hazard', 'leaked_resident_data'] as const
  expect(scored(enough, { adjustments: lower.map((one) => adjustment(one)) })).toMatchObject({
    points: -10,
    score: 400,
  })
  expect(scored(enough, { adjustments: [adjustment('leads_project')] }).score).toBe(520)
  const none = facts({ record: [0, 2], contact: [0, 2], closing: [0, 2], patrols: [0, 2] })
  expect(scored(none, { adjustments: [adjustment('misreported')] }).score).toBe(0)
})

test('an upheld appeal takes an event out, or counts it in full', () => {
  const given = [fact('patrols', 0, 1, 'week:1'), fact('patrols', 1, 1, 'week:2')]
  const enough = facts({ record: [2, 2], contact: [1, 1], closing: [1, 1] })
  const correction = { appealId: 'ap', component: 'patrols' as const, eventId: 'week:1' }
  const of = (as: 'struck' | 'granted') =>
    scored([...given, ...enough], { corrections: [{ ...correction, as }] }).components.find(
      ({ key }) => key === 'patrols',
    )
  expect(of('struck')).toMatchObject({ num: 1, den: 1, eventIds: ['week:2'] })
  expect(of('granted')).toMatchObject({ num: 2, den: 2 })
})

test('in whatever order the events come, the bytes are the same', () => {
  fc.assert(
    fc.property(
      anyFacts.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
      ),
      ([given, shuffled]) => {
        expect(writeCard(scored(shuffled))).toBe(writeCard(scored(given)))
      },
    ),
  )
})

test('a score lies between 0 and 100, and is never given on too little', () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.subarray(['misreported', 'saved_from_accident', 'leads_project'] as const),
      (given, reasons) => {
        const { score, applicable } = scored(given, { adjustments: reasons.map((one) => adjustment(one)) })
        if (applicable < 40) return expect(score).toBeNull()
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1000)
      },
    ),
  )
})

test('one good deed more never lowers a score, unless it makes something applicable', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...HEAD_KEYS), (given, key) => {
      const before = scored(given)
      if (!before.components.some((one) => one.key === key && one.den > 0)) return
      const after = scored([...given, fact(key, 1, 1, 'event:more')])
      if (before.score !== null && after.score !== null)
        expect(after.score).toBeGreaterThanOrEqual(before.score)
    }),
  )
})

test('a card written, read and counted again has the same bytes', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const text = writeCard(scored(given, { adjustments: [adjustment('leads_project')] }))
      const read = readCard(text)
      expect(read && writeCard(cardOf(read))).toBe(text)
      expect(verifyCard(text, { sha256, hash: hashOfCard(text, sha256) })).toMatchObject({ sound: true })
    }),
  )
})

test('a card that was altered is found, whichever number of it', () => {
  const text = writeCard(
    scored(facts({ record: [1, 2], contact: [1, 2], closing: [1, 2], patrols: [1, 2], appraisal: [7, 9] })),
  )
  const hash = hashOfCard(text, sha256)
  const higher = text.replace('"score":5', '"score":9')
  expect(verifyCard(higher, { sha256 })).toEqual({ sound: false, doubt: 'another_score' })
  expect(verifyCard(text.replace('"weight"', '"Weight"').replace(',7,9]', ',9,9]'), { sha256 })).toEqual({
    sound: false,
    doubt: 'another_score',
  })
  for (const torn of ['{"format":"loudong-score-1"}', 'null', '[', text.replace('"window"', '"month"')])
    expect(verifyCard(torn, { sha256 })).toEqual({
      sound: false,
      doubt: 'unreadable',
    })
  expect(verifyCard(text.replace('head-1', 'head-9'), { sha256 })).toEqual({
    sound: false,
    doubt: 'unknown_formula',
  })
  // Altered as a whole, so that it is sound in itself: only the noted fingerprint tells.
  const forged = writeCard(
    scored(facts({ record: [2, 2], contact: [2, 2], closing: [2, 2], patrols: [2, 2] })),
  )
  expect(verifyCard(forged, { sha256, hash })).toEqual({ sound: false, doubt: 'another_card' })
})

test('a formula nobody knows is a mistake of ours', () => {
  expect(() => cardOf(basis({ formula: 'head-0' }))).toThrow('head-0')
})
