import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Where the bytes of photos lie; the database keeps who, what and the hash. */
export interface PhotoStore {
  /**
   * Resolves once the bytes are kept for good; answers what the cloud calls their file, `null` where the hash is
   * name enough. Putting the same bytes again changes nothing.
   */
  put(sha256: string, bytes: Buffer): Promise<string | null>
}

/** What is asked of a store once nobody shows a picture any more. */
export interface PhotoBytes {
  /** Resolves once the bytes are gone; throws when the storage does not answer. Removing them again changes nothing. */
  remove(file: { sha256: string; fileId: string | null }): Promise<void>
}

/** A store of our own, which our own door also reads from. */
export interface PhotoFolder extends PhotoStore, PhotoBytes {
  /** `null` when there are no such bytes. */
  get(sha256: string): Promise<Buffer | null>
}

/** Photos in a folder, spread over 256 subfolders by the beginning of their hash. */
export const openPhotoFolder = (folder: string): PhotoFolder => ({
  async put(sha256, bytes) {
    const file = placeOf(folder, sha256)
    if (await stat(file).catch(absent)) return null
    await mkdir(path.dirname(file), { recursive: true })
    await replace(file, bytes)
    return null
  },
  get: (sha256) => readFile(placeOf(folder, sha256)).catch(absent),
  remove: ({ sha256 }) => rm(placeOf(folder, sha256), { force: true }),
})

const placeOf = (folder: string, sha256: string): string =>
  path.join(folder, sha256.slice(0, 2), `${sha256}.jpg`)

/** A power cut leaves either no file or the whole file: write aside, flush, rename, flush the folder. */
async function replace(file: string, bytes: Buffer): Promise<void> {
  const aside = `${file}.${process.pid}.${performance.now()}`
  const written = await open(aside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o640)
  try {
    await written.writeFile(bytes)
    await written.sync()
  } finally {
    await written.close()
  }
  await rename(aside, file)
  await flushFolder(path.dirname(file))
  await flushFolder(path.dirname(path.dirname(file)))
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function absent(problem: NodeJS.ErrnoException): null {
  if (problem.code === 'ENOENT') return null
  throw problem
}
