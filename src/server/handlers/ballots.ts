import type { OutputOf, ParsedOf } from '#contracts/operations'
import { marksOf, whyNotSaid } from '#core/council/paper'
import { whyNotCast } from '#core/council/poll'
import { againstByAge } from '#core/people/age'
import { ok, type Result, refuse } from '#core/result'
import { cast } from '../council/cast'
import { findPollToVote } from '../council/polls'
import { unitsEntrusted } from '../council/proxies'
import { receiptsOf } from '../council/receipts'
import { isInRoom, rolledUnit } from '../council/rolled-unit'
import { unitsOfPerson } from '../council/seats'
import type { Asking, HandlersOf } from '../operation'
import { birthOf } from '../people/birth'

export const ballotHandlers: HandlersOf<'ballots.cast' | 'ballots.mine'> = {
  'ballots.cast': castAll,
  'ballots.mine': async (_, asking) => {
    const { personId } = asking.actor
    return personId ? ok({ items: await receiptsOf(asking, personId) }) : refuse('NOT_AUTHENTICATED')
  },
}

/** All ballots of one screen or none. The clock and the appointments are read once the poll is held against counting. */
async function castAll(
  { pollId, votes }: ParsedOf<'ballots.cast'>,
  asking: Asking,
): Promise<Result<OutputOf<'ballots.cast'>>> {
  const { tx, actor, system } = asking
  const { personId } = actor
  if (personId === null) return refuse('NOT_AUTHENTICATED')
  const poll = await findPollToVote(tx, { streetId: system.streetId, id: pollId })
  if (!poll) return refuse('NOT_FOUND')
  const now = await asking.instant()
  const mine = [
    ...(await unitsOfPerson(asking, { personId, now })),
    ...(await unitsEntrusted(asking, { personId, motionId: poll.motionId, now })),
  ]
  // Nobody is asked for his birthday who could not vote anyway.
  if (votes.some(({ unitId }) => mine.includes(unitId))) {
    const tooYoung = await againstVoting(asking, personId, now)
    if (tooYoung) return refuse(tooYoung)
  }
  const receipts: OutputOf<'ballots.cast'>['receipts'] = []
  // In one order everywhere, so that two screens with the same houses wait for each other and not in a circle.
  for (const { unitId, choice } of [...votes].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))) {
    const unit = await rolledUnit(asking, poll.id, unitId)
    const isPresent = await isInRoom(asking, poll, unitId)
    const casting = { poll, unit: unit ?? null, represents: mine.includes(unitId), isPresent, now }
    const refusal = whyNotCast({ ...casting, hasBallot: unit !== undefined && unit.cast !== null })
    const unfit = refusal ?? whyNotSaid(choice, poll.slate)
    if (unfit) return refuse(unfit)
    const receipt = await cast(asking, poll, {
      unitId,
      marks: marksOf(choice, poll.slate),
      personId,
      at: now,
      channel: 'app',
    })
    receipts.push({ unitId, label: unit?.label ?? '', receipt })
  }
  return ok({ at: now, receipts })
}

/** Votes are for the grown. Whoever holds an office was seen by its giver: he is not asked again. */
async function againstVoting({ tx, actor, system }: Asking, personId: string, now: number) {
  const born = await birthOf(tx, system, personId)
  return againstByAge('vote', { born, guardianAgreed: false, seenGrown: actor.realNameLevel === 3, now })
}
