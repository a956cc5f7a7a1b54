import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'loudong-start-'))
const data = path.join(folder, 'data')
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** What src/tools/launch.mjs does once everything is installed and built. */
const LAUNCH = `await import('tsx'); await import('./src/tools/start.ts')`

/** A server as `npm start` runs it, on a port of its own choice, with little demo data. */
function start(environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', LAUNCH], {
    env: { PATH: process.env.PATH, LOUDONG_DATA: data, LOUDONG_PROFILE: 'tiny', PORT: '0', ...environment },
  })
  running.add(child)
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  const ended = once(child, 'exit').then(([code]) => ({ code, said }))
  return { child, ended, address: () => addressIn(child, () => said) }
}

async function addressIn(child: ChildProcess, said: () => string): Promise<string> {
  for (;;) {
    const [address] = /http:\/\/[\d.:]+/.exec(said()) ?? []
    if (address) return address
    if (child.exitCode !== null) throw new Error(said())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function call(address: string, operation: string, input: object, token = '') {
  const answered = await fetch(`${address}/rpc/${operation}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `${operation}-1`.replace(/\W/g, '-'),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(input),
  })
  return answered.json()
}

test('what was acknowledged survives the power going off, and the folder is free again', async () => {
  const first = start()
  const address = await first.address()
  const { data: signedIn } = await call(address, 'people.signInAs', { persona: 'resident.li' })
  await call(address, 'people.leavePhone', { phone: '10011112222' }, signedIn.token)
  first.child.kill('SIGKILL')
  await first.ended

  const second = start()
  const me = await call(await second.address(), 'people.me', {}, signedIn.token)
  expect(me).toMatchObject({ ok: true, data: { phone: '100****2222' } })

  second.child.kill('SIGTERM')
  expect((await second.ended).code).toBe(0)
})

test('a second server on the same folder is refused in one sentence, and the first goes on', async () => {
  const first = start()
  const address = await first.address()
  const { code, said } = await start().ended
  expect(code).toBe(1)
  expect(said).toContain('另一个进程正在使用数据文件夹')
  expect(said).not.toMatch(/\n\s+at /)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)

  const other = await start({ LOUDONG_DATA: path.join(folder, 'other'), PORT: new URL(address).port }).ended
  expect([other.code, other.said]).toEqual([1, expect.stringContaining('已被别的程序占用')])
  expect(other.said).not.toMatch(/\n\s+at /)
  first.child.kill('SIGINT')
  expect((await first.ended).code).toBe(0)
})

test.each([
  ['a database that cannot be reached', { DATABASE_URL: 'postgresql://127.0.0.1:1/none' }, '连不上数据库'],
  ['production without its secret', { LOUDONG_ENV: 'production' }, 'LOUDONG_SECRET'],
])('%s is one sentence', async (_, environment, sentence) => {
  const { code, said } = await start({ LOUDONG_DATA: path.join(folder, 'none'), ...environment }).ended
  expect([code, said]).toEqual([1, expect.stringContaining(sentence)])
  expect(said).not.toMatch(/\n\s+at /)
})
