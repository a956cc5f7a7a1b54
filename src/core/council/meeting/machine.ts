import { first } from '../../concerns/step'
import type { Grant } from '../../people/actor'
import type { Refusal } from '../../refusals'
import { ok, type Result, refuse } from '../../result'
import { mayInCouncil } from '../standing'
import * as attendance from './attendance'
import * as convening from './convening'
import * as deciding from './deciding'
import { MEETING_EVENTS, type MeetingEvent, type MeetingEventKind } from './events'
import type { Meeting, MeetingState } from './meeting'
import * as minutes from './minutes'
import * as points from './points'
import * as speaking from './speaking'
import type { MeetingRow, MeetingSituation, MeetingStep } from './step'

const AHEAD: MeetingState[] = ['planned', 'notified']
const OPEN: MeetingState[] = ['notified', 'in_session']
const ROOM: MeetingState[] = ['in_session']

const { pointOpen, nothingOnFloor, somebodySpeaks } = speaking
const { appealOpen } = points
/** The leader goes on only when the rules are clear and nobody is speaking. */
const calm = first<MeetingSituation>(pointOpen, appealOpen, somebodySpeaks)

/** Everything that can happen at a meeting (domain rule 4.3.3); what is not in the table is refused. */
// biome-ignore format: one event a paragraph, the columns in one order
const TABLE: { [Kind in MeetingEventKind]: MeetingRow<Kind> } = {
  change: { from: AHEAD, action: 'meeting.plan', needs: convening.changedTooLate, apply: convening.change },
  notify: { from: ['planned'], action: 'meeting.plan', unless: convening.noticeTooShort, apply: convening.notify },
  cancel: { from: AHEAD, action: 'meeting.plan', apply: convening.cancel },

  sign_in: { from: OPEN, action: 'meeting.attend', unless: attendance.notYetOpen, needs: attendance.notToSignIn, apply: attendance.signIn },
  admit: { from: OPEN, action: 'meeting.plan', unless: attendance.notYetOpen, apply: attendance.admit },
  leave: { from: OPEN, action: 'meeting.attend', needs: attendance.notToLeave, apply: attendance.leave },
  see_out: { from: OPEN, action: 'meeting.plan', needs: attendance.notToSeeOut, apply: attendance.leave },

  begin: { from: ['notified'], action: 'meeting.lead', unless: convening.notYetTime, apply: convening.begin },
  hand_over: { from: ROOM, action: 'meeting.lead', unless: calm, needs: speaking.notToHandOver, apply: speaking.handOver },
  take_back: { from: ROOM, action: 'meeting.lead', byOwnChair: true, unless: first(calm, speaking.notToTakeBack), apply: speaking.takeBack },

  bring: { from: ROOM, action: 'meeting.lead', unless: first(deciding.floorTaken, calm), needs: deciding.notToBring, apply: deciding.bring },
  raise_hand: { from: ROOM, action: 'meeting.attend', unless: first(nothingOnFloor, speaking.leads), needs: speaking.notToRaise, apply: speaking.raiseHand },
  lower_hand: { from: ROOM, action: 'meeting.attend', needs: speaking.notToLower, apply: speaking.lowerHand },
  call: { from: ROOM, action: 'meeting.lead', unless: first(nothingOnFloor, calm), needs: speaking.notNext, apply: speaking.call },
  warn: { from: ROOM, action: 'meeting.lead', unless: speaking.nobodySpeaks, needs: speaking.anotherSpeaker, apply: speaking.warn },
  end_speech: { from: ROOM, action: 'meeting.lead', unless: first(pointOpen, speaking.notToStop), needs: speaking.anotherSpeaker, apply: speaking.endSpeech },
  finish_speech: { from: ROOM, action: 'meeting.attend', unless: speaking.notHisSpeech, needs: speaking.anotherSpeaker, apply: speaking.endSpeech },

  want_close: { from: ROOM, action: 'meeting.attend', unless: nothingOnFloor, needs: deciding.notToWantClose, apply: deciding.wantClose },
  close_debate: { from: ROOM, action: 'meeting.lead', unless: first(nothingOnFloor, calm, deciding.closed, deciding.stillTalking), needs: deciding.anotherMatter, apply: deciding.closeDebate },
  put_question: {
    from: ROOM, action: 'meeting.lead',
    unless: first(nothingOnFloor, calm, deciding.nothingToVote, deciding.stillTalking, deciding.tooFewHere), needs: deciding.anotherMatter, apply: deciding.putQuestion,
  },
  announce: { from: ROOM, action: 'meeting.lead', unless: first(deciding.noVote, calm), needs: deciding.anotherMatter, apply: deciding.announce },
  finish: { from: ROOM, action: 'meeting.lead', unless: first(nothingOnFloor, calm, deciding.isMotion, deciding.stillTalking), needs: deciding.anotherMatter, apply: deciding.finish },
  put_off: { from: ROOM, action: 'meeting.lead', unless: first(nothingOnFloor, calm, deciding.voteUnderWay), needs: deciding.anotherMatter, apply: deciding.putOff },

  point: { from: ROOM, action: 'meeting.attend', needs: points.notToRaisePoint, apply: points.raisePoint },
  rule_on: { from: ROOM, action: 'meeting.lead', unless: points.noPoint, apply: points.ruleOn },
  appeal: { from: ROOM, action: 'meeting.attend', unless: points.noRuling, needs: points.notToAppeal, apply: points.appeal },
  say_on_appeal: { from: ROOM, action: 'meeting.attend', unless: points.noAppeal, needs: points.notToSay, apply: points.sayOnAppeal },
  settle_appeal: { from: ROOM, action: 'meeting.lead', unless: points.appealRunning, apply: points.settleAppeal },

  close: { from: ROOM, action: 'meeting.lead', unless: first(deciding.floorTaken, calm), apply: deciding.close },
  draft: { from: ['closed', 'minutes_draft'], action: 'meeting.plan', apply: minutes.draft },
  sign: { from: ['minutes_draft'], action: 'meeting.sign', unless: minutes.notToSign, needs: minutes.otherMinutes, apply: minutes.sign },
  correct: { from: ['published'], action: 'meeting.plan', apply: minutes.correct },
}

export interface MeetingDecision {
  meeting: Meeting
  /** The office in which it was done. */
  grant: Grant
}

/** Whether this may happen at a meeting now, and what it is afterwards. A refusal changes nothing. */
export function decideMeeting(event: MeetingEvent, situation: MeetingSituation): Result<MeetingDecision> {
  const granted = permitted(event.kind, situation)
  if (!granted.ok) return granted

  const row = rowOf(event.kind)
  const step = { ...situation, event, grant: granted.value }
  const refusal = row.needs?.(step)
  if (refusal) return refuse(refusal)
  return ok({ meeting: row.apply(step), grant: granted.value })
}

/** What this person can do at a meeting now: exactly the buttons of his screen. */
export const allowedAtMeeting = (situation: MeetingSituation): MeetingEventKind[] =>
  MEETING_EVENTS.filter((kind) => permitted(kind, situation).ok)

function permitted(kind: MeetingEventKind, situation: MeetingSituation): Result<Grant> {
  const row = rowOf(kind)
  const grant = mayInCouncil(row.byOwnChair ? situation : ledNow(situation), row.action)
  if (!grant) return refuse('FORBIDDEN')
  if (!row.from.includes(situation.meeting.state)) return refuse('NOT_IN_THIS_STATE')
  const refusal: Refusal | null = row.unless?.(situation) ?? null
  return refusal ? refuse(refusal) : ok(grant)
}

/** While the chair is handed over, the rights of the chair are with whoever leads. */
function ledNow({ meeting, ...situation }: MeetingSituation): MeetingSituation {
  const { council } = situation
  if (meeting.state !== 'in_session') return { meeting, ...situation }
  return { meeting, ...situation, council: { ...council, chairId: meeting.presidingId } }
}

type AnyRow = Omit<MeetingRow<MeetingEventKind>, 'needs' | 'apply'> & {
  needs?: (step: AnyStep) => Refusal | null
  apply: (step: AnyStep) => Meeting
}
type AnyStep = Omit<MeetingStep<MeetingEventKind>, 'event'> & { event: MeetingEvent }

// The table ties each kind to its own words; the compiler cannot follow one kind through a union of all.
const rowOf = (kind: MeetingEventKind): AnyRow => TABLE[kind] as unknown as AnyRow
