import type { Refusal } from '../../refusals'
import type { Meeting, Signature } from './meeting'
import { spokenOn } from './room'
import { type MeetingSituation, type MeetingStep, meetingBecame, meetingIn } from './step'

/** 记录、签字、公布、勘误. */

/** Written anew, minutes have to be signed anew. */
export function draft({ meeting, event, actor, now }: MeetingStep<'draft'>): Meeting {
  if (actor.personId === null) throw new Error('nobody wrote the minutes')
  const { beganAt, presidingId, closedAt, units } = meetingIn(meeting, 'closed', 'minutes_draft')
  const { text, hash } = event
  const minutes = { text, hash, draftedBy: actor.personId, draftedAt: now, signatures: [] }
  return meetingBecame(meeting, { state: 'minutes_draft', beganAt, presidingId, closedAt, units, minutes })
}

/** As what this person signs: who led the meeting as its chair, anybody else who was there as a member. */
function signsAs({ meeting, actor, council }: MeetingSituation): Signature['as'] | null {
  const { presidingId, minutes } = meetingIn(meeting, 'minutes_draft')
  const { personId } = actor
  if (personId === null) return null
  if (personId === presidingId || personId === council.chairId) return 'chair'
  const wasThere = meeting.present.some((one) => one.personId === personId)
  return wasThere && personId !== minutes.draftedBy ? 'member' : null
}

/** Two signatures, of two people: the chair's, and one of a member who did not write it. */
export function notToSign(situation: MeetingSituation): Refusal | null {
  const as = signsAs(situation)
  const { minutes } = meetingIn(situation.meeting, 'minutes_draft')
  if (!as) return 'FORBIDDEN'
  return minutes.signatures.some((one) => one.as === as) ? 'NOT_IN_THIS_STATE' : null
}

/** He signs what he has read: other minutes by now are read anew. */
export const otherMinutes = ({ meeting, event }: MeetingStep<'sign'>): Refusal | null =>
  meetingIn(meeting, 'minutes_draft').minutes.hash === event.hash ? null : 'VERSION_CONFLICT'

export function sign(step: MeetingStep<'sign'>): Meeting {
  const { meeting, actor, now } = step
  const drafted = meetingIn(meeting, 'minutes_draft')
  const as = signsAs(step)
  if (!as || actor.personId === null) throw new Error('nobody signed the minutes')
  const signature: Signature = { personId: actor.personId, as, at: now, hash: drafted.minutes.hash }
  const signatures = [...drafted.minutes.signatures, signature]
  const minutes = { ...drafted.minutes, signatures }
  if (signatures.length < 2) return { ...drafted, minutes }
  const { beganAt, presidingId, closedAt, units } = drafted
  const held = { beganAt, presidingId, closedAt, units, minutes }
  return meetingBecame(meeting, { state: 'published', ...held, publishedAt: now, errata: [] })
}

/** 勘误第几号: beside the minutes, never in them. */
export function correct({ meeting, event, actor, now }: MeetingStep<'correct'>): Meeting {
  if (actor.personId === null) throw new Error('nobody corrected the minutes')
  const published = meetingIn(meeting, 'published')
  const no = published.errata.length + 1
  const erratum = { no, words: event.words, byId: actor.personId, at: now }
  return { ...published, errata: [...published.errata, erratum] }
}

/**
 * What is signed: the words, and with them every figure of the meeting. Whoever has the rows of a meeting makes the
 * same text of them, so a figure that was changed after the signing shows. `fingerprints`: of the votes' records.
 */
export function minutesSource(meeting: Meeting, text: string, fingerprints: readonly string[]): string {
  const { id, no, venue, startsAt, agenda, present } = meeting
  const { beganAt, closedAt, units } = meetingIn(meeting, 'closed', 'minutes_draft', 'published')
  const came = present.map(({ unitId, how, at }) => [unitId, how, at]).sort()
  const matters = agenda.map(({ place, title, motionId, state, outcome }) => [
    ...[place, title, motionId, state, outcome],
    spokenOn(meeting, place).map(({ unitId, side, seconds }) => [unitId, side, seconds]),
  ])
  const held = [id, no, venue, startsAt, beganAt, closedAt, units]
  return JSON.stringify(['loudong-minutes-1', held, came, matters, fingerprints, text])
}
