import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import { inlineScripts } from './pages'

/** Headers that keep a browser from running or loading anything that is not ours. */
export async function addSecurityHeaders(app: FastifyInstance, pagesFolder: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScripts(pagesFolder)],
        // Taro's components and NutUI write <style> elements and style attributes while running.
        styleSrc: ["'self'", "'unsafe-inline'"],
        // blob: a photo just chosen, before it is sent; data: small icons inside the styles.
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // blob: the same photo again, read from the browser's own memory to be kept and sent.
        connectSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Photos and pages are ours alone; addresses hold a signature, so they are told to nobody.
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  })
}
