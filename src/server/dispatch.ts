import { parse, safeParse } from 'valibot'
import type { Envelope, Refused } from '#contracts/envelope'
import { type OperationName, operations } from '#contracts/operations'
import type { Role } from '#core/people/actor'
import { may } from '#core/people/permissions'
import type { Refusal } from '#core/refusals'
import type { Result } from '#core/result'
import { refuse } from '#core/result'
import { isDeed, isNoted, subjectOf, writeAudit } from './audit/write'
import { hashOf, Rollback, rememberCommand } from './commands'
import { handlers } from './handlers'
import type { Asking, Handler, System } from './operation'
import { askOutside, type Outside } from './outside'
import { type Credentials, identify } from './people/identity'
import { problemsOf } from './problems'
import { isUnavailable } from './storage/database'
import { inGroup } from './together/in-group'
import { inTurn } from './turns'

export interface Call {
  operation: string
  input: unknown
  /** Idempotency key: the same key and input get the same answer, once carried out. */
  key: string | null
  credentials: Credentials
  requestId: string
}

/**
 * One call's way: parse, ask outside, who asks, may he, one transaction, answer checked. Ballots share a transaction.
 * Never throws.
 */
export async function dispatch(system: System, call: Call): Promise<Envelope<unknown>> {
  if (!isOperation(call.operation)) return refused(call, { code: 'NOT_FOUND' })
  const operation = operations[call.operation]
  const parsed = safeParse(operation.input, call.input)
  if (!parsed.success) return refused(call, { code: 'VALIDATION', fields: problemsOf(parsed.issues) })
  if (operation.kind === 'command' && !isKey(call.key)) {
    return refused(call, { code: 'VALIDATION', fields: [{ path: 'Idempotency-Key', problem: 'required' }] })
  }

  try {
    const asked = { ...call, operation: call.operation, input: parsed.output }
    const { credentials, key } = call
    const outside = await askOutside(asked.operation, asked.input, { system, credentials, key })
    const together = await inGroup(system, asked)
    const result =
      together ?? (await inTurn(system.store, asked.operation, () => carryOut(system, asked, outside)))
    if (!result.ok) return refused(call, { code: result.refusal })
    return { ok: true, data: await system.photoLinks.complete(parse(operation.output, result.value)) }
  } catch (surprise) {
    if (isUnavailable(surprise)) return refused(call, { code: 'UNAVAILABLE' })
    system.report(surprise, call.requestId)
    return refused(call, { code: 'INTERNAL' })
  }
}

/** A call whose input is what its operation takes. */
export type ParsedCall = Call & { operation: OperationName }

/** The one transaction. A refusal rolls everything back, whatever the handler had already written. */
async function carryOut(system: System, call: ParsedCall, outside: Outside): Promise<Result<unknown>> {
  let asking: Asking | undefined
  const result = await orRefused(() =>
    system.store.transaction(async (tx) => {
      const now = await system.clock(tx)
      const identity = await identify(tx, system, call.credentials, now)
      if (!identity.ok) return identity
      const { actor, sessionHash } = identity.value
      const instant = () => system.clock(tx)
      asking = { tx, actor, now, instant, sessionHash, outside, system }
      const office = may(actor, operations[call.operation].action, null)
      if (!office) return refuse(actor.personId ? 'FORBIDDEN' : 'NOT_AUTHENTICATED')

      const answer = await rememberCommand(asking, call, runAudited(call, asking, office.role))
      if (!answer.ok) throw new Rollback(answer.refusal)
      return answer
    }),
  )
  if (asking && !result.ok) await noteRefused(system, call, asking, result.refusal)
  return result
}

async function orRefused(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof Rollback) return refuse(thrown.refusal)
    throw thrown
  }
}

/** A command that is carried out leaves one line in the audit log; a repeat, which only gets the old answer, none. */
const runAudited = (call: ParsedCall, asking: Asking, office: Role) => async (): Promise<Result<unknown>> => {
  const result = await run(call, asking)
  if (result.ok && isDeed(call.operation)) {
    const subjectId = subjectOf(call.input, result.value)
    await writeAudit(asking, { ...deedOf(call, asking), office, subjectId, outcome: 'done' })
  }
  return result
}

/** Somebody signed in tried a command that is not his: told in a transaction of its own, since his was undone. */
async function noteRefused(
  system: System,
  call: ParsedCall,
  asking: Asking,
  outcome: Refusal,
): Promise<void> {
  if (!isNoted(outcome) || !isDeed(call.operation) || !asking.actor.personId) return
  const deed = {
    ...deedOf(call, asking),
    office: 'resident' as const,
    subjectId: subjectOf(call.input, null),
  }
  await system.store.transaction((tx) => writeAudit({ ...asking, tx }, { ...deed, outcome }))
}

const deedOf = (call: ParsedCall, asking: Asking) => ({
  operation: call.operation,
  requestId: call.requestId,
  inputHash: hashOf(asking, call),
})

// The table ties each name to its own input; the compiler cannot follow one name through a union of all.
const run = (call: ParsedCall, asking: Asking): Promise<Result<unknown>> =>
  (handlers[call.operation] as Handler<OperationName>)(call.input as never, asking)

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)

const isKey = (key: string | null): boolean => key !== null && /^[\w-]{8,64}$/.test(key)

const refused = (call: Call, error: Omit<Refused, 'requestId'>): Envelope<never> => ({
  ok: false,
  error: { ...error, requestId: call.requestId },
})
