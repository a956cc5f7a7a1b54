import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDoor } from '../../src/http/app'
import { LIMITS, type Limits } from '../../src/server/limits'
import type { System } from '../../src/server/operation'
import { openPhotoFolder } from '../../src/server/photos/store'
import { reportTo } from '../../src/server/report'
import type { Store } from '../../src/server/storage/database'
import { giveLogin, register, registerStreet, systemOver } from '../server/people/street'

export interface TestDoor {
  app: FastifyInstance
  /** Every line the door and the system wrote. */
  lines: string[]
  call(operation: string, input?: unknown, headers?: Record<string, string>): Promise<Called>
  signIn(persona: string): Promise<string>
  close(): Promise<void>
}

export interface Called {
  status: number
  headers: Record<string, unknown>
  text: string
  body: { ok: boolean; data?: never; error?: { code: string; fields?: unknown; requestId: string } }
}

interface Wanted {
  system?: Partial<System>
  limits?: Partial<Limits>
  pagesFolder?: string
}

/** A door over a store, with nobody in the way but the real thing. */
export async function openTestDoor(store: Store, wanted: Wanted = {}): Promise<TestDoor> {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  const folder = mkdtempSync(path.join(tmpdir(), 'loudong-door-'))
  const app = await openDoor({
    system: systemOver(store, { report: reportTo(write), ...wanted.system }),
    photos: openPhotoFolder(folder),
    pagesFolder: wanted.pagesFolder ?? path.join(folder, 'no pages'),
    limits: { ...LIMITS, ...wanted.limits },
    log: { level: 'trace', stream: { write } },
  })
  const call = caller(app)
  return {
    app,
    lines,
    call,
    async signIn(persona) {
      const { body } = await call('people.signInAs', { persona })
      return (body.data as unknown as { token: string }).token
    },
    async close() {
      await app.close()
      rmSync(folder, { recursive: true })
    },
  }
}

let keys = 0

const caller =
  (app: FastifyInstance): TestDoor['call'] =>
  async (operation, input = {}, headers = {}) => {
    keys += 1
    const answered = await app.inject({
      method: 'POST',
      url: `/rpc/${operation}`,
      headers: { 'content-type': 'application/json', 'idempotency-key': `key-${keys}-0000`, ...headers },
      payload: typeof input === 'string' ? input : JSON.stringify(input),
    })
    const { statusCode, headers: told, body: text } = answered
    return { status: statusCode, headers: told, text, body: answered.json<Called['body']>() }
  }

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** 李先生 and 陈女士, who can sign in as `resident.li` and `volunteer.chen`. */
export async function twoResidents(store: Store): Promise<void> {
  await registerStreet(store)
  await register(store, 'p.li')
  await register(store, 'p.chen', '陈女士')
  await giveLogin(store, 'p.li', 'resident.li')
  await giveLogin(store, 'p.chen', 'volunteer.chen')
}
