import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FolderInUse, type FolderLock, lockFolder } from '../../../src/server/storage/folder-lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loudong-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A lock whose owner died by `kill -9`: the socket file is still there, nobody answers. */
async function leaveStaleLock(): Promise<void> {
  const path = join(folder, 'in-use.sock')
  const code = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`
  const owner = spawn(process.execPath, ['-e', code])
  await new Promise((resolve) => owner.stdout.once('data', resolve))
  owner.kill('SIGKILL')
  await new Promise((resolve) => owner.once('close', resolve))
  expect(existsSync(path)).toBe(true)
}

test('a folder is held by one at a time and free again once released', async () => {
  const first = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  await first.release()
  const second = await lockFolder(folder)
  await second.release()
})

test('another name of the same folder is the same folder', async () => {
  const other = `${folder}-link`
  symlinkSync(folder, other)
  const lock = await lockFolder(folder)
  await expect(lockFolder(other)).rejects.toThrow(FolderInUse)
  await lock.release()
  rmSync(other)
})

test('the lock of a killed process is taken over', async () => {
  await leaveStaleLock()
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUse)
  await lock.release()
})

test('of several who find a stale lock at the same moment exactly one gets it', async () => {
  const winners: number[] = []
  for (let round = 0; round < 20; round += 1) {
    await leaveStaleLock()
    const tried = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)))
    const won = tried.filter((one): one is PromiseFulfilledResult<FolderLock> => one.status === 'fulfilled')
    winners.push(won.length)
    for (const { value } of won) await value.release()
  }
  expect(winners).toEqual(Array.from({ length: 20 }, () => 1))
})

test('a folder with a very long path can be locked too', async () => {
  const deep = join(folder, '很长的文件夹名字'.repeat(8), 'x'.repeat(100))
  mkdirSync(deep, { recursive: true })
  const lock = await lockFolder(deep)
  await expect(lockFolder(deep)).rejects.toThrow(FolderInUse)
  await lock.release()
})
