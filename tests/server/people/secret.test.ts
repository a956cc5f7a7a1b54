import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { developmentSecret } from '../../../src/server/people/secret'

const folder = mkdtempSync(path.join(tmpdir(), 'loudong-secret-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the development secret is made once, by whichever of two first starts is faster', async () => {
  const [one, two] = await Promise.all([developmentSecret(folder), developmentSecret(folder)])
  expect(one).toHaveLength(43)
  expect(two).toBe(one)
  expect(await developmentSecret(folder)).toBe(one)
})

test('only its owner may read the secret', async () => {
  await developmentSecret(folder)
  expect(statSync(path.join(folder, 'secret.key')).mode & 0o777).toBe(0o600)
})
