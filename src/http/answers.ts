import type { FastifyReply } from 'fastify'
import type { Envelope, Refused } from '#contracts/envelope'
import type { Refusal } from '#core/refusals'

/** For proxies and monitors; clients read the envelope. What is not listed is 422: understood, but not so. */
const STATUS: Partial<Record<Refusal, number>> = {
  VALIDATION: 400,
  NOT_AUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  VERSION_CONFLICT: 409,
  DUPLICATE_COMMAND: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
}

export const statusOf = (code: Refusal): number => STATUS[code] ?? 422

/** Sends an envelope with the HTTP status that fits it. */
export function answer(reply: FastifyReply, envelope: Envelope<unknown>): FastifyReply {
  reply.header('cache-control', 'no-store')
  return reply.code(envelope.ok ? 200 : statusOf(envelope.error.code)).send(envelope)
}

/** Says no, under the id of the request it answers. */
export const refuseWith = (reply: FastifyReply, refused: Omit<Refused, 'requestId'>): FastifyReply =>
  answer(reply, { ok: false, error: { ...refused, requestId: reply.request.id } })
