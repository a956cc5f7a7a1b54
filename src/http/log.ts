import type { FastifyInstance } from 'fastify'
import { OPERATION_NAMES } from '#contracts/operations'

/**
 * One line a request: route, operation, status, time. Never the address (it may hold a signature), a header,
 * a body, or an operation's name that is not ours (somebody may have typed anything there).
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { operation } = (request.params ?? {}) as { operation?: string }
    const known = OPERATION_NAMES.find((name) => name === operation)
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      ...(known && { operation: known }),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}
