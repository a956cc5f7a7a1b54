import type { Refusal } from '../../refusals'
import { signInFrom } from './convening'
import type { Meeting, Presence, Speech } from './meeting'
import { isHere, presentUnits, speakerNow } from './room'
import type { MeetingSituation, MeetingStep } from './step'

/** 签到、离场: a building is in the room by whoever represents it, once. */

export const notYetOpen = ({ meeting, now }: MeetingSituation): Refusal | null =>
  now < signInFrom(meeting) ? 'NOT_YET' : null

const presenceOf = ({ present }: Meeting, unitId: string): Presence | undefined =>
  present.find((one) => one.unitId === unitId)

export function notToSignIn({ meeting, event, standsFor }: MeetingStep<'sign_in'>): Refusal | null {
  if (!standsFor.includes(event.unitId)) return 'NOT_REPRESENTATIVE'
  if (event.how === 'online' && !meeting.online) return 'FORBIDDEN'
  const known = presenceOf(meeting, event.unitId)
  return known && isHere(known) ? 'SIGNED_IN_ALREADY' : null
}

export function signIn({ meeting, event, actor, now }: MeetingStep<'sign_in'>): Meeting {
  if (actor.personId === null) throw new Error('nobody signed in')
  return entered(meeting, { unitId: event.unitId, personId: actor.personId, how: event.how, at: now })
}

/** By hand, for those without a phone that works: who is here already stays as he came. */
export const admit = ({ meeting, event, now }: MeetingStep<'admit'>): Meeting =>
  event.units
    .filter(({ unitId }) => !presentUnits(meeting).includes(unitId))
    .reduce((held: Meeting, unit) => entered(held, { ...unit, how: 'staff', at: now }), meeting)

/** Who comes back has the line he had: the first time he came stays, and with it the one line of his building. */
function entered(meeting: Meeting, coming: Omit<Presence, 'leftAt'>): Meeting {
  const known = presenceOf(meeting, coming.unitId)
  if (!known) return { ...meeting, present: [...meeting.present, { ...coming, leftAt: null }] }
  const back = { ...known, personId: coming.personId, leftAt: null }
  return { ...meeting, present: meeting.present.map((one) => (one === known ? back : one)) }
}

/** A building that goes, by its own word or by the list's. */
type Going = MeetingSituation & { event: { unitId: string } }

/** Out of the room: its hand is down, and it no longer counts for the quorum. */
export const leave = ({ meeting, event, now }: Going): Meeting => ({
  ...meeting,
  present: meeting.present.map((one) =>
    one.unitId === event.unitId && isHere(one) ? { ...one, leftAt: now } : one,
  ),
  speeches: meeting.speeches.map((one) => (one.unitId === event.unitId ? withoutHand(one) : one)),
})

const withoutHand = (speech: Speech): Speech =>
  speech.state === 'raised' ? { ...speech, state: 'taken_back' } : speech

/** Nobody walks out in the middle of his own speech. */
export function notToSeeOut({ meeting, event }: Going): Refusal | null {
  const known = presenceOf(meeting, event.unitId)
  if (!known || !isHere(known)) return 'NOT_PRESENT'
  return speakerNow(meeting)?.unitId === event.unitId ? 'NOT_IN_THIS_STATE' : null
}

export const notToLeave = (step: MeetingStep<'leave'>): Refusal | null =>
  notHere(step, step.event.unitId) ?? notToSeeOut(step)

/** The building acts in the room: it is represented by this person, and it is here. */
export function notHere(
  { meeting, standsFor }: Pick<MeetingSituation, 'meeting' | 'standsFor'>,
  unitId: string,
): Refusal | null {
  if (!standsFor.includes(unitId)) return 'NOT_REPRESENTATIVE'
  const known = presenceOf(meeting, unitId)
  return known && isHere(known) ? null : 'NOT_PRESENT'
}
