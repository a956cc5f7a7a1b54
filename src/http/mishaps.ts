import type { FastifyError, FastifyInstance } from 'fastify'
import type { Refused } from '#contracts/envelope'
import { MAX_INPUT_BYTES } from '#server/limits'
import type { System } from '#server/operation'
import { isUnavailable } from '#server/storage/database'
import { refuseWith } from './answers'

type Said = Omit<Refused, 'requestId'>

const wrongBody = (problem: string, limit?: number): Said => ({
  code: 'VALIDATION',
  fields: [{ path: '', problem, ...(limit ? { limit } : {}) }],
})

/** What the framework says about a request it cannot read, in our words. */
const MISREAD: Record<string, Said> = {
  FST_ERR_CTP_BODY_TOO_LARGE: wrongBody('max_bytes', MAX_INPUT_BYTES),
  FST_ERR_CTP_INVALID_JSON_BODY: wrongBody('json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: wrongBody('json'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: wrongBody('content_type'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: wrongBody('content_type'),
  FST_REQ_FILE_TOO_LARGE: { code: 'PHOTO_TOO_LARGE' },
  FST_FILES_LIMIT: wrongBody('one_file'),
  FST_FIELDS_LIMIT: wrongBody('one_field'),
  FST_PARTS_LIMIT: wrongBody('one_file'),
}

/** One place for everything thrown: the sender's mistakes, an absent database, and surprises, reported once. */
export function catchMishaps(app: FastifyInstance, report: System['report']): void {
  app.setErrorHandler((problem: FastifyError, request, reply) => {
    const said = saidOf(problem)
    if (said.code === 'INTERNAL') report(problem, request.id)
    return refuseWith(reply, said)
  })
}

function saidOf(problem: FastifyError): Said {
  const misread = MISREAD[problem.code]
  if (misread) return misread
  if (isUnavailable(problem)) return { code: 'UNAVAILABLE' }
  if ((problem.statusCode ?? 500) < 500) return wrongBody('unreadable')
  return { code: 'INTERNAL' }
}
