import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPhotoFolder } from '../../../src/server/photos/store'

const folder = mkdtempSync(path.join(tmpdir(), 'loudong-photos-'))
afterAll(() => rmSync(folder, { recursive: true }))

const bytes = Buffer.from('a photo')
const sha256 = createHash('sha256').update(bytes).digest('hex')

test('what was put can be got, also by a process started later', async () => {
  await openPhotoFolder(folder).put(sha256, bytes)
  expect(await openPhotoFolder(folder).get(sha256)).toEqual(bytes)
})

test('the same photo put ten times at once is one whole file and leaves nothing beside it', async () => {
  const photos = openPhotoFolder(path.join(folder, 'ten'))
  await Promise.all(Array.from({ length: 10 }, () => photos.put(sha256, bytes)))
  expect(readdirSync(path.join(folder, 'ten', sha256.slice(0, 2)))).toEqual([`${sha256}.jpg`])
})

test('a photo nobody put is not there', async () => {
  expect(await openPhotoFolder(folder).get('f'.repeat(64))).toBeNull()
})
