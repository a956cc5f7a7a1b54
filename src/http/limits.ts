import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { countedAs, type Limits } from '#server/limits'
import { refuseWith } from './answers'
import { callerOf } from './credentials'

/** True when the request may go on; otherwise it has been answered. */
export type Gate = (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>

/** Lets `max` requests a minute through for each key. */
export function gate(
  app: FastifyInstance,
  max: number,
  keyGenerator: (request: FastifyRequest) => string,
): Gate {
  const count = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator })
  return async (request, reply) => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return true
    reply.header('retry-after', counted.ttlInSeconds)
    refuseWith(reply, { code: 'RATE_LIMITED' })
    return false
  }
}

/** Sign-ins are counted by address, everything else by caller. */
export function operationGate(app: FastifyInstance, limits: Limits): Gate {
  const gates = {
    signIns: gate(app, limits.signIns, (request) => request.ip),
    commands: gate(app, limits.commands, callerOf),
    photos: gate(app, limits.photos, callerOf),
    files: gate(app, limits.files, callerOf),
  }
  return async (request, reply) => {
    const counted = countedAs((request.params as { operation: string }).operation)
    return counted === null || gates[counted](request, reply)
  }
}
