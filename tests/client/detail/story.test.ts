import { checkedBy, lastMove, passedLevels } from '../../../src/client/packages/concern/detail/story'
import { whyWords } from '../../../src/client/texts/detail'
import { briefWords, byClock, type Happening, happeningWords } from '../../../src/client/texts/timeline'
import { EVENT_KINDS } from '../../../src/core/concerns/events'
import { officeWords } from '../../../src/server/concerns/holder-words'
import { DAY, MORNING } from '../support/making'

const happening = (kind: Happening['kind'], more: Partial<Happening> = {}): Happening => ({
  seq: 1,
  kind,
  at: MORNING - DAY,
  by: '网格员曾小云',
  level: 2,
  detail: {},
  ...more,
})

const KINDS = ['submit', ...EVENT_KINDS] as const

test.each(KINDS)('what happened is said in words, at length and in a list: %s', (kind) => {
  expect(happeningWords(happening(kind), MORNING)).toMatch(/[\u4e00-\u9fff]{3,}/)
  expect(briefWords(kind)).toMatch(/[\u4e00-\u9fff]{3,}/)
})

test('no two kinds are told in the same words', () => {
  const told = KINDS.map((kind) => happeningWords(happening(kind), MORNING))
  expect(new Set(told).size).toBe(KINDS.length)
})

test('a kind this phone does not know yet is passed over, not misnamed', () => {
  expect(briefWords('teleport')).toBe('')
})

test.each([
  [
    happening('pause', { detail: { reason: 'wait_supplier', until: MORNING + 2 * DAY } }),
    '先停一停，等材料到货，到周三',
  ],
  [
    happening('whistle', { detail: { department: '市政所', until: MORNING + DAY } }),
    '请市政所到场，明天9:30前到',
  ],
  [happening('answer_extension', { detail: { approved: true, until: MORNING + 3 * DAY } }), '同意延到周四'],
  [happening('answer_extension', { detail: { approved: false } }), '没同意延期'],
  [happening('decline', { detail: { reason: 'out_of_remit' } }), '没有受理，不归街道管'],
  [happening('confirm', { detail: { stars: 1 } }), '反映人说办好了，很不满意'],
  [happening('delegate', { detail: { toLevel: 3 } }), '交给片区办'],
])('the facts of an event stand in its sentence: %#', (one, words) => {
  expect(happeningWords(one, MORNING)).toBe(words)
})

test('what the clock did is known by the name the server signs it with', () => {
  const late = happening('escalate', { by: officeWords('clock', null, null), level: 1 })
  expect(byClock(late)).toBe(true)
  expect(happeningWords(late, MORNING)).toBe('时间到了还没办，报到社区')
  expect(whyWords(late, MORNING)).toBe('时间到了还没办，昨天报到社区。')
})

test('a person who sent it up is never said to have been late, even when his reason is for others', () => {
  const sentUp = happening('escalate', { level: 1 })
  expect(happeningWords(sentUp, MORNING)).toBe('报到社区')
  expect(whyWords({ ...sentUp, detail: { note: '要动公共房屋。' } }, MORNING)).toBe(
    '要动公共房屋，昨天报到社区。',
  )
})

test('the ladder ticks where the matter has been, not merely what lies below', () => {
  const timeline = [happening('submit', { level: 1 }), happening('escalate', { level: 0 })]
  expect(passedLevels(timeline, 0)).toEqual([1])
})

test('why it stands here is its last move, not its last event', () => {
  const timeline = [happening('submit'), happening('escalate', { level: 1 }), happening('contact')]
  expect(lastMove(timeline)?.kind).toBe('escalate')
})

test('a check counts for the result it was made on only', () => {
  const first = [happening('resolve'), happening('verify', { by: '网格长温志强' })]
  expect(checkedBy(first)).toBe('网格长温志强')
  expect(checkedBy([...first, happening('reopen'), happening('resolve')])).toBeUndefined()
})
