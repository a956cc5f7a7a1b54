import { canSee, subjectOf, worksDesk } from '../../people/permissions'
import type { Refusal } from '../../refusals'
import { categoryOf } from '../category'
import { type Closing, type Concern, isOpen } from '../concern'
import { isOwn } from '../helped'
import { DESK_LEVELS, hasDeskAt } from '../ladder'
import { became, type Context, type Situation, type Step } from '../step'

/** Taking a matter up: screening, triage, and the ends it can come to before anybody works on it. */

export const release = ({ concern }: Step<'release'>): Concern => became(concern, { state: 'submitted' })

/** Four eyes: whoever wrote the words does not let them out himself. */
export const ownWords = ({ concern, actor }: Situation): Refusal | null =>
  isOwn(concern, actor.personId) ? 'SELF_APPROVAL' : null

export const rejectContent = ({ concern, event, now }: Step<'reject_content'>): Concern =>
  closed(concern, now, 'content', event.note)

export const decline = ({ concern, event, now }: Step<'decline'>): Concern =>
  closed(concern, now, event.reason, event.note)

export const withdraw = ({ concern, event, now }: Step<'withdraw'>): Concern =>
  closed(concern, now, 'withdrawn', event.note)

export const merge = ({ concern, event, now }: Step<'merge'>): Concern =>
  closed(concern, now, 'merged', event.note, event.into)

/** 受理: the accepting person owns it when the desk chosen is his own, otherwise anyone of that desk may take it. */
export function accept({ concern, event: { level, desk }, actor, now }: Step<'accept'>): Concern {
  const placed = { ...concern, level, desk, ownerId: null }
  const isHis = actor.grants.some((grant) => worksDesk(grant, subjectOf(placed)))
  const ownerId = isHis ? actor.personId : null
  return became(concern, { state: 'accepted' }, { level, desk, ownerId, acceptedAt: now })
}

/** The desk must exist on that step and for that place; departments come only by whistle. */
export function aDeskThatCanHoldIt(step: Step<'accept'>): Refusal | null {
  const { concern, event } = step
  if (event.desk === 'department' || !DESK_LEVELS[event.desk].includes(event.level)) return 'VALIDATION'
  if (event.level === 0 && categoryOf(concern.category).level !== 0) return 'VALIDATION'
  if (event.level === 3 && concern.aboutPersonId !== null) return 'VALIDATION'
  if (!hasDeskAt(concern.gridPath, event.level)) return 'VALIDATION'
  return event.desk === 'head' && !headMayHold(concern, step.headId) ? 'VALIDATION' : null
}

/** A head holds matters of his building; not his own, none about any head, none meant for few eyes. */
export function headMayHold(concern: Concern, headId: Context['headId']): boolean {
  if (!headId || concern.place.buildingId === null || concern.category === 'HEAD_CONDUCT') return false
  if (concern.aboutPersonId !== null || concern.visibility === 'restricted') return false
  return !isOwn(concern, headId)
}

/**
 * The other one must be open, of the same street and visible to the one who merges and to the one merged: followers
 * read along, so only private matters of one kind go into a private one.
 */
export function aTargetToMergeInto({ concern, event, actor, target }: Step<'merge'>): Refusal | null {
  if (!target || target.id !== event.into || target.id === concern.id) return 'MERGE_TARGET'
  if (!isOpen(target) || target.state === 'held' || target.streetId !== concern.streetId)
    return 'MERGE_TARGET'
  if (!opensToFollowersOf(concern, target) || isOwn(concern, target.aboutPersonId)) return 'MERGE_TARGET'
  return canSee(actor, target, false) ? null : 'MERGE_TARGET'
}

function opensToFollowersOf(concern: Concern, target: Concern): boolean {
  if (target.visibility === 'public') return true
  const alike = concern.visibility === target.visibility && concern.category === target.category
  return alike && target.visibility === 'parties'
}

function closed(
  concern: Concern,
  now: number,
  closing: Closing,
  note: string,
  mergedInto: string | null = null,
): Concern {
  return became(concern, {
    state: 'closed',
    closedAt: now,
    closedAtLevel: concern.level,
    closing,
    note,
    outcome: null,
    rating: null,
    mergedInto,
  })
}

/** What waits for somebody to take it up climbs by the clock alone; a person would simply accept it. */
export const onlyTheClockBeforeItIsAccepted = ({ concern, actor }: Situation): Refusal | null =>
  actor.personId !== null && (concern.state === 'submitted' || concern.state === 'held')
    ? 'NOT_IN_THIS_STATE'
    : null
