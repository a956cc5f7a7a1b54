import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { System } from '#server/operation'
import type { Store } from '#server/storage/database'

const PATIENCE_MS = 3_000

type Health = Pick<System, 'store' | 'publicUrl' | 'leadsHere'>

/**
 * GET /healthz: 200 while the database answers, 503 otherwise; a load balancer looks here. A wrong public address is
 * told and no reason to take the server away: nobody could come and prove it right.
 */
export function addHealth(app: FastifyInstance, { store, publicUrl, leadsHere }: Health): void {
  app.get('/healthz', async (_, reply) => {
    const healthy = await Promise.race([answers(store), pause(PATIENCE_MS, false, { ref: false })])
    reply.header('cache-control', 'no-store')
    return reply.code(healthy ? 200 : 503).send({
      database: healthy ? 'ok' : 'unavailable',
      ...(publicUrl !== null && { publicUrl: (await leadsHere()) ? 'ok' : 'leads elsewhere' }),
    })
  })
}

const answers = (store: Store): Promise<boolean> =>
  store.now(store.db).then(
    () => true,
    () => false,
  )
