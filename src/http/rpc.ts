import type { FastifyInstance } from 'fastify'
import { dispatch } from '#server/dispatch'
import { type Limits, MAX_INPUT_BYTES } from '#server/limits'
import type { System } from '#server/operation'
import { answer } from './answers'
import { credentialsOf } from './credentials'
import { operationGate } from './limits'

/** POST /rpc/<operation>: the body is the input, the answer is the envelope. */
export function addOperations(app: FastifyInstance, system: System, limits: Limits): void {
  const mayPass = operationGate(app, limits)

  app.post<{ Params: { operation: string } }>(
    '/rpc/:operation',
    { bodyLimit: MAX_INPUT_BYTES },
    async (request, reply) => {
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
    },
  )
}
