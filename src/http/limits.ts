import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { operations } from '#contracts/operations'
import { refuseWith } from './answers'
import { callerOf } from './credentials'

/** How often a minute. An address may stand for a whole village behind one router, so sign-in is not narrow. */
export interface Limits {
  signInsPerAddress: number
  commandsPerCaller: number
  photosPerPerson: number
}

export const LIMITS: Limits = { signInsPerAddress: 60, commandsPerCaller: 120, photosPerPerson: 30 }

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

/** Sign-ins are counted by address, other commands by caller; queries are not counted. */
export function operationGate(app: FastifyInstance, limits: Limits): Gate {
  const signIns = gate(app, limits.signInsPerAddress, (request) => request.ip)
  const commands = gate(app, limits.commandsPerCaller, callerOf)
  return async (request, reply) => {
    const { operation } = request.params as { operation: string }
    const known = Object.hasOwn(operations, operation)
      ? operations[operation as keyof typeof operations]
      : null
    if (known?.kind !== 'command') return true
    return known.action === 'account.enter' ? signIns(request, reply) : commands(request, reply)
  }
}
