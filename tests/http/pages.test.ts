import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Store } from '../../src/server/storage/database'
import { memoryStore } from '../support/database'
import { openTestDoor, type TestDoor } from './door'

const SCRIPT = 'document.documentElement.dataset.size = "1"'
const PAGE = `<!DOCTYPE html><script>${SCRIPT}</script><script src="/js/app.0a1b2c3d.js"></script>`
const pagesFolder = mkdtempSync(path.join(tmpdir(), 'loudong-pages-'))
let store: Store
let door: TestDoor

beforeAll(async () => {
  mkdirSync(path.join(pagesFolder, 'js'))
  writeFileSync(path.join(pagesFolder, 'index.html'), PAGE)
  writeFileSync(path.join(pagesFolder, 'js/app.0a1b2c3d.js'), 'run()')
  writeFileSync(path.join(pagesFolder, 'plain.txt'), 'plain')
  store = await memoryStore()
  door = await openTestDoor(store, { pagesFolder })
})
afterAll(async () => {
  await door.close()
  await store.close()
  rmSync(pagesFolder, { recursive: true })
})

const get = (url: string, accept = 'text/html,application/xhtml+xml') =>
  door.app.inject({ url, headers: { accept } })

test.each(['/', '/pages/concern/detail?id=1', '/index.html'])('%s opens the app', async (url) => {
  const { statusCode, body, headers } = await get(url)
  expect([statusCode, body, headers['cache-control']]).toEqual([200, PAGE, 'no-cache'])
})

test('a file with a hash in its name is kept for good, another is asked for again', async () => {
  expect((await get('/js/app.0a1b2c3d.js', '*/*')).headers['cache-control']).toContain('immutable')
  expect((await get('/plain.txt', '*/*')).headers['cache-control']).toBe('no-cache')
})

test.each([
  ['/js/gone.js', '*/*'],
  ['/photos/', 'text/html'],
  ['/rpc/people.me', 'text/html'],
  ['/../package.json', '*/*'],
  ['/%2e%2e/package.json', '*/*'],
])('%s is no page and no file', async (url, accept) => {
  const { statusCode, body } = await get(url, accept)
  expect(statusCode).toBe(404)
  expect(body).not.toContain('<!DOCTYPE')
})

test('only the page’s own inline script may run, and nothing is evaluated', async () => {
  const { headers } = await get('/')
  const policy = String(headers['content-security-policy'])
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`)
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  expect(policy).toMatch(/img-src[^;]*blob:/)
})

test('a door without the app still answers, in its own words', async () => {
  const bare = await openTestDoor(store)
  const { statusCode, body } = await bare.app.inject({ url: '/', headers: { accept: 'text/html' } })
  expect([statusCode, JSON.parse(body).error.code]).toEqual([404, 'NOT_FOUND'])
  await bare.close()
})
