import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { v7 as newId } from 'uuid'
import { LIMITS, type Limits } from '#server/limits'
import type { System } from '#server/operation'
import type { PhotoFolder } from '#server/photos/store'
import type { PushSecrets } from '#server/wechat/push-seal'
import { addHealth } from './health'
import { logRequests } from './log'
import { catchMishaps } from './mishaps'
import { openapi } from './openapi'
import { addPages } from './pages'
import { addPhotos } from './photos'
import { addOperations } from './rpc'
import { addSecurityHeaders } from './security'
import { addWechatPush } from './wechat-push'

export interface Door {
  system: System
  photos: PhotoFolder
  /** The built H5 app; may be absent, then only operations are served. */
  pagesFolder: string
  /** How WeChat's message push proves itself; absent, that door does not exist. */
  push?: PushSecrets | null
  limits?: Limits
  log?: { level: string; stream?: { write(line: string): void } }
}

/** The self-hosting door: operations, photos, the H5 app, all on one port. */
export async function openDoor({
  system,
  photos,
  pagesFolder,
  push = null,
  limits = LIMITS,
  log,
}: Door): Promise<FastifyInstance> {
  const app = fastify({
    logger: log ?? false,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: () => newId(),
    // A proxy on this very machine may tell the caller's address; nobody else may.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  logRequests(app)
  catchMishaps(app, system.report)

  await addSecurityHeaders(app, pagesFolder)
  await app.register(rateLimit, { global: false })
  addHealth(app, system)
  addOperations(app, system, limits)
  await addPhotos(app, { ...system, photos }, limits)
  await addWechatPush(app, system, push)
  const contract = openapi()
  app.get('/openapi.json', async () => contract)
  await addPages(app, pagesFolder)
  return app
}
