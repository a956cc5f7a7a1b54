import { createHash } from 'node:crypto'
import { mkdir, realpath, rm, stat } from 'node:fs/promises'
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
  const server = await acquire(address)
  if (!server) throw new FolderInUse(folder)
  // The lock alone must not keep a finished process alive.
  server.unref()
  return { release: () => closed(server) }
}

const acquire = async (address: string): Promise<Server | undefined> =>
  (await listen(address)) ?? (await takeOver(address))

/** A unix socket's path may have about 104 bytes, and some more are needed for the claim on a dead one; a longer folder gets its socket in the temporary folder. */
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

/** A socket is bound a moment before it answers; a process that is only slow must not be taken for dead. */
const SLOW_MS = 50

/**
 * Replaces a lock nobody answers for. Only who holds the claim on that very dead socket (its inode) may remove
 * it, so of several who find it dead one goes on, and looks again whether it is still the same and still dead.
 * A claim is a lock like any other: left behind by a kill, it is taken over in the same way.
 */
async function takeOver(address: string): Promise<Server | undefined> {
  const found = await inode(address)
  if (found === undefined) return listen(address)
  if (await isAnswered(address)) return undefined
  const claim = await acquire(`${address}.${found}`)
  if (!claim) return undefined
  try {
    await pause(SLOW_MS)
    if ((await inode(address)) !== found || (await isAnswered(address))) return undefined
    await rm(address)
    return await listen(address)
  } finally {
    await closed(claim)
  }
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

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
