import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { admit } from '#server/admit'
import { dispatch } from '#server/dispatch'
import { FILE_OPERATIONS, isFileOperation, type Limits, MAX_INPUT_BYTES } from '#server/limits'
import type { System } from '#server/operation'
import { answer, refuseWith } from './answers'
import { credentialsOf } from './credentials'
import { operationGate } from './limits'

/** Largest JSON body in bytes of an operation that takes a whole table with it, as base64. */
const FILE_LIMIT = 6 * 1024 * 1024

/** A policy for scripts and pictures is a page's; drawing it up anew for each answer is felt on a vote day. */
const ANSWERS = { helmet: { contentSecurityPolicy: false } }

interface Named {
  Params: { operation: string }
}
type Asked = FastifyRequest<Named>

/** POST /rpc/<operation>: the body is the input, the answer is the envelope. */
export function addOperations(app: FastifyInstance, system: System, limits: Limits): void {
  const mayPass = operationGate(app, limits)

  const carryOut = async (request: Asked, reply: FastifyReply) => {
    const { operation } = request.params
    // Those with a file were counted before their body was read.
    if (!isFileOperation(operation) && !(await mayPass(request, reply))) return reply

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
  app.post<Named>('/rpc/:operation', { ...ANSWERS, bodyLimit: MAX_INPUT_BYTES }, carryOut)
  const onRequest = async (request: Asked, reply: FastifyReply) => {
    const { operation } = request.params
    if (!isFileOperation(operation) || !(await mayPass(request, reply))) return reply
    const admitted = await admit(system, operation, credentialsOf(request))
    return admitted.ok ? undefined : refuseWith(reply, { code: admitted.refusal })
  }
  const names = FILE_OPERATIONS.map((name) => name.replace('.', '\\.')).join('|')
  const withFile = { ...ANSWERS, bodyLimit: FILE_LIMIT, onRequest }
  app.post<Named>(`/rpc/:operation(^(?:${names})$)`, withFile, carryOut)
}
