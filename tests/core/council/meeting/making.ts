import { DAY } from '../../../../src/core/concerns/calendar'
import type { MeetingEvent } from '../../../../src/core/council/meeting/events'
import { decideMeeting } from '../../../../src/core/council/meeting/machine'
import type { Meeting } from '../../../../src/core/council/meeting/meeting'
import { USUAL_ORDER } from '../../../../src/core/council/meeting/order'
import type { MeetingSituation } from '../../../../src/core/council/meeting/step'
import type { Actor } from '../../../../src/core/people/actor'
import { GRID, headOf, NOW, office } from '../making'

/** 1栋's head leads the council; five more houses have a head each. */
export const HOUSES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
export const head = (house: string): Actor => ({ ...headOf(house), personId: `head of ${house}` })
export const CHAIR = head('h1')
export const SECRETARY = office('secretary')

export const PLANNED: Meeting = {
  id: 'm1',
  streetId: '441302010',
  councilId: 'jinxing-20',
  gridPath: GRID,
  no: 6,
  startsAt: NOW,
  venue: '老年活动室',
  online: true,
  order: USUAL_ORDER,
  plannedById: 'a secretary',
  state: 'planned',
  agenda: [
    { place: 1, title: '通报路灯', motionId: null, state: 'waiting', outcome: null },
    { place: 2, title: '夜间停车轮值', motionId: 'mo1', state: 'waiting', outcome: null },
    { place: 3, title: '活动室管理员', motionId: 'mo2', state: 'waiting', outcome: null },
  ],
  present: [],
  speeches: [],
}

export function standing(meeting: Meeting, actor: Actor, now: number, units = 6): MeetingSituation {
  const standsFor = actor.grants.flatMap(({ buildingId }) => (buildingId ? [buildingId] : []))
  const council = { gridPath: GRID, units, chairId: CHAIR.personId }
  return { meeting, actor, now, council, standsFor, livesHere: true }
}

export type Deed = [Actor, MeetingEvent, number?]

/** What becomes of a meeting; a refused deed is a failed test that names it. */
export function held(meeting: Meeting, ...deeds: Deed[]): Meeting {
  return deeds.reduce((before, [actor, event, now = NOW]) => {
    const decided = decideMeeting(event, standing(before, actor, now))
    if (!decided.ok) throw new Error(`${actor.personId} cannot ${event.kind}: ${decided.refusal}`)
    return decided.value.meeting
  }, meeting)
}

export function refusalOf(meeting: Meeting, actor: Actor, event: MeetingEvent, now = NOW): string | null {
  const decided = decideMeeting(event, standing(meeting, actor, now))
  return decided.ok ? null : decided.refusal
}

export const signIn = (house: string): Deed => [head(house), { kind: 'sign_in', unitId: house, how: 'code' }]

export const NOTIFIED = held(PLANNED, [SECRETARY, { kind: 'notify' }, NOW - 3 * DAY])
/** Under way, with five of six houses in the room and the second matter before it. */
export const IN_ROOM = held(
  NOTIFIED,
  ...['h1', 'h2', 'h3', 'h4', 'h5'].map(signIn),
  [CHAIR, { kind: 'begin' }],
  [CHAIR, { kind: 'bring', place: 2 }],
)

export const raise = (house: string, side: 'for' | 'against', now = NOW): Deed => [
  head(house),
  { kind: 'raise_hand', place: 2, unitId: house, side },
  now,
]
export const call = (house: string, now = NOW): Deed => [CHAIR, { kind: 'call', unitId: house }, now]
export const stop = (house: string, now: number): Deed => [CHAIR, { kind: 'end_speech', unitId: house }, now]
