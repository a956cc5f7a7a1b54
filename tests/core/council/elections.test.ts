import { DAY } from '../../../src/core/concerns/calendar'
import { newElection, slateOf, whyNotElect } from '../../../src/core/council/candidates'
import type { Motion, MotionState } from '../../../src/core/council/motion'
import type { MotionEvent } from '../../../src/core/council/motion-events'
import { decideMotion } from '../../../src/core/council/motion-machine'
import { marksOf, saidBy, whyNotSaid } from '../../../src/core/council/paper'
import { propose } from '../../../src/core/council/propose'
import { PRESETS } from '../../../src/core/council/rule'
import { type Tally, tallyElection } from '../../../src/core/council/tally'
import { type Actor, CLOCK } from '../../../src/core/people/actor'
import { headOf, motionIn, NOW, office, resident, situation, TIED, WORDS } from './making'

const CHAIR_ELECTION = {
  office: 'chair' as const,
  seats: 1,
  candidates: [],
  elected: [],
  tied: [],
  draw: null,
}
const electing = (state: MotionState, election = CHAIR_ELECTION as typeof TIED): Motion =>
  motionIn(state, { rule: 'election', election })

const does = (event: MotionEvent, motion: Motion, actor: Actor, now = NOW) =>
  decideMotion(event, situation(motion, actor, { now }))
function afterwards(event: MotionEvent, motion: Motion, actor: Actor, now = NOW): Motion {
  const decided = does(event, motion, actor, now)
  if (!decided.ok) throw new Error(decided.refusal)
  return decided.value.motion
}
const stands = (unitId: string, candidateId = unitId): MotionEvent => ({
  kind: 'stand',
  candidateId,
  unitId,
  statement: '晚上都在家，谁叫都应。',
})
const NAMED = { kind: 'nominate' as const, candidateId: 'k', personId: 'head of JX-12', houseId: 'JX-12' }
const SLATE = {
  office: 'chair' as const,
  seats: 1,
  round: 1 as const,
  candidates: ['何', '曾', '温'].map((id) => ({ id, name: id, label: `${id}的栋` })),
}
const papers = (...chosen: string[][]) => chosen.map((one, n) => ({ unitId: `${n}`, chosen: one }))
const roll = (all: number) => Array.from({ length: all }, (_, n) => ({ unitId: `${n}` }))
const count = (all: number, ...chosen: string[][]): Tally =>
  tallyElection(roll(all), papers(...chosen), { rule: PRESETS.election, slate: SLATE })

describe('who stands', () => {
  test('whoever is named stands only when he has said yes himself', () => {
    const named = afterwards(NAMED, electing('announced'), headOf('JX-23'))
    expect(named.election?.candidates).toMatchObject([{ id: 'k', agreedAt: null }])
    const agreed = afterwards(stands('JX-12', 'another'), named, headOf('JX-12'))
    expect(agreed.election?.candidates).toMatchObject([
      { id: 'k', personId: 'head of JX-12', agreedAt: NOW, statement: '晚上都在家，谁叫都应。' },
    ])
    expect(does(stands('JX-12'), agreed, headOf('JX-12'))).toEqual({ ok: false, refusal: 'NAMED_ALREADY' })
  })
  test('nobody is named twice, and nobody stands for a house he does not head', () => {
    const named = afterwards(NAMED, electing('announced'), headOf('JX-23'))
    expect(does(NAMED, named, headOf('JX-31'))).toEqual({ ok: false, refusal: 'NAMED_ALREADY' })
    expect(does(stands('JX-40'), electing('announced'), headOf('JX-12'))).toEqual({
      ok: false,
      refusal: 'NOT_REPRESENTATIVE',
    })
  })
  test('whoever wants to goes, until the vote opens; from the debate on nobody comes', () => {
    const standing = afterwards(stands('JX-12'), electing('announced'), headOf('JX-12'))
    const debated = { ...standing, state: 'debating', announcedAt: 1 } as Motion
    expect(does(stands('JX-40'), debated, headOf('JX-40')).ok).toBe(false)
    expect(afterwards({ kind: 'step_down' }, debated, headOf('JX-12')).election?.candidates).toEqual([])
    expect(does({ kind: 'step_down' }, debated, headOf('JX-40')).ok).toBe(false)
  })
  test('a matter that elects nobody has no candidates', () => {
    expect(does(NAMED, motionIn('announced'), headOf('JX-23'))).toEqual({
      ok: false,
      refusal: 'NOT_IN_THIS_STATE',
    })
  })
  test('on the paper stand those alone who agreed and still head a house, and there must be a choice', () => {
    const named = ['何', '曾', '邓'].map((id) => ({ id, name: id, label: '' }))
    const slate = slateOf({ ...TIED, tied: [] }, named)
    expect(slate.candidates.map(({ id }) => id)).toEqual(['何', '曾'])
    expect(whyNotElect(slate)).toBeNull()
    expect(whyNotElect({ ...slate, seats: 2 })).toBe('TOO_FEW_CANDIDATES')
  })
  test('a council has one chair; an election without an office is none', () => {
    expect(newElection('chair', 2)).toBeNull()
    expect(newElection('member', 3)).toMatchObject({ seats: 3 })
    const { council, standsFor, livesHere } = situation(motionIn('proposed'), resident('li'))
    const standing = { actor: resident('li'), council, standsFor, livesHere, now: NOW }
    const draft = { id: 'm', streetId: 's', councilId: 'c', concernId: null, words: WORDS }
    const asked = { office: 'chair' as const, seats: 1 }
    expect(propose({ ...draft, rule: 'election' }, standing).ok).toBe(false)
    expect(propose({ ...draft, rule: 'ordinary', election: asked }, standing).ok).toBe(false)
    expect(propose({ ...draft, rule: 'election', election: asked }, standing).ok).toBe(true)
  })
})

describe('what a paper may say', () => {
  test.each([
    [['何'], null],
    [[], null],
    [['何', '曾'], 'TOO_MANY_CHOSEN'],
    [['何', '何'], 'VALIDATION'],
    [['谁'], 'VALIDATION'],
    ['for' as const, 'VALIDATION'],
  ])('%j', (said, refusal) => expect(whyNotSaid(said, SLATE)).toBe(refusal))
  test('a name is no answer to a question of yes or no', () =>
    expect(whyNotSaid(['何'], null)).toBe('VALIDATION'))
  test('all papers are equally long in the box, and say there what they said', () => {
    for (const said of [[], ['何'], ['温']]) {
      const marks = marksOf(said, SLATE)
      expect(marks).toHaveLength(3)
      expect(saidBy(marks, SLATE)).toEqual(said)
    }
    expect(() => saidBy('02', SLATE)).toThrow('no paper')
  })
})

describe('how it is counted', () => {
  test.each<[string, number, string[][], Tally['outcome'], string[], string[]]>([
    ['most votes', 5, [['何'], ['何'], ['曾']], 'passed', ['何'], []],
    ['as many for two', 5, [['何'], ['曾'], []], 'tied', [], ['何', '曾']],
    ['half the houses are not more than half', 6, [['何'], ['何'], ['何']], 'no_quorum', [], []],
    ['empty papers take part and elect nobody', 3, [[], []], 'rejected', [], []],
  ])('%s', (_, all, chosen, outcome, elected, tied) => {
    expect(count(all, ...chosen)).toMatchObject({ outcome, election: { elected, tied } })
  })
  test('a paper with more names than seats, or with a stranger, is of no such box', () => {
    expect(() => count(3, ['何', '曾'])).toThrow()
    expect(() => count(3, ['谁'])).toThrow()
  })
})

describe('a tie', () => {
  const voting = (tied: string[] = []) => electing('voting', { ...TIED, tied, draw: null })
  const tied = count(5, ['何'], ['曾'], [])
  const counted = (tally: Tally, motion = voting()) => afterwards({ kind: 'tally', tally }, motion, CLOCK)

  test('those with equally many votes run again, within seven days', () => {
    const runOff = counted(tied)
    expect(runOff).toMatchObject({ state: 'run_off', election: { tied: ['何', '曾'] } })
    const chair = resident('chair')
    const open = { kind: 'open_poll' as const, pollId: 'p2' }
    expect(afterwards(open, runOff, chair, NOW + 7 * DAY - 1).state).toBe('voting')
    expect(does(open, runOff, chair, NOW + 7 * DAY)).toEqual({ ok: false, refusal: 'POLL_CLOSED' })
    expect(does({ kind: 'leave_to_lot' }, runOff, CLOCK, NOW + 7 * DAY - 1).ok).toBe(false)
    expect(afterwards({ kind: 'leave_to_lot' }, runOff, CLOCK, NOW + 7 * DAY).state).toBe('lot')
  })
  test('the run-off decides; tied again, or too few, it is left to the lot', () => {
    const again = voting(['何', '曾'])
    const won = { ...tied, outcome: 'passed' as const, election: { votes: [], elected: ['曾'], tied: [] } }
    expect(counted(won, again)).toMatchObject({ state: 'publicity', election: { elected: ['曾'] } })
    expect(counted(tied, again)).toMatchObject({ state: 'lot', election: { tied: ['何', '曾'] } })
    const few = { ...tied, outcome: 'no_quorum' as const, election: { votes: [], elected: [], tied: [] } }
    expect(counted(few, again)).toMatchObject({ state: 'lot', election: { tied: ['何', '曾'] } })
  })
  test('a seat that was won keeps its winner: only the others run again', () => {
    const two = { ...TIED, seats: 2, tied: [], draw: null }
    const found = { ...tied, election: { votes: [], elected: ['温'], tied: ['何', '曾'] } }
    const runOff = counted(found, electing('voting', two))
    expect(runOff.election).toMatchObject({ elected: ['温'], tied: ['何', '曾'] })
    if (!runOff.election) throw new Error('an election was counted away')
    const named = ['何', '曾', '温'].map((id) => ({ id, name: id, label: '' }))
    expect(slateOf(runOff.election, named)).toMatchObject({ seats: 1, round: 2, candidates: [{}, {}] })
  })
})

describe('the lot', () => {
  const lot = motionIn('lot', { rule: 'election' })
  const fresh = motionIn('lot', { rule: 'election', election: { ...TIED, draw: null } })
  const keeper: Actor = { ...office('grid_staff'), personId: 'who drew' }
  const drawn = (...names: string[]): MotionEvent => ({ kind: 'draw', drawn: names, note: '两张纸条放碗里' })
  const watched: MotionEvent = { kind: 'watch', unitId: 'JX-23' }

  test('it is drawn among the tied alone, one for each seat', () => {
    expect(afterwards(drawn('何'), fresh, keeper).election?.draw).toEqual({
      drawnBy: 'who drew',
      at: NOW,
      note: '两张纸条放碗里',
      drawn: ['何'],
      watchedBy: null,
    })
    for (const wrong of [drawn('温'), drawn(), drawn('何', '曾'), drawn('何', '何')])
      expect(does(wrong, fresh, keeper)).toEqual({ ok: false, refusal: 'VALIDATION' })
  })
  test('it decides nothing before another one has said that he watched', () => {
    const decided = afterwards(watched, lot, headOf('JX-23'))
    expect(decided).toMatchObject({
      state: 'publicity',
      election: { elected: ['曾'], draw: { drawnBy: 'who drew', watchedBy: 'head of JX-23' } },
    })
    expect(does(watched, fresh, headOf('JX-23')).ok).toBe(false)
  })
  test('neither who drew nor who is drawn for watches; nobody draws for himself', () => {
    const drew = { ...headOf('JX-23'), personId: 'who drew' }
    const tiedHead = { ...headOf('JX-23'), personId: 'person 何' }
    for (const actor of [drew, tiedHead])
      expect(does(watched, lot, actor)).toEqual({ ok: false, refusal: 'SELF_APPROVAL' })
    expect(does(drawn('何'), fresh, { ...keeper, personId: 'person 曾' })).toEqual({
      ok: false,
      refusal: 'SELF_APPROVAL',
    })
  })
  test("the council's own secretary draws, whatever he is besides", () => {
    const council = { gridPath: '441302010.001.005', units: 191, chairId: 'chair', secretaryId: 'li' }
    const asked = situation(fresh, resident('li'), { council })
    expect(decideMotion(drawn('何'), asked).ok).toBe(true)
  })
})

test('a result that is voted on again begins among the same people, from the first round', () => {
  const review: MotionEvent = { kind: 'review', decision: 'revote', note: '名册有误' }
  const again = afterwards(
    review,
    electing('in_review', { ...TIED, elected: ['温'] }),
    office('community_staff'),
  )
  expect(again).toMatchObject({ state: 'announced', election: { elected: [], tied: [], draw: null } })
  expect(again.election?.candidates).toHaveLength(4)
})

test('an election in force is carried out by whom it elected: there is no project to begin', () => {
  expect(does({ kind: 'begin' }, electing('in_force'), office('grid_staff'))).toEqual({
    ok: false,
    refusal: 'NOT_IN_THIS_STATE',
  })
})
