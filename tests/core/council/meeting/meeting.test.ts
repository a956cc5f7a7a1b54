import { DAY, MINUTE } from '../../../../src/core/concerns/calendar'
import type { MeetingEvent } from '../../../../src/core/council/meeting/events'
import type { Meeting } from '../../../../src/core/council/meeting/meeting'
import { minutesSource } from '../../../../src/core/council/meeting/minutes'
import { presentUnits, queueOf, speakerNow, waitFor } from '../../../../src/core/council/meeting/room'
import { office } from '../making'
import {
  CHAIR,
  call,
  head,
  held,
  IN_ROOM,
  NOTIFIED,
  PLANNED,
  raise,
  refusalOf,
  SECRETARY,
  signIn,
  stop,
} from './making'

const START = PLANNED.startsAt
const MINUTES_2 = START + 2 * MINUTE
const RAISE: MeetingEvent = { kind: 'raise_hand', place: 2, unitId: 'h2', side: 'for' }
const HASH = 'a'.repeat(64)

describe('before a meeting', () => {
  test('everybody knows of it three days ahead; a millisecond less is too late', () => {
    const notify = { kind: 'notify' } as const
    expect(refusalOf(PLANNED, SECRETARY, notify, START - 3 * DAY)).toBeNull()
    expect(refusalOf(PLANNED, SECRETARY, notify, START - 3 * DAY + 1)).toBe('NOTICE_TOO_SHORT')
    expect(refusalOf(PLANNED, head('h2'), notify, START - 3 * DAY)).toBe('FORBIDDEN')
  })

  test('a notice that was given changes only with as much notice as before', () => {
    const { venue, online } = PLANNED
    const to = (startsAt: number) =>
      ({ kind: 'change' as const, startsAt, venue, online, agenda: [] }) satisfies MeetingEvent
    expect(refusalOf(NOTIFIED, SECRETARY, to(START + DAY), START - 2 * DAY)).toBeNull()
    expect(refusalOf(NOTIFIED, SECRETARY, to(START), START - 2 * DAY)).toBe('NOTICE_TOO_SHORT')
    expect(refusalOf(PLANNED, SECRETARY, to(START), START - DAY)).toBeNull()
  })

  test('it is called off with a reason until it begins, and not afterwards', () => {
    const cancel = { kind: 'cancel', note: '台风' } as const
    expect(held(NOTIFIED, [SECRETARY, cancel])).toMatchObject({ state: 'cancelled', note: '台风' })
    expect(refusalOf(IN_ROOM, SECRETARY, cancel)).toBe('NOT_IN_THIS_STATE')
  })

  test('houses sign in from an hour before, each once, by who heads it', () => {
    const [, event] = signIn('h2')
    expect(refusalOf(NOTIFIED, head('h2'), event, START - 60 * MINUTE)).toBeNull()
    expect(refusalOf(NOTIFIED, head('h2'), event, START - 60 * MINUTE - 1)).toBe('NOT_YET')
    expect(refusalOf(NOTIFIED, head('h3'), event)).toBe('NOT_REPRESENTATIVE')
    expect(refusalOf(held(NOTIFIED, signIn('h2')), head('h2'), event)).toBe('SIGNED_IN_ALREADY')
  })

  test('who goes out no longer counts, and has his one line when he comes back', () => {
    const gone = held(IN_ROOM, [head('h5'), { kind: 'leave', unitId: 'h5' }])
    expect(presentUnits(gone)).not.toContain('h5')
    const back = held(gone, signIn('h5'))
    expect(back.present.filter(({ unitId }) => unitId === 'h5')).toHaveLength(1)
    expect(presentUnits(back)).toContain('h5')
  })
})

describe('in the room', () => {
  test('one matter at a time: the next waits until this one is settled', () => {
    expect(refusalOf(IN_ROOM, CHAIR, { kind: 'bring', place: 3 })).toBe('FLOOR_TAKEN')
    const off = held(IN_ROOM, [CHAIR, { kind: 'put_off', place: 2, note: '再问问' }])
    expect(refusalOf(off, CHAIR, { kind: 'bring', place: 3 })).toBeNull()
  })

  test('who has not spoken goes first, the sides take turns, and nobody is called out of turn', () => {
    const hands = held(
      IN_ROOM,
      raise('h2', 'for', START + 1),
      raise('h3', 'for', START + 2),
      raise('h4', 'against', START + 3),
    )
    expect(queueOf(hands).map(({ unitId }) => unitId)).toEqual(['h2', 'h4', 'h3'])
    expect(refusalOf(hands, CHAIR, { kind: 'call', unitId: 'h4' })).toBe('VERSION_CONFLICT')
    const spoken = held(
      hands,
      call('h2', START + 4),
      stop('h2', MINUTES_2 + 4),
      raise('h2', 'for', MINUTES_2 + 5),
    )
    expect(queueOf(spoken).map(({ unitId }) => unitId)).toEqual(['h4', 'h3', 'h2'])
    expect(waitFor({ until: null, ahead: 2, seconds: 120 }, START)).toBe(240)
    expect(waitFor({ until: START + 30_000, ahead: 1, seconds: 120 }, START)).toBe(150)
  })

  test('a speech is heard out: the leader stops it after two minutes, or after a warning', () => {
    const speaking = held(IN_ROOM, raise('h2', 'for'), call('h2'))
    const end = { kind: 'end_speech', unitId: 'h2' } as const
    expect(refusalOf(speaking, CHAIR, end, MINUTES_2 - 1)).toBe('NOT_YET')
    expect(refusalOf(speaking, CHAIR, end, MINUTES_2)).toBeNull()
    const warned = held(speaking, [CHAIR, { kind: 'warn', unitId: 'h2' }])
    expect(refusalOf(warned, CHAIR, end, START + 1)).toBeNull()
    expect(refusalOf(speaking, head('h2'), { kind: 'finish_speech', unitId: 'h2' }, START + 1)).toBeNull()
    expect(refusalOf(speaking, head('h3'), { kind: 'finish_speech', unitId: 'h2' }, START + 1)).toBe(
      'NOT_IN_THIS_STATE',
    )
  })

  test('a house speaks twice on a matter, and not a third time', () => {
    const once = (at: number) => [raise('h2', 'for', at), call('h2', at), stop('h2', at + 2 * MINUTE)]
    const twice = held(IN_ROOM, ...once(START), ...once(START + 3 * MINUTE))
    expect(refusalOf(twice, head('h2'), RAISE)).toBe('SPOKEN_ALREADY')
  })

  test('who leads gives no opinion; he hands over first, and leads again when the matter he spoke on is settled', () => {
    const [, hand] = raise('h1', 'for')
    expect(refusalOf(IN_ROOM, CHAIR, hand)).toBe('CHAIR_IS_NEUTRAL')
    const handed = held(IN_ROOM, [CHAIR, { kind: 'hand_over', unitId: 'h5' }])
    expect(refusalOf(handed, head('h5'), { ...hand, unitId: 'h5' } as never)).toBe('CHAIR_IS_NEUTRAL')
    expect(refusalOf(handed, CHAIR, { kind: 'put_off', place: 2, note: '不说了' })).toBe('FORBIDDEN')
    const spoken = held(
      handed,
      raise('h1', 'for'),
      [head('h5'), { kind: 'call', unitId: 'h1' }],
      [head('h5'), { kind: 'end_speech', unitId: 'h1' }, MINUTES_2],
    )
    expect(refusalOf(spoken, CHAIR, { kind: 'take_back' })).toBe('NOT_YET')
    const settled = held(spoken, [head('h5'), { kind: 'put_off', place: 2, note: '再议' }])
    expect(held(settled, [CHAIR, { kind: 'take_back' }])).toMatchObject({ presidingId: CHAIR.personId })
  })

  test('the debate ends when nobody wants to speak, or when two thirds of those present have heard enough', () => {
    const put = { kind: 'put_question', place: 2, pollId: 'p1' } as const
    expect(refusalOf(IN_ROOM, CHAIR, put)).toBeNull()
    const hand = held(IN_ROOM, raise('h2', 'for'))
    expect(refusalOf(hand, CHAIR, put)).toBe('DEBATE_OPEN')
    const enough = (house: string) => [head(house), { kind: 'want_close', place: 2, unitId: house }] as const
    const three = held(hand, ...['h3', 'h4', 'h5'].map((house) => [...enough(house)] as never))
    expect(refusalOf(three, CHAIR, put)).toBe('DEBATE_OPEN')
    const four = held(three, [...enough('h1')] as never)
    expect(refusalOf(four, CHAIR, put)).toBeNull()
    expect(queueOf(held(four, [CHAIR, put]))).toEqual([])
  })

  test('without enough houses people talk, and nothing is decided', () => {
    const few = held(
      IN_ROOM,
      ...['h3', 'h4'].map((house) => [head(house), { kind: 'leave', unitId: house }] as never),
    )
    expect(presentUnits(few)).toHaveLength(3)
    expect(refusalOf(few, CHAIR, { kind: 'put_question', place: 2, pollId: 'p1' })).toBe('NO_QUORUM')
    expect(refusalOf(few, head('h2'), RAISE)).toBeNull()
  })

  test('what is only told is finished without a vote', () => {
    const told = held(
      NOTIFIED,
      signIn('h1'),
      [CHAIR, { kind: 'begin' }],
      [CHAIR, { kind: 'bring', place: 1 }],
    )
    expect(refusalOf(told, CHAIR, { kind: 'put_question', place: 1, pollId: 'p1' })).toBe('NOT_IN_THIS_STATE')
    expect(held(told, [CHAIR, { kind: 'finish', place: 1 }]).agenda[0]).toMatchObject({ state: 'done' })
  })

  test('a tap that comes late meets neither the next matter nor the next speaker', () => {
    const next = held(
      IN_ROOM,
      [CHAIR, { kind: 'put_off', place: 2, note: '再议' }],
      [CHAIR, { kind: 'bring', place: 3 }],
    )
    expect(refusalOf(next, CHAIR, { kind: 'put_off', place: 2, note: '再议' })).toBe('VERSION_CONFLICT')
    expect(refusalOf(next, head('h2'), RAISE)).toBe('NOT_IN_THIS_STATE')
    const speaking = held(IN_ROOM, raise('h2', 'for'), call('h2'))
    expect(refusalOf(speaking, CHAIR, { kind: 'warn', unitId: 'h3' })).toBe('VERSION_CONFLICT')
  })
})

describe('a point of order', () => {
  const point = { kind: 'point', unitId: 'h3', words: '他说的不是这件事' } as const
  const rule = { kind: 'rule_on', sustained: true, note: '请说这一件' } as const

  test('interrupts whoever speaks, and the time it took is given back to him', () => {
    const speaking = held(IN_ROOM, raise('h2', 'for'), raise('h4', 'against'), call('h2'))
    const raised = held(speaking, [head('h3'), point, START + MINUTE])
    expect(refusalOf(raised, CHAIR, { kind: 'end_speech', unitId: 'h2' }, MINUTES_2)).toBe('POINT_OPEN')
    expect(refusalOf(raised, head('h4'), { ...point, unitId: 'h4' })).toBe('POINT_OPEN')
    const ruled = held(raised, [CHAIR, rule, START + MINUTE + 45_000])
    expect(speakerNow(ruled)?.until).toBe(MINUTES_2 + 45_000)
  })

  test('is decided by the room when the ruling is appealed: more against than for, and a tie leaves it', () => {
    const ruled = held(IN_ROOM, [head('h3'), point], [CHAIR, rule])
    const appealed = held(ruled, [head('h2'), { kind: 'appeal', unitId: 'h2' }])
    const say = (house: string, upholds: boolean) =>
      [head(house), { kind: 'say_on_appeal', unitId: house, upholds }] as never
    const settle = [CHAIR, { kind: 'settle_appeal' }, START + MINUTE] as never
    expect(refusalOf(appealed, CHAIR, { kind: 'call', unitId: 'h4' })).toBe('POINT_OPEN')
    expect(refusalOf(appealed, CHAIR, { kind: 'settle_appeal' }, START + MINUTE - 1)).toBe('NOT_YET')
    const sustained = (meeting: Meeting) => meeting.state === 'in_session' && meeting.ruling?.sustained
    expect(sustained(held(appealed, say('h1', true), settle))).toBe(true)
    expect(sustained(held(appealed, say('h1', true), say('h4', false), settle))).toBe(false)
    expect(
      refusalOf(held(appealed, say('h4', false)), head('h4'), {
        kind: 'say_on_appeal',
        unitId: 'h4',
        upholds: true,
      }),
    ).toBe('NOT_IN_THIS_STATE')
  })
})

test('a result waits until the room has decided an appeal: announcing would end what the appeal is about', () => {
  const voting = held(IN_ROOM, [CHAIR, { kind: 'put_question', place: 2, pollId: 'p1' }])
  const appealed = held(
    voting,
    [head('h3'), { kind: 'point', unitId: 'h3', words: '名册少了一栋' }],
    [CHAIR, { kind: 'rule_on', sustained: false, note: '名册没有错' }],
    [head('h2'), { kind: 'appeal', unitId: 'h2' }],
  )
  const announce = { kind: 'announce', place: 2, outcome: 'passed' } as const
  expect(refusalOf(appealed, CHAIR, announce)).toBe('POINT_OPEN')
  const settled = held(appealed, [CHAIR, { kind: 'settle_appeal' }, START + MINUTE])
  expect(refusalOf(settled, CHAIR, announce)).toBeNull()
})

describe('minutes', () => {
  const closed = held(
    IN_ROOM,
    [CHAIR, { kind: 'put_question', place: 2, pollId: 'p1' }],
    [CHAIR, { kind: 'announce', place: 2, outcome: 'passed' }],
    [CHAIR, { kind: 'close' }, START + 60 * MINUTE],
  )
  const drafted = held(closed, [SECRETARY, { kind: 'draft', text: '大家同意轮值。', hash: HASH }])
  const sign = { kind: 'sign', hash: HASH } as const

  test('are signed by the chair and by another who was there and did not write them', () => {
    expect(refusalOf(drafted, head('h6'), sign)).toBe('FORBIDDEN')
    expect(refusalOf(drafted, office('secretary'), sign)).toBe('FORBIDDEN')
    const one = held(drafted, [CHAIR, sign])
    expect(one.state).toBe('minutes_draft')
    expect(refusalOf(one, CHAIR, sign)).toBe('NOT_IN_THIS_STATE')
    expect(held(one, [head('h2'), sign]).state).toBe('published')
  })

  test('that were written anew are signed anew, and nobody signs what he has not read', () => {
    const again = held(
      drafted,
      [CHAIR, sign],
      [SECRETARY, { kind: 'draft', text: '改了一句。', hash: 'b'.repeat(64) }],
    )
    expect(again).toMatchObject({ state: 'minutes_draft', minutes: { signatures: [] } })
    expect(refusalOf(again, head('h2'), sign)).toBe('VERSION_CONFLICT')
  })

  test('are never rewritten: what was wrong is said beside them under a number', () => {
    const published = held(drafted, [CHAIR, sign], [head('h2'), sign])
    expect(refusalOf(published, SECRETARY, { kind: 'draft', text: '再改改看', hash: HASH })).toBe(
      'NOT_IN_THIS_STATE',
    )
    const twice = held(
      published,
      [SECRETARY, { kind: 'correct', words: '5栋是线上到会' }],
      [SECRETARY, { kind: 'correct', words: '3栋晚到十分钟' }],
    )
    expect(twice).toMatchObject({ errata: [{ no: 1 }, { no: 2 }], minutes: { text: '大家同意轮值。' } })
  })

  test('stand under a text that no figure of the meeting can leave unnoticed', () => {
    const source = minutesSource(drafted, '大家同意轮值。', ['f1'])
    const [first, ...rest] = drafted.present
    const others = [
      minutesSource({ ...drafted, present: rest }, '大家同意轮值。', ['f1']),
      minutesSource(
        { ...drafted, present: first ? [{ ...first, how: 'staff' }, ...rest] : [] },
        '大家同意轮值。',
        ['f1'],
      ),
      minutesSource({ ...drafted, agenda: drafted.agenda.slice(1) }, '大家同意轮值。', ['f1']),
      minutesSource(drafted, '大家不同意轮值。', ['f1']),
      minutesSource(drafted, '大家同意轮值。', ['f2']),
    ]
    expect(others.filter((other) => other === source)).toEqual([])
  })
})
