import { parse, safeParse } from 'valibot'
import type { Envelope, Refused } from '#contracts/envelope'
import { type OperationName, operations } from '#contracts/operations'
import { may } from '#core/people/permissions'
import type { Result } from '#core/result'
import { refuse } from '#core/result'
import { Rollback, rememberCommand } from './commands'
import { handlers } from './handlers'
import type { Asking, Handler, System } from './operation'
import { askOutside, type Outside } from './outside'
import { type Credentials, identify } from './people/identity'
import { problemsOf } from './problems'
import { isUnavailable } from './storage/database'

export interface Call {
  operation: string
  input: unknown
  /** Idempotency key: the same key and input get the same answer, once carried out. */
  key: string | null
  credentials: Credentials
  requestId: string
}

/** One call's way: parse, ask outside, who asks, may he, one transaction, answer checked. Never throws. */
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
    const result = await carryOut(system, asked, outside)
    if (!result.ok) return refused(call, { code: result.refusal })
    return { ok: true, data: parse(operation.output, result.value) }
  } catch (surprise) {
    if (isUnavailable(surprise)) return refused(call, { code: 'UNAVAILABLE' })
    system.report(surprise, call.requestId)
    return refused(call, { code: 'INTERNAL' })
  }
}

type ParsedCall = Call & { operation: OperationName }

/** The one transaction. A refusal rolls everything back, whatever the handler had already written. */
async function carryOut(system: System, call: ParsedCall, outside: Outside): Promise<Result<unknown>> {
  try {
    return await system.store.transaction(async (tx) => {
      const now = await system.clock(tx)
      const identity = await identify(tx, system, call.credentials, now)
      if (!identity.ok) return identity
      const { actor, sessionHash } = identity.value
      const { action } = operations[call.operation]
      if (!may(actor, action, null)) return refuse(actor.personId ? 'FORBIDDEN' : 'NOT_AUTHENTICATED')

      const asking: Asking = { tx, actor, now, sessionHash, outside, system }
      const result = await rememberCommand(asking, call, () => run(call, asking))
      if (!result.ok) throw new Rollback(result.refusal)
      return result
    })
  } catch (thrown) {
    if (thrown instanceof Rollback) return refuse(thrown.refusal)
    throw thrown
  }
}

// The table ties each name to its own input; the compiler cannot follow one name through a union of all.
const run = (call: ParsedCall, asking: Asking): Promise<Result<unknown>> =>
  (handlers[call.operation] as Handler<OperationName>)(call.input as never, asking)

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)

const isKey = (key: string | null): boolean => key !== null && /^[\w-]{8,64}$/.test(key)

const refused = (call: Call, error: Omit<Refused, 'requestId'>): Envelope<never> => ({
  ok: false,
  error: { ...error, requestId: call.requestId },
})
