import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuseWith } from './answers'

const HASHED = /\.[0-9a-f]{8,}\.\w+$/
const FOREVER = 'public, max-age=31536000, immutable'

/** The H5 app: its files, and its one page for every address that a person opens in a browser. */
export async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(path.join(folder, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.header('cache-control', HASHED.test(file) ? FOREVER : 'no-cache')
      },
    })
  }

  app.setNotFoundHandler((request, reply) => {
    if (built && isNavigation(request)) return reply.sendFile('index.html')
    return refuseWith(reply, { code: 'NOT_FOUND' })
  })
}

/** Addresses of operations and photos are never pages, even when typed into a browser. */
const isNavigation = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  /text\/html/.test(headers.accept ?? '') &&
  !/^\/(rpc|photos)(\/|\?|$)/.test(url)

/** The page's own inline scripts, as a content security policy names them: anything else inline is refused. */
export function inlineScripts(folder: string): string[] {
  const page = path.join(folder, 'index.html')
  if (!existsSync(page)) return []
  const found = readFileSync(page, 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)
  return [...found].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
}
