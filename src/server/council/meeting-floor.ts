import { whyNotBefore } from '#core/council/meeting/deciding'
import type { MeetingEvent } from '#core/council/meeting/events'
import type { Meeting } from '#core/council/meeting/meeting'
import type { MotionEvent } from '#core/council/motion-events'
import { decideMotion } from '#core/council/motion-machine'
import type { Standing } from '#core/council/standing'
import type { Outcome } from '#core/council/tally'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { byItself } from './clock'
import { type Council, findMotionForStep, type KeptMotion } from './load'
import { openPoll } from './opening'
import { saveMotionStep } from './save'
import { tellOfMotion } from './tell'

/** A matter of the meeting, and in whose standing it moves: whoever leads has the chair's rights over it. */
interface OnFloor {
  /** The meeting as the act leaves it. */
  meeting: Meeting
  council: Council
  standing: Standing
  now: number
}

/** What an act in the room means for the motion it is about, kept in the same transaction. */
export async function moveMotion(
  asking: Asking,
  event: MeetingEvent,
  floor: OnFloor,
): Promise<Result<object>> {
  if (event.kind !== 'bring' && event.kind !== 'put_question') return ok({})
  const { tx, system } = asking
  const motionId = floor.meeting.agenda.find(({ place }) => place === event.place)?.motionId
  if (!motionId) return ok({})
  const kept = await findMotionForStep(tx, { streetId: system.streetId, id: motionId })
  if (!kept) throw new Error('an agenda with a motion nobody knows')
  return event.kind === 'bring' ? bring(asking, kept, floor) : vote(asking, kept, event.pollId, floor)
}

/** 上桌: a motion that was made known long enough is in debate from now on, here and on the screen. */
async function bring(asking: Asking, kept: KeptMotion, floor: OnFloor): Promise<Result<object>> {
  const refusal = whyNotBefore(kept.motion)
  if (refusal) return refuse(refusal)
  return kept.motion.state === 'announced' ? step(asking, kept, { kind: 'open_debate' }, floor) : ok({})
}

const SECOND = 1_000

/** 付表决: the same poll as any other, open for as long as hands stay up, for those in the room. */
async function vote(
  asking: Asking,
  kept: KeptMotion,
  pollId: string,
  floor: OnFloor,
): Promise<Result<object>> {
  const { meeting, council, now } = floor
  const closesAt = now + meeting.order.voteSeconds * SECOND
  const opening = {
    id: pollId,
    council,
    closesAt,
    meetingId: meeting.id,
    ballots: 'open' as const,
    opinion: false,
    now,
  }
  const moved = await step(asking, kept, { kind: 'open_poll', pollId }, { ...floor, closesAt })
  return moved.ok ? openPoll(asking, kept, opening) : moved
}

async function step(
  { tx, system, actor }: Asking,
  kept: KeptMotion,
  event: MotionEvent,
  { standing, council, now, closesAt }: OnFloor & { closesAt?: number },
): Promise<Result<object>> {
  const decision = decideMotion(event, { ...standing, motion: kept.motion, now })
  if (!decision.ok) return decision
  const { motion: after, grant } = decision.value
  const deed = { personId: actor.personId, role: grant.role, at: now }
  await saveMotionStep(tx, kept, { after, event, ...(closesAt !== undefined && { closesAt }) }, deed)
  // Whoever is in the room sees the vote; nobody else could take part in it.
  if (event.kind !== 'open_poll') await tellOfMotion(tx, system, { motion: after, event, council, now })
  return ok({})
}

/** How the vote before the room came out, counted now if its time is over; `null`: it was declared void. */
export async function outcomeOf(
  asking: Asking,
  pollId: string,
  now: number,
): Promise<Result<Outcome | null>> {
  const { tx, system } = asking
  const before = await pollRow(asking, pollId)
  if (before.state === 'voting') {
    const kept = await findMotionForStep(tx, { streetId: system.streetId, id: before.motionId })
    // The clock may have been quicker while the motion's row was waited for.
    const isVoting = kept?.motion.state === 'voting' && kept.motion.pollId === pollId
    if (isVoting && now < before.closesAt) return refuse('POLL_NOT_OVER')
    if (kept && isVoting) await byItself(tx, { ...system, clock: asking.instant }, kept, now)
  }
  const { tally } = await pollRow(asking, pollId)
  return ok(tally?.outcome ?? null)
}

const pollRow = ({ tx, system }: Asking, pollId: string) =>
  tx
    .selectFrom('polls')
    .select(['state', 'closes_at as closesAt', 'motion_id as motionId', 'tally'])
    .where('street_id', '=', system.streetId)
    .where('id', '=', pollId)
    .executeTakeFirstOrThrow()
