import type { Refusal } from '../../refusals'
import { notHere } from './attendance'
import type { Appeal, Meeting, Speech } from './meeting'
import { presentUnits } from './room'
import { type MeetingSituation, type MeetingStep, meetingIn } from './step'

/** 规则问题、裁决、申诉: the rules bind all, and the room has the last word about them (议事规则第 7, 13 条). */

const room = ({ meeting }: MeetingSituation) => meetingIn(meeting, 'in_session')

export function notToRaisePoint(step: MeetingStep<'point'>): Refusal | null {
  const { point, appeal } = room(step)
  return notHere(step, step.event.unitId) ?? (point || appeal ? 'POINT_OPEN' : null)
}

export const raisePoint = (step: MeetingStep<'point'>): Meeting => ({
  ...room(step),
  point: { unitId: step.event.unitId, words: step.event.words, at: step.now },
})

export const noPoint = (situation: MeetingSituation): Refusal | null =>
  room(situation).point ? null : 'NOT_IN_THIS_STATE'

/** The chair rules; who was interrupted gets back the time it took. */
export function ruleOn(step: MeetingStep<'rule_on'>): Meeting {
  const { event, now } = step
  const session = room(step)
  if (!session.point) throw new Error('there is no point of order')
  const { sustained, note } = event
  const lost = now - session.point.at
  return {
    ...session,
    speeches: session.speeches.map((one) => givenBack(one, lost)),
    point: null,
    ruling: { ...session.point, sustained, note, ruledAt: now, appeal: 'none' },
  }
}

const givenBack = (speech: Speech, lost: number): Speech =>
  speech.state === 'speaking' ? { ...speech, until: speech.until + lost } : speech

export function notToAppeal(step: MeetingStep<'appeal'>): Refusal | null {
  const { ruling } = room(step)
  return notHere(step, step.event.unitId) ?? (ruling?.appeal === 'none' ? null : 'NOT_IN_THIS_STATE')
}

export const noRuling = (situation: MeetingSituation): Refusal | null =>
  room(situation).ruling?.appeal === 'none' ? null : 'NOT_IN_THIS_STATE'

/** Whoever appeals says by that that the ruling should fall. */
export function appeal(step: MeetingStep<'appeal'>): Meeting {
  const { event, now } = step
  const session = room(step)
  const { ruling } = session
  if (!ruling) throw new Error('there is no ruling')
  const asked: Appeal = { unitId: event.unitId, at: now, upholding: [], against: [event.unitId] }
  return { ...session, ruling: { ...ruling, appeal: 'open' }, appeal: asked }
}

export const noAppeal = (situation: MeetingSituation): Refusal | null =>
  room(situation).appeal ? null : 'NOT_IN_THIS_STATE'

export function notToSay(step: MeetingStep<'say_on_appeal'>): Refusal | null {
  const { appeal: asked } = room(step)
  const { unitId } = step.event
  const refusal = notHere(step, unitId)
  if (refusal) return refusal
  return asked && ![...asked.upholding, ...asked.against].includes(unitId) ? null : 'NOT_IN_THIS_STATE'
}

export function sayOnAppeal(step: MeetingStep<'say_on_appeal'>): Meeting {
  const session = room(step)
  const { unitId, upholds } = step.event
  if (!session.appeal) throw new Error('there is no appeal')
  const side = upholds ? 'upholding' : 'against'
  const said = { ...session.appeal, [side]: [...session.appeal[side], unitId] }
  return { ...session, appeal: said }
}

/** The room has had its time, or everybody in it has spoken. */
export function appealRunning(situation: MeetingSituation): Refusal | null {
  const { meeting, now } = situation
  const { appeal: asked } = room(situation)
  if (!asked) return 'NOT_IN_THIS_STATE'
  const said = [...asked.upholding, ...asked.against]
  const all = presentUnits(meeting).every((unitId) => said.includes(unitId))
  return all || now >= asked.at + meeting.order.appealSeconds * 1000 ? null : 'NOT_YET'
}

/** A ruling falls when more are against it than for it; a tie leaves it standing. */
export const rulingFalls = ({ upholding, against }: Appeal): boolean => against.length > upholding.length

export function settleAppeal(step: MeetingStep<'settle_appeal'>): Meeting {
  const session = room(step)
  const { ruling, appeal: asked } = session
  if (!ruling || !asked) throw new Error('there is no appeal')
  const sustained = rulingFalls(asked) ? !ruling.sustained : ruling.sustained
  return { ...session, ruling: { ...ruling, sustained, appeal: 'settled' }, appeal: null }
}

export const appealOpen = (situation: MeetingSituation): Refusal | null =>
  room(situation).appeal ? 'POINT_OPEN' : null
