import type { Refusal } from '../../refusals'
import type { Motion, MotionState } from '../motion'
import { notHere } from './attendance'
import type { AgendaItem, Floor, Meeting } from './meeting'
import { floorOf, hasQuorum, isTalkedOut } from './room'
import { notThisMatter } from './speaking'
import { type MeetingSituation, type MeetingStep, meetingBecame, meetingIn } from './step'

/** 一时一件、说够了、付表决、宣布: one matter after the other, from the agenda to its result. */

/** Motions that may stand on an agenda: seconded and let through, and not yet decided. */
export const ON_AGENDA: readonly MotionState[] = ['scheduled', 'announced', 'debating', 'no_quorum']

/** Why a motion cannot come before the room now: it was not made known long enough, or is elsewhere by now. */
export function whyNotBefore(motion: Motion): Refusal | null {
  // Hands say yes or no; a name is written on a paper.
  if (motion.election) return 'ELECTED_ON_PAPER'
  if (motion.state === 'scheduled') return 'NOT_YET'
  return ON_AGENDA.includes(motion.state) ? null : 'NOT_IN_THIS_STATE'
}

/** The leader meant the matter that is before the room now, not the one before it. */
export const anotherMatter = ({
  meeting,
  event,
}: MeetingSituation & { event: { place: number } }): Refusal | null =>
  floorOf(meeting)?.place === event.place ? null : 'VERSION_CONFLICT'

const itemAt = ({ agenda }: Meeting, place: number): AgendaItem | undefined =>
  agenda.find((item) => item.place === place)

export function notToBring({ meeting, event }: MeetingStep<'bring'>): Refusal | null {
  if (floorOf(meeting)) return 'FLOOR_TAKEN'
  const item = itemAt(meeting, event.place)
  if (!item) return 'NOT_FOUND'
  return item.state === 'waiting' || item.state === 'put_off' ? null : 'NOT_IN_THIS_STATE'
}

export function bring({ meeting, event }: MeetingStep<'bring'>): Meeting {
  const floor: Floor = { place: event.place, debate: 'open', wanting: [], pollId: null }
  return { ...withItem(meeting, event.place, { state: 'on_floor' }), floor, ruling: null }
}

const withItem = (meeting: Meeting, place: number, became: Partial<AgendaItem>) => ({
  ...meetingIn(meeting, 'in_session'),
  agenda: meeting.agenda.map((item) => (item.place === place ? { ...item, ...became } : item)),
})

export function notToWantClose(step: MeetingStep<'want_close'>): Refusal | null {
  const { meeting, event } = step
  const refusal = notHere(step, event.unitId) ?? notThisMatter(meeting, event.place)
  if (refusal) return refusal
  return floorOf(meeting)?.wanting.includes(event.unitId) ? 'NOT_IN_THIS_STATE' : null
}

export const wantClose = ({ meeting, event }: MeetingStep<'want_close'>): Meeting =>
  withFloor(meeting, (floor) => ({ ...floor, wanting: [...floor.wanting, event.unitId] }))

function withFloor(meeting: Meeting, become: (floor: Floor) => Floor): Meeting {
  const session = meetingIn(meeting, 'in_session')
  return session.floor ? { ...session, floor: become(session.floor) } : session
}

/** 充分辩论: an empty list ends the debate, or two thirds of those present. */
export const stillTalking = ({ meeting }: MeetingSituation): Refusal | null =>
  isTalkedOut(meeting) ? null : 'DEBATE_OPEN'

export const closed = ({ meeting }: MeetingSituation): Refusal | null =>
  floorOf(meeting)?.debate === 'closed' ? 'NOT_IN_THIS_STATE' : null

/** Hands that are still up go down: nobody speaks between debate and vote. */
export const closeDebate = ({ meeting }: MeetingStep<'close_debate'>): Meeting =>
  handsDown(withFloor(meeting, (floor) => ({ ...floor, debate: 'closed' })))

const handsDown = (meeting: Meeting): Meeting => ({
  ...meeting,
  speeches: meeting.speeches.map((one) => (one.state === 'raised' ? { ...one, state: 'taken_back' } : one)),
})

/** Without enough buildings in the room it may be talked about, and nothing is decided. */
export const tooFewHere = ({ meeting, council }: MeetingSituation): Refusal | null =>
  hasQuorum(meeting, council.units) ? null : 'NO_QUORUM'

/** Only a motion is put to the vote, and once. */
export function nothingToVote({ meeting }: MeetingSituation): Refusal | null {
  const floor = floorOf(meeting)
  const item = floor && itemAt(meeting, floor.place)
  return item && item.motionId !== null && floor.pollId === null ? null : 'NOT_IN_THIS_STATE'
}

export const putQuestion = ({ meeting, event }: MeetingStep<'put_question'>): Meeting =>
  handsDown(withFloor(meeting, (floor) => ({ ...floor, debate: 'closed', pollId: event.pollId })))

export const noVote = ({ meeting }: MeetingSituation): Refusal | null =>
  floorOf(meeting)?.pollId ? null : 'NOT_IN_THIS_STATE'

export const voteUnderWay = ({ meeting }: MeetingSituation): Refusal | null =>
  floorOf(meeting)?.pollId ? 'NOT_IN_THIS_STATE' : null

/** A vote that was declared void decided nothing: the matter comes another time. */
export const announce = ({ meeting, event: { outcome } }: MeetingStep<'announce'>): Meeting =>
  clearFloor(meeting, outcome === null ? { state: 'put_off' } : { state: 'voted', outcome })

/** Told and done: for what there is nothing to vote on. */
export const finish = ({ meeting }: MeetingStep<'finish'>): Meeting => clearFloor(meeting, { state: 'done' })

export function isMotion({ meeting }: MeetingSituation): Refusal | null {
  const floor = floorOf(meeting)
  return floor && itemAt(meeting, floor.place)?.motionId === null ? null : 'NOT_IN_THIS_STATE'
}

/** 改日再议. */
export const putOff = ({ meeting }: MeetingStep<'put_off'>): Meeting =>
  clearFloor(meeting, { state: 'put_off' })

function clearFloor(meeting: Meeting, became: Partial<AgendaItem>): Meeting {
  const floor = floorOf(meeting)
  if (!floor) throw new Error('nothing is before the room')
  const ended = { ...withItem(meeting, floor.place, became), floor: null, ruling: null }
  return handsDown(ended)
}

/** 散会: with nothing left before the room. */
export const floorTaken = ({ meeting }: MeetingSituation): Refusal | null =>
  floorOf(meeting) ? 'FLOOR_TAKEN' : null

export function close({ meeting, council, now }: MeetingStep<'close'>): Meeting {
  const { beganAt, presidingId } = meetingIn(meeting, 'in_session')
  const { units } = council
  return meetingBecame(meeting, { state: 'closed', beganAt, presidingId, closedAt: now, units })
}
