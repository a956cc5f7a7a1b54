import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Pushed, receivePush } from '#server/wechat/push'
import { isSigned, openPush, type PushMarks, type PushSecrets } from '#server/wechat/push-seal'
import { refuseWith } from './answers'

/**
 * GET and POST /wechat/push: where WeChat's message push (format JSON) is entered in its console. GET is its test of
 * the address, POST an event. Absent without a token.
 */
export async function addWechatPush(
  app: FastifyInstance,
  system: Pushed,
  secrets: PushSecrets | null,
): Promise<void> {
  if (!secrets) return
  await app.register(async (door) => {
    // Whatever WeChat calls its JSON, it is read as it came.
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text))

    door.get('/wechat/push', async (request, reply) => {
      if (!isSigned(secrets, marksOf(request))) return refuseWith(reply, { code: 'FORBIDDEN' })
      return reply.type('text/plain').send(textIn(request.query, 'echostr'))
    })

    door.post('/wechat/push', async (request, reply) => {
      const event = openPush(secrets, marksOf(request), String(request.body))
      if (event === null) return refuseWith(reply, { code: 'FORBIDDEN' })
      await receivePush(system, event)
      return reply.type('text/plain').send('success')
    })
  })
}

const marksOf = ({ query }: FastifyRequest): PushMarks => ({
  signature: textIn(query, 'signature'),
  timestamp: textIn(query, 'timestamp'),
  nonce: textIn(query, 'nonce'),
  msgSignature: textIn(query, 'msg_signature'),
})

/** A parameter given twice is no text, and so none of WeChat's. */
function textIn(query: unknown, name: string): string {
  const value = (query as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : ''
}
