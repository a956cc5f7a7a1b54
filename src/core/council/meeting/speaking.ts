import type { Refusal } from '../../refusals'
import { notHere } from './attendance'
import type { Meeting, Speech } from './meeting'
import { floorOf, presentUnits, queueOf, speakerNow, timesHeard } from './room'
import { type MeetingSituation, type MeetingStep, meetingIn } from './step'

/** 举手、请发言、停、交出主持: who has the floor, and for how long. */

const SECOND = 1_000

export const pointOpen = ({ meeting }: MeetingSituation): Refusal | null =>
  meetingIn(meeting, 'in_session').point ? 'POINT_OPEN' : null

export const nothingOnFloor = ({ meeting }: MeetingSituation): Refusal | null =>
  floorOf(meeting) ? null : 'NOT_IN_THIS_STATE'

export const somebodySpeaks = ({ meeting }: MeetingSituation): Refusal | null =>
  speakerNow(meeting) ? 'NOT_IN_THIS_STATE' : null

/** He meant whoever speaks now, not the one before him. */
export const anotherSpeaker = ({
  meeting,
  event,
}: MeetingSituation & { event: { unitId: string } }): Refusal | null =>
  speakerNow(meeting)?.unitId === event.unitId ? null : 'VERSION_CONFLICT'

export const nobodySpeaks = ({ meeting }: MeetingSituation): Refusal | null =>
  speakerNow(meeting) ? null : 'NOT_IN_THIS_STATE'

/** The matter he saw is still before the room, and is still talked about. */
export const notThisMatter = (meeting: Meeting, place: number): Refusal | null => {
  const floor = floorOf(meeting)
  return floor?.place === place && floor.debate === 'open' && floor.pollId === null
    ? null
    : 'NOT_IN_THIS_STATE'
}

/** Who leads gives no opinion: he hands over first (议事规则第 1 条). */
export const leads = ({ meeting, actor }: MeetingSituation): Refusal | null =>
  actor.personId === meetingIn(meeting, 'in_session').presidingId ? 'CHAIR_IS_NEUTRAL' : null

export function notToRaise(step: MeetingStep<'raise_hand'>): Refusal | null {
  const { meeting, event } = step
  const refusal = notHere(step, event.unitId) ?? notThisMatter(meeting, event.place)
  if (refusal) return refusal
  if (openHand(meeting, event)) return 'NOT_IN_THIS_STATE'
  return timesHeard(meeting, event) >= meeting.order.speechesPerUnit ? 'SPOKEN_ALREADY' : null
}

/** A hand that is up, or a speech under way: one a building. */
const openHand = ({ speeches }: Meeting, { unitId }: { unitId: string }): Speech | undefined =>
  speeches.find((one) => one.unitId === unitId && (one.state === 'raised' || one.state === 'speaking'))

export function raiseHand({ meeting, event, actor, now }: MeetingStep<'raise_hand'>): Meeting {
  if (actor.personId === null) throw new Error('nobody raised a hand')
  const { place, unitId, side } = event
  const seq = meeting.speeches.length + 1
  const hand = { seq, place, unitId, personId: actor.personId, side, raisedAt: now, state: 'raised' as const }
  return { ...meeting, speeches: [...meeting.speeches, hand] }
}

export function notToLower({ meeting, event, standsFor }: MeetingStep<'lower_hand'>): Refusal | null {
  if (!standsFor.includes(event.unitId)) return 'NOT_REPRESENTATIVE'
  return openHand(meeting, event)?.state === 'raised' ? null : 'NOT_IN_THIS_STATE'
}

export const lowerHand = ({ meeting, event }: MeetingStep<'lower_hand'>): Meeting =>
  withSpeech(meeting, openHand(meeting, event), (hand) => ({ ...hand, state: 'taken_back' }))

/** The leader says whom he saw first; when another is first by now, he looks again. */
export const notNext = ({ meeting, event }: MeetingStep<'call'>): Refusal | null =>
  queueOf(meeting)[0]?.unitId === event.unitId ? null : 'VERSION_CONFLICT'

export const call = ({ meeting, event, now }: MeetingStep<'call'>): Meeting =>
  withSpeech(meeting, openHand(meeting, event), (hand) => ({
    ...hand,
    state: 'speaking',
    beganAt: now,
    until: now + meeting.order.seconds * SECOND,
    warned: false,
  }))

/** 跑题、骂人、说人动机: once warned, the leader may stop him (第 6 条). */
export const warn = ({ meeting }: MeetingStep<'warn'>): Meeting => {
  const speaker = speakerNow(meeting)
  return speaker ? withSpeech(meeting, speaker, () => ({ ...speaker, warned: true })) : meeting
}

/** A speech is heard out: the leader stops it when its time is over or after a warning, the speaker himself any time. */
export function notToStop({ meeting, actor, now }: MeetingSituation): Refusal | null {
  const speaker = speakerNow(meeting)
  if (!speaker) return 'NOT_IN_THIS_STATE'
  return speaker.personId === actor.personId || speaker.warned || now >= speaker.until ? null : 'NOT_YET'
}

export function endSpeech({ meeting, now }: MeetingSituation): Meeting {
  const speaker = speakerNow(meeting)
  if (!speaker) return meeting
  const { until: _, warned: __, ...said } = speaker
  return withSpeech(meeting, speaker, () => ({ ...said, state: 'ended', endedAt: now }))
}

export const notHisSpeech = ({ meeting, actor }: MeetingSituation): Refusal | null =>
  speakerNow(meeting)?.personId === actor.personId ? null : 'NOT_IN_THIS_STATE'

function withSpeech(meeting: Meeting, which: Speech | undefined, become: (hand: Hand) => Speech): Meeting {
  if (!which) throw new Error('there is no such hand')
  const { seq, place, unitId, personId, side, raisedAt } = which
  const became = become({ seq, place, unitId, personId, side, raisedAt })
  return { ...meeting, speeches: meeting.speeches.map((one) => (one === which ? became : one)) }
}
type Hand = Pick<Speech, 'seq' | 'place' | 'unitId' | 'personId' | 'side' | 'raisedAt'>

/** To somebody in the room who is not speaking just now. */
export function notToHandOver({ meeting, event, actor }: MeetingStep<'hand_over'>): Refusal | null {
  const to = meeting.present.find(({ unitId }) => unitId === event.unitId)
  if (!to || !presentUnits(meeting).includes(event.unitId)) return 'NOT_PRESENT'
  const hand = meeting.speeches.some(
    (one) => one.personId === to.personId && (one.state === 'raised' || one.state === 'speaking'),
  )
  return to.personId === actor.personId || hand ? 'NOT_IN_THIS_STATE' : null
}

export function handOver({ meeting, event }: MeetingStep<'hand_over'>): Meeting {
  const session = meetingIn(meeting, 'in_session')
  const to = meeting.present.find(({ unitId }) => unitId === event.unitId)
  return { ...session, presidingId: to?.personId ?? session.presidingId }
}

/** Who has spoken on the matter before the room does not lead the rest of it. */
export function notToTakeBack({ meeting, actor }: MeetingSituation): Refusal | null {
  if (meetingIn(meeting, 'in_session').presidingId === actor.personId) return 'NOT_IN_THIS_STATE'
  const floor = floorOf(meeting)
  const spoke = meeting.speeches.some(
    (one) => one.place === floor?.place && one.personId === actor.personId && one.state !== 'taken_back',
  )
  return spoke ? 'NOT_YET' : null
}

export function takeBack({ meeting, actor }: MeetingStep<'take_back'>): Meeting {
  const session = meetingIn(meeting, 'in_session')
  return { ...session, presidingId: actor.personId ?? session.presidingId }
}
