import type { OutputOf, ParsedOf } from '#contracts/operations'
import { marksOf, whyNotSaid } from '#core/council/paper'
import { whyNotCast } from '#core/council/poll'
import type { Actor } from '#core/people/actor'
import { againstByAge, type BornIn } from '#core/people/age'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { birthsOf } from '../people/birth'
import { type Ballot, filledBallot } from './cast'
import { findPollToVote, type KeptPoll } from './polls'
import { unitsEntrusted } from './proxy-holders'
import { type Rolled, rolledUnits } from './rolled-unit'
import { unitsSpokenFor } from './seats'

/** What one person sends from one screen. */
export interface Screen {
  actor: Actor
  votes: ParsedOf<'ballots.cast'>['votes']
}

/** A screen whose every vote may be cast: nothing of it is in the box yet. */
export interface Judged {
  poll: KeptPoll
  ballots: Ballot[]
  answer: OutputOf<'ballots.cast'>
}

type Keys = Pick<Asking, 'tx' | 'system' | 'instant'>

/**
 * Whether what many people send for one poll may be cast: of each screen all of it or nothing. The poll is held against
 * counting from here on, and only then clock and appointments are read.
 */
export async function judgeVotes(
  asking: Keys,
  pollId: string,
  screens: readonly Screen[],
): Promise<Result<Judged>[]> {
  const { tx, system } = asking
  const poll = await findPollToVote(tx, { streetId: system.streetId, id: pollId })
  if (!poll) return screens.map(() => refuse('NOT_FOUND'))
  const known = await knownOf(asking, poll, screens)
  return screens.map((screen) => judge(poll, known, screen))
}

/** What the rules ask about those who vote and what they vote for. */
interface Known {
  now: number
  /** The units each person may vote for. */
  own: Map<string, Set<string>>
  born: Map<string, BornIn>
  rolled: Map<string, Rolled>
}

async function knownOf(asking: Keys, poll: KeptPoll, screens: readonly Screen[]): Promise<Known> {
  const now = await asking.instant()
  const personIds = screens.flatMap(({ actor }) => actor.personId ?? [])
  const own = new Map(personIds.map((personId) => [personId, new Set<string>()]))
  for (const { personId, unitId } of [
    ...(await unitsSpokenFor(asking, { personIds, now })),
    ...(await unitsEntrusted(asking, { personIds, motionId: poll.motionId, now })),
  ])
    own.get(personId)?.add(unitId)
  const born = await birthsOf(asking.tx, asking.system, personIds)
  const unitIds = screens.flatMap(({ votes }) => votes.map(({ unitId }) => unitId))
  return { now, own, born, rolled: await rolledUnits(asking, poll, unitIds) }
}

function judge(poll: KeptPoll, known: Known, { actor, votes }: Screen): Result<Judged> {
  const { personId } = actor
  if (personId === null) return refuse('NOT_AUTHENTICATED')
  const { now, own, rolled } = known
  const isOwn = (unitId: string) => own.get(personId)?.has(unitId) ?? false
  // Nobody is asked for his birthday who could not vote anyway.
  const tooYoung = votes.some(({ unitId }) => isOwn(unitId)) ? againstVoting(known, actor, personId) : null
  if (tooYoung) return refuse(tooYoung)

  const ballots: Ballot[] = []
  for (const { unitId, choice } of votes) {
    const unit = rolled.get(unitId)
    const casting = {
      poll,
      unit: unit ?? null,
      represents: isOwn(unitId),
      isPresent: unit?.isPresent ?? false,
      now,
    }
    const refusal = whyNotCast({ ...casting, hasBallot: unit !== undefined && unit.cast !== null })
    const unfit = refusal ?? whyNotSaid(choice, poll.slate)
    if (unfit) return refuse(unfit)
    const marks = marksOf(choice, poll.slate)
    ballots.push(filledBallot(poll, { unitId, marks, personId, channel: 'app' }))
  }
  const receipts = ballots.map(({ unitId, receipt }) => ({
    unitId,
    label: rolled.get(unitId)?.label ?? '',
    receipt,
  }))
  return ok({ poll, ballots, answer: { at: now, receipts } })
}

/** Votes are for the grown. Whoever holds an office was seen by its giver: he is not asked again. */
const againstVoting = ({ born, now }: Known, { realNameLevel }: Actor, personId: string) =>
  againstByAge('vote', {
    born: born.get(personId) ?? null,
    guardianAgreed: false,
    seenGrown: realNameLevel === 3,
    now,
  })
