import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { safeParse } from 'valibot'
import * as shapes from '#contracts/shapes'
import type { PhotoUse } from '#core/content/photo'
import { ok } from '#core/result'
import type { Limits } from '#server/limits'
import type { System } from '#server/operation'
import { identify } from '#server/people/identity'
import { MAX_UPLOAD_BYTES } from '#server/photos/reencode'
import type { PhotoFolder } from '#server/photos/store'
import { bytesAt, keepPhoto } from '#server/photos/uploads'
import { answer, refuseWith } from './answers'
import { credentialsOf } from './credentials'
import { gate } from './limits'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who uploads, once we know; photos are counted by person. */
    uploaderId: string | null
  }
}

/** POST /photos takes one picture (multipart: `id`, for a face `use=avatar`, and the file); GET /photos/<id> gives it by a signed address. */
export async function addPhotos(
  app: FastifyInstance,
  system: System & { photos: PhotoFolder },
  limits: Limits,
): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 2, parts: 3, fieldSize: 100 },
  })
  app.decorateRequest('uploaderId', null)
  const mayPass = gate(app, limits.photos, ({ uploaderId, ip }) => uploaderId ?? ip)

  app.post('/photos', async (request, reply) => {
    request.uploaderId = await uploaderOf(system, request)
    if (!request.uploaderId) return refuseWith(reply, { code: 'NOT_AUTHENTICATED' })
    if (!(await mayPass(request, reply))) return reply

    const { id, use, bytes } = await readUpload(request)
    const fields = problemsWith({ id, use, bytes })
    if (fields.length > 0 || !id || !bytes || !isUse(use))
      return refuseWith(reply, { code: 'VALIDATION', fields })

    const kept = await keepPhoto(system, {
      id,
      uploaderId: request.uploaderId,
      use,
      read: async () => ok(bytes),
    })
    if (!kept.ok) return refuseWith(reply, { code: kept.refusal })
    return answer(reply, { ok: true, data: kept.value })
  })

  app.get<{ Params: { id: string }; Querystring: { until?: unknown; sig?: unknown } }>(
    '/photos/:id',
    async ({ params, query }, reply) => {
      const bytes = await bytesAt(system, params.id, { until: String(query.until), sig: String(query.sig) })
      if (!bytes) return refuseWith(reply, { code: 'NOT_FOUND' })
      return (
        reply
          .type('image/jpeg')
          .header('cache-control', 'private, max-age=7200, immutable')
          // WeChat shows pages from a site of its own; the signed address is what guards a photo.
          .header('cross-origin-resource-policy', 'cross-origin')
          .send(bytes)
      )
    },
  )
}

async function uploaderOf(system: System, request: FastifyRequest): Promise<string | null> {
  const identity = await system.store.transaction(async (tx) =>
    identify(tx, system, credentialsOf(request), await system.clock(tx)),
  )
  return identity.ok ? identity.value.actor.personId : null
}

interface Read {
  id: string | null
  use: string
  bytes: Buffer | null
}

const isUse = (use: string): use is PhotoUse => use === 'concern' || use === 'avatar'

/** The parts in whichever order the phone sends them. */
async function readUpload(request: FastifyRequest): Promise<Read> {
  const read: Read = { id: null, use: 'concern', bytes: null }
  for await (const part of request.parts()) {
    if (part.type === 'file') read.bytes = await part.toBuffer()
    else if (part.fieldname === 'id') read.id = String(part.value)
    else if (part.fieldname === 'use') read.use = String(part.value)
  }
  return read
}

function problemsWith({ id, use, bytes }: Read) {
  return [
    ...(id === null ? [{ path: 'id', problem: 'required' }] : []),
    ...(id !== null && !safeParse(shapes.id, id).success ? [{ path: 'id', problem: 'regex' }] : []),
    ...(isUse(use) ? [] : [{ path: 'use', problem: 'picklist' }]),
    ...(bytes === null ? [{ path: 'file', problem: 'required' }] : []),
  ]
}
