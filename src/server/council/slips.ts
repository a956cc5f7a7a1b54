import { marksOf, type Said, whyNotSaid } from '#core/council/paper'
import { whyNotConfirm, whyNotDecide, whyNotDispute, whyNotEnter } from '#core/council/slip'
import { mayInCouncil } from '#core/council/standing'
import { ok, type Result, refuse } from '#core/result'
import { mayBeShown } from '../content/said'
import { tellPeople } from '../heads/tell'
import type { Asking } from '../operation'
import { openSlip, sealSlip } from './box'
import { filledBallot, putBallots } from './cast'
import { type Council, councilOfMotion, standingIn } from './load'
import { tieCouncilPhotos } from './photos'
import { findPollToVote, type KeptPoll } from './polls'
import { rolledUnits } from './rolled-unit'
import { speakerOf, speaksFor } from './seats'
import { findSlip, type KeptSlip, leaveWaiting } from './slip-rows'

interface Entry {
  pollId: string
  unitId: string
  channel: KeptSlip['channel']
  choice: Said
  photoIds: string[]
}

/** 录一张纸票或电话票: it counts when another one has read the same. */
export async function enterSlip(entry: Entry, asking: Asking): Promise<Result<{ id: string }>> {
  const { tx, actor, system } = asking
  const { pollId, unitId, channel, choice, photoIds } = entry
  const { streetId } = system
  const poll = await findPollToVote(tx, { streetId, id: pollId })
  if (!poll || actor.personId === null) return refuse('NOT_FOUND')
  const now = await asking.instant()
  const speaker = await enteringOf(asking, poll, { unitId, now })
  if (!speaker.ok) return speaker
  const unfit = whyNotSaid(choice, poll.slate)
  if (unfit) return refuse(unfit)
  if (photoIds.length === 0) return refuse('PHOTO_REQUIRED')

  const id = system.newId()
  const taken = await leaveWaiting(tx, {
    street_id: streetId,
    id,
    poll_id: pollId,
    unit_id: unitId,
    channel,
    state: 'waiting',
    sealed: sealSlip(system.vault, id, marksOf(choice, poll.slate)),
    entered_by: actor.personId,
    entered_at: now,
  })
  if (!taken) return refuse('NOT_IN_THIS_STATE')
  if (!(await tieCouncilPhotos(asking, { subject: 'slip', subjectId: id }, photoIds)))
    return refuse('PHOTO_REFUSED')
  await tellUnit(asking, poll, { speakerId: speaker.value, kind: 'slip_entered', now })
  return ok({ id })
}

/** Another person reads the slip for himself; the same choice makes it the unit's one ballot. */
export async function confirmSlip(
  { id, choice }: { id: string; choice: Said },
  asking: Asking,
): Promise<Result<{ id: string }>> {
  const { actor, system } = asking
  const held = await heldSlip(asking, id)
  if (!held || actor.personId === null) return refuse('NOT_FOUND')
  const { slip, poll } = held
  const now = await asking.instant()
  const { personId } = actor
  const own = whyNotDecide({ ...slip, personId })
  if (own) return refuse(own)
  if (slip.sealed === null) throw new Error('a slip that waits has lost its choice')
  const speaker = await enteringOf(asking, poll, { unitId: slip.unitId, now })
  if (!speaker.ok) return speaker
  const unfit = whyNotSaid(choice, poll.slate)
  if (unfit) return refuse(unfit)
  const entered = openSlip(system.vault, id, slip.sealed)
  const marks = marksOf(choice, poll.slate)
  const refusal = whyNotConfirm({ ...slip, personId, entered, read: marks })
  if (refusal) return refuse(refusal)

  await decide(asking, id, { state: 'counted', decided_by: personId, decided_at: now })
  const vote = { unitId: slip.unitId, marks, personId: speaker.value, channel: slip.channel }
  await putBallots(asking, poll, { at: now, ballots: [filledBallot(poll, vote)] })
  await tellUnit(asking, poll, { speakerId: speaker.value, kind: 'slip_counted', now })
  return ok({ id: poll.motionId })
}

/** The second one does not find on the slip what the first one entered, or no proper slip: it is entered anew. */
export async function refuseSlip(
  { id, note }: { id: string; note: string },
  asking: Asking,
): Promise<Result<{ id: string }>> {
  const { actor } = asking
  const held = await heldSlip(asking, id)
  if (!held || actor.personId === null) return refuse('NOT_FOUND')
  const { slip, poll } = held
  const council = await councilEntered(asking, poll)
  if (!council) return refuse('FORBIDDEN')
  const refusal = whyNotDecide({ ...slip, personId: actor.personId })
  if (refusal) return refuse(refusal)
  const now = await asking.instant()
  await decide(asking, id, { state: 'refused', decided_by: actor.personId, decided_at: now, note })
  const speakerId = await speakerOf(asking, { unitId: slip.unitId, council, now })
  await tellUnit(asking, poll, { speakerId, kind: 'slip_refused', now })
  return ok({ id: poll.motionId })
}

/** 这张票不是我们投的: kept with the slip, shown beside the result, told to who keeps the council's papers. */
export async function disputeSlip(
  { id, words }: { id: string; words: string },
  asking: Asking,
): Promise<Result<{ id: string }>> {
  const { tx, actor, now, system } = asking
  const held = await heldSlip(asking, id)
  if (!held || actor.personId === null) return refuse('NOT_FOUND')
  const { slip, poll } = held
  const represents = await speaksFor(asking, { personId: actor.personId, unitId: slip.unitId, now })
  const refusal = whyNotDispute({ ...slip, represents, poll, now })
  if (refusal) return refuse(refusal)
  if (!mayBeShown(asking, words)) return refuse('CONTENT_RISKY')
  await tx
    .updateTable('ballot_slips')
    .set({ disputed_by: actor.personId, disputed_at: now, dispute: words })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()
  const council = await councilOfMotion(asking, poll.motionId)
  // A body of one house may do without a secretary.
  const told = council?.secretaryId ?? council?.chairId
  const personIds = told ? [told] : []
  const { motionId, title } = poll
  await tellPeople(tx, system, { personIds, kind: 'slip_disputed', title, motionId, now })
  return ok({ id: motionId })
}

/** The slip, locked, and its poll held against counting: in this order everywhere, the poll first. */
async function heldSlip(asking: Asking, id: string): Promise<{ slip: KeptSlip; poll: KeptPoll } | undefined> {
  const { tx, system } = asking
  const { streetId } = system
  const before = await findSlip(tx, { streetId, id })
  const poll = before && (await findPollToVote(tx, { streetId, id: before.pollId }))
  const slip = poll && (await findSlip(tx, { streetId, id, locked: true }))
  return slip && poll && { slip, poll }
}

/** The council whose poll it is, if the one who asks enters ballots in it. */
async function councilEntered(asking: Asking, poll: KeptPoll): Promise<Council | null> {
  const council = await councilOfMotion(asking, poll.motionId)
  return council && mayInCouncil(await standingIn(asking, council), 'ballot.enter') ? council : null
}

/** Answers who stands for the unit whose ballot it is, or why it cannot be entered. */
async function enteringOf(
  asking: Asking,
  poll: KeptPoll,
  { unitId, now }: { unitId: string; now: number },
): Promise<Result<string>> {
  const council = await councilEntered(asking, poll)
  if (!council) return refuse('FORBIDDEN')
  const unit = (await rolledUnits(asking, poll, [unitId])).get(unitId)
  const speakerId = await speakerOf(asking, { unitId, council, now })
  const refusal = whyNotEnter({
    poll,
    unit: unit ?? null,
    hasBallot: unit !== undefined && unit.cast !== null,
    cast: unit?.cast ?? null,
    isPresent: unit?.isPresent ?? false,
    represented: speakerId !== null,
    isOwn: speakerId === asking.actor.personId,
    now,
  })
  if (refusal) return refuse(refusal)
  return speakerId === null ? refuse('NOT_REPRESENTATIVE') : ok(speakerId)
}

const decide = (
  { tx, system }: Asking,
  id: string,
  said: { state: 'counted' | 'refused'; decided_by: string; decided_at: number; note?: string },
) =>
  tx
    .updateTable('ballot_slips')
    .set({ ...said, sealed: null })
    .where('street_id', '=', system.streetId)
    .where('id', '=', id)
    .execute()

interface News {
  speakerId: string | null
  kind: 'slip_entered' | 'slip_counted' | 'slip_refused'
  now: number
}

/** The unit hears of every step on its slip; how it voted stands in no message. */
async function tellUnit(asking: Asking, poll: KeptPoll, { speakerId, kind, now }: News): Promise<void> {
  const { motionId, title } = poll
  const personIds = speakerId === null ? [] : [speakerId]
  await tellPeople(asking.tx, asking.system, { personIds, kind, title, motionId, now })
}
