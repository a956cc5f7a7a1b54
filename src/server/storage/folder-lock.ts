import { createHash, randomUUID } from 'node:crypto'
import { mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Two processes on one embedded database lose each other's rows silently, so the second one is refused. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `另一个进程正在使用数据文件夹 ${folder}，请先停止它。 ` +
        `Another process is using the data folder ${folder}; stop it first.`,
    )
    this.name = 'FolderInUse'
  }
}

export interface FolderLock {
  release(): Promise<void>
}

/**
 * Locks a data folder for this process: whoever listens on the folder's unix socket holds it.
 * A process that dies stops answering at once, so a lock left by `kill -9` is known to be stale.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true })
  const address = socketPath(await realpath(folder))
  const server = (await listen(address)) ?? (await takeOver(address, folder))
  // The lock alone must not keep a finished process alive.
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** A unix socket's path may have about 104 bytes, and nine more are needed for moving it aside; a longer folder gets its socket in the temporary folder. */
function socketPath(folder: string): string {
  const near = join(folder, 'in-use.sock')
  if (Buffer.byteLength(near) <= 90) return near
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return join(tmpdir(), `loudong-${name}.sock`)
}

function listen(address: string): Promise<Server | undefined> {
  const server = createServer((caller) => caller.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => resolve(server))
  })
}

/**
 * Replaces a lock nobody answers for. Two processes may try at the same moment: the socket is first moved aside
 * and asked again there, and after listening we look whether ours is still the one in place.
 */
async function takeOver(address: string, folder: string): Promise<Server> {
  if (await isAnswered(address)) throw new FolderInUse(folder)
  const aside = `${address}.${randomUUID().slice(0, 8)}`
  await rename(address, aside).catch(() => undefined)
  if (await isAnswered(aside)) {
    await rename(aside, address)
    throw new FolderInUse(folder)
  }
  await rm(aside, { force: true })

  const server = await listen(address)
  if (!server) throw new FolderInUse(folder)
  const ours = await inode(address)
  await pause(50)
  if ((await inode(address)) === ours) return server
  server.unref()
  throw new FolderInUse(folder)
}

const inode = (address: string): Promise<number | undefined> =>
  stat(address).then(
    (found) => found.ino,
    () => undefined,
  )

function isAnswered(address: string): Promise<boolean> {
  const caller = connect(address)
  return new Promise((resolve, reject) => {
    caller.once('connect', () => resolve(true))
    caller.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false)
      else reject(error)
    })
  }).finally(() => caller.destroy()) as Promise<boolean>
}
