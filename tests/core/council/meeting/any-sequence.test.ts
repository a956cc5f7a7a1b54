import fc from 'fast-check'
import type { MeetingEvent } from '../../../../src/core/council/meeting/events'
import { decideMeeting } from '../../../../src/core/council/meeting/machine'
import type { Meeting } from '../../../../src/core/council/meeting/meeting'
import { USUAL_ORDER } from '../../../../src/core/council/meeting/order'
import {
  hasQuorum,
  heard,
  presentUnits,
  queueOf,
  saidOn,
  speakerNow,
} from '../../../../src/core/council/meeting/room'
import { holds } from '../../../../src/core/council/rule'
import type { Actor } from '../../../../src/core/people/actor'
import { CHAIR, HOUSES, head, NOTIFIED, SECRETARY, standing } from './making'

const place = fc.constantFrom(1, 2, 3)
const unitId = fc.constantFrom(...HOUSES)
const yes = fc.boolean()
const side = fc.constantFrom('for' as const, 'against' as const)
const outcome = fc.constantFrom('passed' as const, 'rejected' as const, 'no_quorum' as const)
const note = fc.constant('理由')

/** Anything anybody might tap in the room, sensible or not. */
const event: fc.Arbitrary<MeetingEvent> = fc.oneof(
  fc.record({ kind: fc.constant('sign_in' as const), unitId, how: fc.constant('code' as const) }),
  fc.record({ kind: fc.constant('leave' as const), unitId }),
  fc.constant({ kind: 'begin' } as const),
  fc.record({ kind: fc.constant('hand_over' as const), unitId }),
  fc.constant({ kind: 'take_back' } as const),
  fc.record({ kind: fc.constant('bring' as const), place }),
  fc.record({ kind: fc.constant('raise_hand' as const), place, unitId, side }),
  fc.record({ kind: fc.constant('lower_hand' as const), place, unitId }),
  fc.record({ kind: fc.constant('call' as const), unitId }),
  fc.record({ kind: fc.constant('warn' as const), unitId }),
  fc.record({ kind: fc.constant('end_speech' as const), unitId }),
  fc.record({ kind: fc.constant('finish_speech' as const), unitId }),
  fc.record({ kind: fc.constant('want_close' as const), place, unitId }),
  fc.record({ kind: fc.constant('close_debate' as const), place }),
  fc.record({ kind: fc.constant('put_question' as const), place, pollId: fc.constant('p1') }),
  fc.record({ kind: fc.constant('announce' as const), place, outcome }),
  fc.record({ kind: fc.constant('put_off' as const), place, note }),
  fc.record({ kind: fc.constant('point' as const), unitId, words: note }),
  fc.record({ kind: fc.constant('rule_on' as const), sustained: yes, note }),
  fc.record({ kind: fc.constant('appeal' as const), unitId }),
  fc.record({ kind: fc.constant('say_on_appeal' as const), unitId, upholds: yes }),
  fc.constant({ kind: 'settle_appeal' } as const),
  fc.constant({ kind: 'close' } as const),
)
const anybody: fc.Arbitrary<Actor> = fc.constantFrom(CHAIR, SECRETARY, ...HOUSES.map(head))
/** `who`: nobody in particular does what is his to do; somebody tries it, whoever he is. */
const deeds = fc.array(
  fc.record({ who: fc.option(anybody, { freq: 3 }), event, seconds: fc.integer({ min: 0, max: 90 }) }),
  { minLength: 60, maxLength: 200 },
)

const BY_HOUSES: MeetingEvent['kind'][] = [
  'sign_in',
  'leave',
  'raise_hand',
  'lower_hand',
  'want_close',
  'point',
  'appeal',
  'say_on_appeal',
]

/** Whose part an act is: the house's own head, the speaker, or whoever leads. */
function usual(meeting: Meeting, asked: MeetingEvent): Actor {
  if ('unitId' in asked && BY_HOUSES.includes(asked.kind)) return head(asked.unitId)
  const personId = meeting.state === 'in_session' ? meeting.presidingId : CHAIR.personId
  return [CHAIR, ...HOUSES.map(head)].find((one) => one.personId === personId) ?? CHAIR
}

/** The leader looks at his screen: half of the times he means what stands there. */
function aimed(meeting: Meeting, asked: MeetingEvent, seconds: number): MeetingEvent {
  if (seconds % 2 === 0 || meeting.state !== 'in_session') return asked
  if (asked.kind === 'call') return { ...asked, unitId: queueOf(meeting)[0]?.unitId ?? asked.unitId }
  if ('place' in asked && asked.kind !== 'bring')
    return { ...asked, place: meeting.floor?.place ?? asked.place }
  if (asked.kind === 'end_speech' || asked.kind === 'warn')
    return { ...asked, unitId: speakerNow(meeting)?.unitId ?? asked.unitId }
  return asked
}

/** What must be true of a room whatever happened before. */
function check(meeting: Meeting): void {
  expect(meeting.agenda.filter(({ state }) => state === 'on_floor').length).toBeLessThanOrEqual(1)
  expect(meeting.speeches.filter(({ state }) => state === 'speaking').length).toBeLessThanOrEqual(1)
  expect(new Set(presentUnits(meeting)).size).toBe(presentUnits(meeting).length)
  expect(new Set(meeting.present.map(({ unitId: one }) => one)).size).toBe(meeting.present.length)
  expect(meeting.speeches.map(({ seq }) => seq)).toEqual(meeting.speeches.map((_, at) => at + 1))
  for (const house of HOUSES) {
    const open = meeting.speeches.filter(
      (one) => one.unitId === house && (one.state === 'raised' || one.state === 'speaking'),
    )
    expect(open.length).toBeLessThanOrEqual(1)
    for (const item of meeting.agenda)
      expect(
        heard(saidOn(meeting, item.place)).filter((one) => one.unitId === house).length,
      ).toBeLessThanOrEqual(2)
  }
}

/** What must be true of this very step. */
function checkStep(before: Meeting, { kind }: MeetingEvent, after: Meeting): void {
  if (kind === 'put_question') expect(hasQuorum(before, 6)).toBe(true)
  if (kind === 'call') {
    const floor = before.state === 'in_session' ? before.floor : null
    const times = (house: string) =>
      heard(saidOn(before, floor?.place ?? 0)).filter((one) => one.unitId === house).length
    const called = after.speeches.find(({ state }) => state === 'speaking')
    for (const waiting of queueOf(before))
      expect(times(called?.unitId ?? '')).toBeLessThanOrEqual(times(waiting.unitId))
    expect(called?.personId).not.toBe(before.state === 'in_session' ? before.presidingId : '')
  }
}

test('whatever anybody taps, in whatever order: one matter, one speaker, one line a house, two speeches, no chair who speaks, no vote without a quorum', () => {
  const done = new Map<string, number>()
  fc.assert(
    fc.property(deeds, (sequence) => {
      let now = NOTIFIED.startsAt
      let meeting = HOUSES.reduce<Meeting>((held, house) => {
        const came = decideMeeting(
          { kind: 'sign_in', unitId: house, how: 'code' },
          standing(held, head(house), now),
        )
        return came.ok ? came.value.meeting : held
      }, NOTIFIED)
      const begun = decideMeeting({ kind: 'begin' }, standing(meeting, CHAIR, now))
      if (begun.ok) meeting = begun.value.meeting
      for (const one of sequence) {
        now += one.seconds * 1_000
        const meant = aimed(meeting, one.event, one.seconds)
        const actor = one.who ?? usual(meeting, meant)
        const decided = decideMeeting(meant, standing(meeting, actor, now))
        if (!decided.ok) continue
        checkStep(meeting, meant, decided.value.meeting)
        done.set(meant.kind, (done.get(meant.kind) ?? 0) + 1)
        meeting = decided.value.meeting
        check(meeting)
      }
    }),
    { numRuns: 300 },
  )
  // The walk is no walk on the spot.
  for (const kind of ['bring', 'raise_hand', 'call', 'put_question', 'hand_over', 'point', 'rule_on'])
    expect(done.get(kind) ?? 0).toBeGreaterThan(0)
})

test('the number that may decide is exact for every council from 1 to 400 houses', () => {
  for (let units = 1; units <= 400; units += 1)
    for (const present of [0, 1, Math.floor((2 * units) / 3), Math.ceil((2 * units) / 3), units]) {
      const meeting = {
        ...NOTIFIED,
        present: Array.from({ length: present }, (_, n) => ({
          unitId: `h${n}`,
          personId: 'x',
          how: 'code' as const,
          at: 0,
          leftAt: null,
        })),
      }
      expect(hasQuorum(meeting, units)).toBe(present > 0 && holds(USUAL_ORDER.quorum, present, units))
    }
})
