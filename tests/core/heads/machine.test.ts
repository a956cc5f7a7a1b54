import fc from 'fast-check'
import { type Appointment, STATES } from '#core/heads/appointment'
import { allowed, type Context, decide, STEP_KINDS } from '#core/heads/machine'
import { reachesHalf } from '#core/heads/removal'
import type { Step } from '#core/heads/steps'
import { type Actor, CLOCK } from '#core/people/actor'
import {
  COLLEAGUE,
  COMMUNITY_STAFF,
  DAY,
  frozen,
  GRID_HEAD,
  HEAD,
  MONDAY,
  NEIGHBOUR,
  office,
  PIECE,
  person,
  STAFF,
  STREET_ADMIN,
} from '../making'
import { around, byClock, nominated, serving } from './making'

const AFTER = MONDAY + 3 * DAY
const WEN = person('wen', office('head', PIECE, { buildingId: 'b23' }))
const HOME = { buildingId: 'b24', gridPath: PIECE }

/** The appointment afterwards, or the word of the refusal. */
const outcomeOf = (appointment: Appointment, step: Step, context: Context): Appointment | string => {
  const decided = decide(frozen(appointment), step, context)
  return decided.ok ? decided.value.appointment : decided.refusal
}
const stateAfter = (...asked: Parameters<typeof outcomeOf>) => {
  const told = outcomeOf(...asked)
  return typeof told === 'string' ? told : told.state
}
const confirm = { kind: 'confirm', note: '' } as const

describe('three days in which neighbours may object', () => {
  const object = { kind: 'object', words: '他不住这儿' } as const

  test.each([
    ['a neighbour of the same 网格', around(NEIGHBOUR, MONDAY, { home: HOME }), 'nominated'],
    ['in the last millisecond', around(NEIGHBOUR, AFTER - 1, { home: HOME }), 'nominated'],
    ['a millisecond later', around(NEIGHBOUR, AFTER, { home: HOME }), 'NOT_IN_THIS_STATE'],
    ['whose home nobody confirmed', around(NEIGHBOUR, MONDAY), 'FORBIDDEN'],
    [
      'who lives in another 网格',
      around(NEIGHBOUR, MONDAY, { home: { ...HOME, gridPath: '441302010.001.006.01' } }),
      'FORBIDDEN',
    ],
    ['the person himself', around(WEN, MONDAY, { home: HOME }), 'SELF_APPROVAL'],
  ])('%s', (_who, context, answer) => {
    expect(stateAfter(nominated(), object, context)).toBe(answer)
  })

  test('a second objection of one person replaces his first', () => {
    const context = around(NEIGHBOUR, MONDAY, { home: HOME })
    const once = outcomeOf(nominated(), object, context) as Appointment
    const twice = outcomeOf(once, { ...object, words: '想好了，还是不行' }, context) as Appointment
    expect(twice.objections.map(({ words }) => words)).toEqual(['想好了，还是不行'])
  })
})

describe('the community confirms', () => {
  test.each([
    ['when the three days are over', COMMUNITY_STAFF, AFTER, {}, 'confirmed'],
    ['not a millisecond earlier', COMMUNITY_STAFF, AFTER - 1, {}, 'PUBLICITY_RUNNING'],
    ['not the nominator', STAFF, AFTER, {}, 'FORBIDDEN'],
    [
      'not a nominator who also sits in the community',
      person('zeng', office('community_staff', '441302010.001')),
      AFTER,
      {},
      'SELF_APPROVAL',
    ],
    [
      'nobody confirms himself',
      person('wen', office('community_staff', '441302010.001')),
      AFTER,
      {},
      'SELF_APPROVAL',
    ],
    [
      'not another community',
      person('x', office('community_staff', '441302010.002')),
      AFTER,
      {},
      'FORBIDDEN',
    ],
    ['not the street', STREET_ADMIN, AFTER, {}, 'FORBIDDEN'],
    ['who heads two others', COMMUNITY_STAFF, AFTER, { headed: 2 }, 'confirmed'],
    ['but not who heads three', COMMUNITY_STAFF, AFTER, { headed: 3 }, 'TOO_MANY_BUILDINGS'],
    [
      'not while another one waits for his first day',
      COMMUNITY_STAFF,
      AFTER,
      { hasNext: true },
      'HEAD_IN_OFFICE',
    ],
  ])('%s', (_how, actor, now, more, answer) => {
    expect(stateAfter(nominated(), confirm, around(actor as Actor, now as number, more))).toBe(answer)
  })

  test('objections are answered in writing first', () => {
    const objected = { ...nominated(), objections: [{ by: 'wang', at: MONDAY, words: '不行' }] }
    expect(stateAfter(objected, confirm, around(COMMUNITY_STAFF, AFTER))).toBe('OBJECTIONS_UNANSWERED')
    const answered = { kind: 'confirm', note: '走访过，情况不属实' } as const
    expect(stateAfter(objected, answered, around(COMMUNITY_STAFF, AFTER))).toBe('confirmed')
  })

  test('a head comes when the one before him has served out, and at once where somebody only stands in', () => {
    const fromAfter = (inOffice: Appointment) => {
      const told = outcomeOf(nominated(), confirm, around(COMMUNITY_STAFF, AFTER, { inOffice }))
      return typeof told === 'string' || told.state !== 'confirmed' ? told : told.from
    }
    expect(fromAfter(serving())).toBe(MONDAY + 365 * DAY)
    expect(fromAfter(serving('acting'))).toBe(AFTER)
  })

  test('one who stands in is called only where nobody serves', () => {
    const acting = nominated({ kind: 'acting', term: 30 * DAY })
    expect(stateAfter(acting, confirm, around(COMMUNITY_STAFF, MONDAY))).toBe('confirmed')
    const taken = around(COMMUNITY_STAFF, MONDAY, { inOffice: serving() })
    expect(stateAfter(acting, confirm, taken)).toBe('HEAD_IN_OFFICE')
    const over = around(COMMUNITY_STAFF, MONDAY + 365 * DAY, { inOffice: serving() })
    expect(stateAfter(acting, confirm, over)).toBe('confirmed')
  })
})

describe('out of office', () => {
  const resign = { kind: 'resign', reason: '搬走了' } as const
  const heard = { at: MONDAY + DAY, statement: '本人说明了情况' }
  const revoke = { kind: 'revoke', reason: '长期不履职', hearing: heard } as const
  const later = MONDAY + 2 * DAY

  test('he resigns himself, nobody does it for him', () => {
    expect(stateAfter(serving(), resign, around(WEN, later))).toBe('ended')
    for (const other of [STAFF, COMMUNITY_STAFF, STREET_ADMIN, HEAD])
      expect(stateAfter(serving(), resign, around(other, later))).toBe('FORBIDDEN')
  })

  test('the community dismisses whom it has heard, with what he said', () => {
    const ended = outcomeOf(serving(), revoke, around(COMMUNITY_STAFF, later)) as Appointment
    expect(ended).toMatchObject({
      state: 'ended',
      to: later,
      ending: { kind: 'revoked', by: 'deng', hearing: heard },
    })
    const ahead = { ...revoke, hearing: { ...heard, at: later + 1 } }
    expect(stateAfter(serving(), ahead, around(COMMUNITY_STAFF, later))).toBe('VALIDATION')
    expect(stateAfter(serving(), revoke, around(STAFF, later))).toBe('FORBIDDEN')
  })

  test('the clock ends a term at its very millisecond', () => {
    const end = MONDAY + 365 * DAY
    expect(stateAfter(serving(), { kind: 'expire' }, byClock(end - 1))).toBe('NOT_IN_THIS_STATE')
    expect(outcomeOf(serving(), { kind: 'expire' }, byClock(end + DAY))).toMatchObject({
      state: 'ended',
      to: end,
    })
    expect(stateAfter(serving(), { kind: 'expire' }, around(COMMUNITY_STAFF, end))).toBe('FORBIDDEN')
  })

  test('what he leaves is written down by him or the community, and taken over by the one in office', () => {
    const left = outcomeOf(serving(), resign, around(WEN, later)) as Appointment
    const list = { kind: 'hand_over', keys: '楼顶门钥匙两把', notes: '', concernIds: ['c1'] } as Step
    expect(stateAfter(left, { kind: 'take_over' }, around(person('he'), later))).toBe('FORBIDDEN')
    const given = outcomeOf(left, list, around(person('wen'), later)) as Appointment
    const successor = serving('head', { id: 'a2', personId: 'he' })
    const taken = outcomeOf(
      given,
      { kind: 'take_over' },
      around(person('he'), later, { inOffice: successor }),
    )
    expect(taken).toMatchObject({
      handover: { givenBy: 'wen', takenBy: 'he', takenAt: later, concernIds: ['c1'] },
    })
    expect(stateAfter(taken as Appointment, list, around(person('wen'), later))).toBe('NOT_IN_THIS_STATE')
  })
})

describe('households ask the community to relieve their head', () => {
  const households = ['wang', 'li', 'zhou']
  const asks = (appointment: Appointment, ...who: string[]) =>
    who.reduce<Appointment>(
      (one, id) =>
        outcomeOf(one, { kind: 'ask_removal' }, around(person(id), MONDAY, { households })) as Appointment,
      appointment,
    )
  const answer = { kind: 'answer_removal', note: '听过了，他尽责' } as const

  test.each([
    [0, 0, false],
    [0, 1, false],
    [1, 1, true],
    [1, 2, true],
    [1, 3, false],
    [2, 3, true],
    [2, 4, true],
    [2, 5, false],
    [3, 5, true],
    [95, 191, false],
    [96, 191, true],
  ])('%i of %i households: is it half? %s', (asked, all, half) => {
    expect(reachesHalf(asked, all)).toBe(half)
  })

  test('one of three is not enough, two are; then the community answers, and it begins from nothing', () => {
    const context = around(COMMUNITY_STAFF, MONDAY, { households })
    const one = asks(serving(), 'wang')
    expect(stateAfter(one, answer, context)).toBe('FORBIDDEN')
    const two = asks(one, 'li')
    const answered = outcomeOf(two, answer, context) as Appointment
    expect(answered.removal).toMatchObject({ asks: [], answers: [{ asked: 2, households: 3, by: 'deng' }] })
    expect(stateAfter(answered, answer, context)).toBe('FORBIDDEN')
  })

  test('who moved away does not count, and one household asks once', () => {
    const two = asks(serving(), 'wang', 'li')
    const gone = around(COMMUNITY_STAFF, MONDAY, { households: ['li', 'zhou', 'chen'] })
    expect(stateAfter(two, answer, gone)).toBe('FORBIDDEN')
    expect(stateAfter(two, { kind: 'ask_removal' }, around(person('li'), MONDAY, { households }))).toBe(
      'FORBIDDEN',
    )
    const back = outcomeOf(two, { kind: 'unask_removal' }, around(person('li'), MONDAY, { households }))
    expect((back as Appointment).removal?.asks.map(({ by }) => by)).toEqual(['wang'])
  })

  test.each([
    ['a neighbour of another house', around(person('far'), MONDAY, { households })],
    ['the head himself, who lives there too', around(WEN, MONDAY, { households: [...households, 'wen'] })],
    ['his community', around(COMMUNITY_STAFF, MONDAY, { households })],
  ])('%s does not ask', (_, context) => {
    expect(stateAfter(serving(), { kind: 'ask_removal' }, context)).toBe('FORBIDDEN')
  })
})

/** Any step with any words by anybody at any time. */
const SAID: Record<string, object> = {
  object: { words: '意见' },
  confirm: { note: '答复过' },
  decline: { reason: '不合适' },
  resign: { reason: '搬走' },
  revoke: { reason: '不履职', hearing: { at: MONDAY, statement: '说过' } },
  hand_over: { keys: '', notes: '', concernIds: [] },
  answer_removal: { note: '他尽责' },
}
const EVERYBODY: Actor[] = [
  STAFF,
  COLLEAGUE,
  GRID_HEAD,
  COMMUNITY_STAFF,
  STREET_ADMIN,
  NEIGHBOUR,
  WEN,
  HEAD,
  CLOCK,
]

test('whatever is tried, in whatever order: an appointment stays one of its six shapes, signed by two others', () => {
  const attempt = fc.record({
    who: fc.constantFrom(...EVERYBODY),
    kind: fc.constantFrom(...STEP_KINDS),
    wait: fc.oneof(fc.nat(2 * DAY), fc.nat(400 * DAY)),
  })
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 12, maxLength: 25 }), (attempts) => {
      let [appointment, now] = [nominated(), MONDAY]
      for (const { who, kind, wait } of attempts) {
        now += wait
        const context = around(who, now, { home: HOME, households: ['wang', 'li'] })
        const step = { kind, ...SAID[kind] } as Step
        const decided = decide(frozen(appointment), step, context)
        if (decided.ok) {
          expect(allowed(appointment, context)).toContain(kind)
          appointment = decided.value.appointment
        }
        expect(STATES).toContain(appointment.state)
        if ('confirmedBy' in appointment)
          expect(new Set([appointment.confirmedBy, appointment.nominatedBy, appointment.personId]).size).toBe(
            3,
          )
        if ('from' in appointment) {
          expect(appointment.from).toBeGreaterThanOrEqual(appointment.publicUntil)
          expect(appointment.to - appointment.from).toBeLessThanOrEqual(appointment.term)
        }
      }
    }),
    { numRuns: 2_000, seed: Number(process.env.SEED ?? 20221221) },
  )
})
