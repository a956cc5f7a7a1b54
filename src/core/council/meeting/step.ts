import type { Grant } from '../../people/actor'
import type { Action } from '../../people/policy'
import type { Refusal } from '../../refusals'
import type { Standing } from '../standing'
import type { MeetingEventKind, MeetingEventOf } from './events'
import type { Meeting, MeetingState, MeetingStatus } from './meeting'

export interface MeetingSituation extends Standing {
  meeting: Meeting
  now: number
}

/** A situation in which something is about to happen, and the office in which the person does it. */
export interface MeetingStep<Kind extends MeetingEventKind> extends MeetingSituation {
  event: MeetingEventOf<Kind>
  grant: Grant
}

/** One line of the table: from which states, by which right, unless what, given what words, to what. */
export interface MeetingRow<Kind extends MeetingEventKind> {
  from: readonly MeetingState[]
  action: Action
  /** The council's own chair, even while another one leads. */
  byOwnChair?: true
  unless?: (situation: MeetingSituation) => Refusal | null
  needs?: (step: MeetingStep<Kind>) => Refusal | null
  apply: (step: MeetingStep<Kind>) => Meeting
}

/** The meeting in one of the states a step starts from; the table has checked that before. */
export function meetingIn<State extends MeetingState>(
  meeting: Meeting,
  ...states: State[]
): Extract<Meeting, { state: State }> {
  if (!(states as MeetingState[]).includes(meeting.state))
    throw new Error(`a step was taken while the meeting is ${meeting.state}`)
  return meeting as Extract<Meeting, { state: State }>
}

/** The same meeting in another status; what only the old status knew is left behind. */
export const meetingBecame = (meeting: Meeting, status: MeetingStatus): Meeting => ({
  id: meeting.id,
  streetId: meeting.streetId,
  councilId: meeting.councilId,
  gridPath: meeting.gridPath,
  no: meeting.no,
  startsAt: meeting.startsAt,
  venue: meeting.venue,
  online: meeting.online,
  order: meeting.order,
  plannedById: meeting.plannedById,
  agenda: meeting.agenda,
  present: meeting.present,
  speeches: meeting.speeches,
  ...status,
})
