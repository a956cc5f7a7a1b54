import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dispatch } from '#server/dispatch'
import { type Limits, MAX_INPUT_BYTES } from '#server/limits'
import type { System } from '#server/operation'
import { answer } from './answers'
import { credentialsOf } from './credentials'
import { operationGate } from './limits'

/** Largest JSON body in bytes of an operation that takes a whole table with it, as base64. */
const FILE_LIMIT = 6 * 1024 * 1024

interface Named {
  Params: { operation: string }
}
type Asked = FastifyRequest<Named>

/** POST /rpc/<operation>: the body is the input, the answer is the envelope. */
export function addOperations(app: FastifyInstance, system: System, limits: Limits): void {
  const mayPass = operationGate(app, limits)

  const carryOut = async (request: Asked, reply: FastifyReply) => {
    if (!(await mayPass(request, reply))) return reply

    const { operation } = request.params
    const input = request.body ?? {}
    const key = request.headers['idempotency-key']
    const envelope = await dispatch(system, {
      operation,
      input,
      key: typeof key === 'string' ? key : null,
      credentials: credentialsOf(request),
      requestId: request.id,
    })
    return answer(reply, envelope)
  }
  app.post<Named>('/rpc/:operation', { bodyLimit: MAX_INPUT_BYTES }, carryOut)
  app.post<Named>('/rpc/:operation(^register\\.(?:preview|import)$)', { bodyLimit: FILE_LIMIT }, carryOut)
}
