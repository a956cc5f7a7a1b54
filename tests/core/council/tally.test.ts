import fc from 'fast-check'
import { holds, least, PRESETS, type Preset } from '../../../src/core/council/rule'
import { type Choice, decide, NotThisRoll, needed, tally } from '../../../src/core/council/tally'

const counts = (all: number, yes: number, no: number, abstain: number) => ({
  all,
  for: yes,
  against: no,
  abstain,
})
const outcome = (preset: Preset, ...votes: Votes) => decide(PRESETS[preset], [counts(...votes)])

describe('the pilot estate of 191 buildings', () => {
  test.each<[Preset, number, number, number, string]>([
    ['ordinary', 64, 64, 0, 'rejected'], // a tie is not passed
    ['ordinary', 65, 63, 0, 'passed'],
    ['ordinary', 64, 50, 14, 'rejected'], // who abstains takes part
    ['ordinary', 127, 0, 0, 'no_quorum'],
    ['ordinary', 128, 0, 0, 'passed'],
    ['ordinary', 0, 0, 128, 'rejected'],
    ['special', 95, 33, 0, 'rejected'], // the floor
    ['special', 96, 32, 0, 'passed'],
    ['special', 118, 10, 0, 'passed'],
    ['special', 127, 64, 0, 'rejected'],
    ['special', 128, 63, 0, 'passed'],
    ['absolute', 95, 0, 0, 'rejected'],
    ['absolute', 96, 95, 0, 'passed'],
    ['absolute', 0, 0, 0, 'rejected'],
  ])('%s: %i for, %i against, %i abstaining: %s', (preset, yes, no, abstain, expected) => {
    expect(outcome(preset, 191, yes, no, abstain)).toBe(expected)
  })
})

test.each<[number, Preset, number, number, number]>([
  [3, 'ordinary', 2, 2, 2],
  [4, 'ordinary', 3, 2, 3],
  [9, 'ordinary', 6, 4, 5],
  [30, 'ordinary', 20, 11, 16],
  [191, 'ordinary', 128, 65, 96],
  [3, 'special', 2, 2, 2],
  [4, 'special', 3, 3, 3],
  [9, 'special', 6, 5, 6],
  [30, 'special', 20, 16, 20],
  [191, 'special', 128, 96, 128],
  [191, 'absolute', 0, 96, 96],
])(
  'of %i units an %s matter needs %i taking part, and %i or %i for it',
  (all, preset, quorum, least, full) => {
    expect(needed(PRESETS[preset], all)).toEqual({ quorum, forAtQuorum: least, forAtFull: full })
  },
)

/** Counts by comparing fractions of big integers, sharing nothing with the code under test. */
function oracle(preset: Preset, [all, yes, no, abstain]: Votes): string {
  const [E, F, T] = [BigInt(all), BigInt(yes), BigInt(yes + no + abstain)]
  const has = {
    ordinary: [3n * T >= 2n * E, 2n * F > T],
    special: [3n * T >= 2n * E, 3n * F >= 2n * T && 2n * F > E],
    absolute: [true, 2n * F > E],
    election: [2n * T > E, F > 0n],
    residents: [2n * T > E, 2n * F > T],
    households: [3n * T >= 2n * E, 2n * F > T],
    owners_general: [3n * T >= 2n * E, 2n * F > T],
    owners_major: [3n * T >= 2n * E, 4n * F >= 3n * T && F > 0n],
  }[preset]
  if (!has[0]) return 'no_quorum'
  return has[1] ? 'passed' : 'rejected'
}

type Votes = [all: number, yes: number, no: number, abstain: number]

/** Turnouts and votes around every threshold of an electorate: there the mistakes live. */
const edges = (all: number): Votes[] =>
  within(all, [0, 1, all, ...around((2 * all) / 3), ...around(all / 2)]).flatMap((part) =>
    within(part, [
      0,
      part,
      ...[1 / 2, 2 / 3, 3 / 4].flatMap((share) => around(part * share)),
      ...around(all / 2),
    ]).flatMap((yes) =>
      within(part - yes, [0, 1, part - yes]).map(
        (abstain): Votes => [all, yes, part - yes - abstain, abstain],
      ),
    ),
  )
const within = (most: number, some: number[]) => [...new Set(some)].filter((one) => one >= 0 && one <= most)
const upTo = (most: number) => Array.from({ length: most + 1 }, (_, i) => i)
const everyVote = (all: number): Votes[] =>
  upTo(all).flatMap((yes) =>
    upTo(all - yes).flatMap((no) => upTo(all - yes - no).map((abstain): Votes => [all, yes, no, abstain])),
  )
const around = (middle: number) => [-1, 0, 1, 2].map((step) => Math.floor(middle) + step)

const decidedOtherwise = (votes: Votes) =>
  (Object.keys(PRESETS) as Preset[])
    // Heads and area are each decided by the same shares, so one of them is enough here.
    .filter((preset) => decide(PRESETS[preset], [counts(...votes)]) !== oracle(preset, votes))
    .map((preset) => [preset, ...votes])

test('every electorate from 1 to 400 and of 7,300 is decided as an independent count decides', () => {
  const cases = [...upTo(400).slice(1), 7_300].flatMap(edges)
  expect(cases.length).toBeGreaterThan(80_000)
  expect(cases.flatMap(decidedOtherwise)).toEqual([])
})

test('every vote of every electorate up to 24 is decided as an independent count decides', () => {
  expect(upTo(24).slice(1).flatMap(everyVote).flatMap(decidedOtherwise)).toEqual([])
})

test('the smallest number that reaches a share reaches it, and one less does not', () => {
  fc.assert(
    fc.property(
      fc.record({
        num: fc.integer({ min: 1, max: 9 }),
        den: fc.integer({ min: 1, max: 9 }),
        strict: fc.boolean(),
      }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (ratio, base) => {
        const enough = least(ratio, base)
        expect(holds(ratio, enough, base)).toBe(true)
        expect(enough > 0 && holds(ratio, enough - 1, base)).toBe(false)
      },
    ),
  )
})

test('one more vote for a matter never makes a passed matter fail', () => {
  const aVote = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(PRESETS) as Preset[])),
      aVote,
      aVote,
      aVote,
      aVote,
      (preset, yes, no, abstain, absent) => {
        const all = yes + no + abstain + absent
        if (decide(PRESETS[preset], [counts(all, yes, no, abstain)]) !== 'passed') return
        if (absent > 0) expect(outcome(preset, all, yes + 1, no, abstain)).toBe('passed')
        if (no > 0) expect(outcome(preset, all, yes + 1, no - 1, abstain)).toBe('passed')
        if (abstain > 0) expect(outcome(preset, all, yes + 1, no, abstain - 1)).toBe('passed')
      },
    ),
    { numRuns: 2_000 },
  )
})

test('with a quorum, one more vote against can carry a matter that stayed undecided: 84 times up to 24 units', () => {
  const turns =
    (preset: Preset) =>
    ([all, yes, no, abstain]: Votes) =>
      yes + no + abstain < all &&
      abstain === 0 &&
      outcome(preset, all, yes, no, 0) !== 'passed' &&
      outcome(preset, all, yes, no + 1, 0) === 'passed'
  const paradox = (preset: Preset) => upTo(24).slice(1).flatMap(everyVote).filter(turns(preset)).length
  expect(paradox('ordinary')).toBe(84)
  expect(paradox('absolute')).toBe(0)
})

describe('counting the box', () => {
  const roll = ['1栋', '2栋', '3栋'].map((unitId, i) => ({ unitId, area: [10_000, 20_000, 90_000][i] ?? 0 }))
  const box = (...choices: Choice[]) =>
    choices.map((choice, i) => ({ unitId: roll[i]?.unitId ?? '', choice }))

  test('each unit counts once', () => {
    expect(tally(roll, box('for', 'for', 'against'), PRESETS.ordinary)).toEqual({
      units: counts(3, 2, 1, 0),
      area: null,
      outcome: 'passed',
    })
  })

  test('owners must win by heads and by area: two small flats do not outvote a large one', () => {
    expect(tally(roll, box('for', 'for', 'against'), PRESETS.owners_general)).toEqual({
      units: counts(3, 2, 1, 0),
      area: counts(120_000, 30_000, 90_000, 0),
      outcome: 'rejected',
    })
  })

  test('the order of ballots and of the roll makes no difference', () => {
    const cast = box('for', 'abstain', 'against')
    expect(tally([...roll].reverse(), [...cast].reverse(), PRESETS.special)).toEqual(
      tally(roll, cast, PRESETS.special),
    )
  })

  test.each([
    ['a second ballot of a unit', [...box('for'), { unitId: '1栋', choice: 'against' as const }], roll],
    ['a ballot of no unit of the roll', [{ unitId: '4栋', choice: 'for' as const }], roll],
    ['a unit that stands twice in the roll', [], [...roll, { unitId: '1栋' }]],
  ])('%s is never counted silently', (_, ballots, units) => {
    expect(() => tally(units, ballots, PRESETS.ordinary)).toThrow(NotThisRoll)
  })
})
