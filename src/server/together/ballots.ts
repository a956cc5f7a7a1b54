import type { OutputOf, ParsedOf } from '#contracts/operations'
import { operations } from '#contracts/operations'
import type { Actor, Grant } from '#core/people/actor'
import { may } from '#core/people/permissions'
import { ok, type Result } from '#core/result'
import { writeAudits } from '../audit/write'
import { hashOf, takeCommands } from '../commands'
import { putBallots } from '../council/cast'
import { type Judged, judgeVotes } from '../council/voting'
import type { Asking, System } from '../operation'
import { actorsSignedIn } from '../people/actors'
import { hashToken } from '../people/sessions'

/** A call of `ballots.cast` by somebody with a token. */
export interface CastCall {
  operation: 'ballots.cast'
  input: ParsedOf<'ballots.cast'>
  key: string
  token: string
  requestId: string
}

type Answer = Result<OutputOf<'ballots.cast'>>

/**
 * Ballots of many people for one poll in one transaction: the same steps as `dispatch` takes for one call, each of them
 * once for all. Answers in the order of the calls; `null`: that one is not to be cast as it stands, nothing of it was
 * written, and it goes its own way, where it is told why.
 */
export function castTogether(system: System, calls: readonly CastCall[]): Promise<(Answer | null)[]> {
  return system.store.transaction(async (tx) => {
    const now = await system.clock(tx)
    const asking = { tx, now, instant: () => system.clock(tx), system }
    const answers = await castOf(asking, await judged(asking, await admitted(asking, calls)))
    return calls.map((call) => answers.get(call) ?? null)
  })
}

type Keys = Pick<Asking, 'tx' | 'now' | 'instant' | 'system'>

interface Admitted {
  call: CastCall
  actor: Actor
  personId: string
  office: Grant
}

/** Those whose sign-in is good and who may vote anywhere at all. */
async function admitted({ tx, now, system }: Keys, calls: readonly CastCall[]): Promise<Admitted[]> {
  const hashes = calls.map(({ token }) => hashToken(token))
  const actors = await actorsSignedIn(tx, system.streetId, { hashes, now })
  return calls.flatMap((call, n) => {
    const actor = actors.get(hashes[n] ?? '')
    const office = actor && may(actor, operations[call.operation].action, null)
    return office && actor.personId !== null ? [{ call, actor, personId: actor.personId, office }] : []
  })
}

type Ready = Admitted & Judged

async function judged(asking: Keys, voters: readonly Admitted[]): Promise<Ready[]> {
  const [first] = voters
  if (!first) return []
  const screens = voters.map(({ actor, call }) => ({ actor, votes: call.input.votes }))
  const results = await judgeVotes(asking, first.call.input.pollId, screens)
  return voters.flatMap((voter, n) => {
    const result = results[n]
    return result?.ok ? [{ ...voter, ...result.value }] : []
  })
}

/** Takes the commands, casts those that are new, and tells those that came before what they were told then. */
async function castOf(asking: Keys, ready: readonly Ready[]): Promise<Map<CastCall, Answer>> {
  if (ready.length === 0) return new Map()
  const deeds = ready.map((one) => ({ ...one, inputHash: hashOf(asking, one.call) }))
  const before = await takeCommands(asking, deeds.map(commandOf))
  const fresh = deeds.filter((_, n) => before[n] === null)
  const [first] = fresh
  if (first) {
    const ballots = fresh.flatMap((one) => one.ballots)
    await putBallots(asking, first.poll, { at: first.answer.at, ballots })
    await writeAudits(asking, fresh.map(auditOf))
  }
  return new Map(ready.map(({ call, answer }, n) => [call, (before[n] as Answer | null) ?? ok(answer)]))
}

type Deed = Ready & { inputHash: string }

const commandOf = ({ call, personId, inputHash, answer }: Deed) => ({
  actorId: personId,
  operation: call.operation,
  key: call.key,
  inputHash,
  answer,
})

const auditOf = ({ call, personId, office, inputHash }: Deed) => ({
  actorId: personId,
  operation: call.operation,
  office: office.role,
  requestId: call.requestId,
  inputHash,
  subjectId: null,
  outcome: 'done' as const,
})
