import type { FastifyRequest } from 'fastify'
import type { Credentials } from '#server/people/identity'
import { hashToken } from '#server/people/sessions'

/** The bearer token and nothing else; any other way of naming oneself in this header is an unknown token. */
export function credentialsOf({ headers }: FastifyRequest): Credentials {
  const given = headers.authorization
  if (given === undefined) return { kind: 'none' }
  return { kind: 'token', token: /^Bearer ([\w-]{1,200})$/i.exec(given)?.[1] ?? '' }
}

/** Whom a limit counts: the session, or the address while nobody has signed in. */
export function callerOf(request: FastifyRequest): string {
  const credentials = credentialsOf(request)
  return credentials.kind === 'token' && credentials.token ? hashToken(credentials.token) : request.ip
}
