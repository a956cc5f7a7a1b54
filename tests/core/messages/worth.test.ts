import { EVENT_KINDS, type EventKind } from '#core/concerns/events'
import { isNews, isStillTrue, isUrgent, type NewsKind, worthOf } from '#core/messages/worth'
import { standing } from '../making'

/** The compiler lets a guard narrow only one kind at a time. */
const news = (kind: EventKind): kind is EventKind & NewsKind => isNews(kind)

test('a resident hears of acceptance, steps and the end; not of what he did himself', () => {
  const disturbed = EVENT_KINDS.filter(news).map((kind) => `${kind}: ${worthOf(kind).template}`)
  expect(disturbed).toEqual([
    'reject_content: result',
    'accept: progress',
    'decline: result',
    'merge: result',
    'start: progress',
    'escalate: progress',
    'whistle: progress',
    'pause: progress',
    'answer_extension: progress',
    'resolve: result',
    'verify: progress',
    'return: progress',
    'confirm: result',
    'lapse: result',
  ])
  expect(isNews('submit')).toBe(false)
})

test('the result that waits for an answer outweighs everything a resident hears', () => {
  const others = EVENT_KINDS.filter(news).filter((kind) => kind !== 'resolve')
  expect(Math.max(...others.map((kind) => worthOf(kind).weight))).toBeLessThan(worthOf('resolve').weight)
})

test('an emergency is urgent for those who act, not for the one who told of it', () => {
  expect(isUrgent('new', 'emergency')).toBe(true)
  expect(isUrgent('emergency', 'emergency')).toBe(true)
  expect(isUrgent('accept', 'emergency')).toBe(false)
  expect(isUrgent('new', 'urgent')).toBe(false)
})

test.each([
  ['a new matter', 'new', ['submitted', 'accepted']],
  ['words to look at', 'to_screen', ['held']],
  ['a result to answer', 'resolve', ['resolved', 'verified']],
  ['a result to check', 'to_verify', ['resolved']],
  [
    'a deadline',
    'contact_due',
    ['submitted', 'held', 'accepted', 'in_progress', 'awaiting_department', 'paused'],
  ],
  ['a refusal', 'decline', ['submitted', 'accepted', 'in_progress', 'resolved', 'closed']],
] as const)('%s is told only as long as it is so', (_, kind, states) => {
  for (const state of states) expect(isStillTrue(kind, standing(state))).toBe(true)
  const after = kind === 'decline' ? [] : (['closed', 'verified'] as const)
  for (const state of after.filter((one) => !(states as readonly string[]).includes(one)))
    expect(isStillTrue(kind, standing(state))).toBe(false)
})
