import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

const FILE = 'secret.key'

/**
 * The secret of a development installation: made once, kept beside its database and readable by its owner only.
 * Production gives LOUDONG_SECRET instead, so that the key never lies beside the data it protects.
 */
export async function developmentSecret(folder: string): Promise<string> {
  const file = path.join(folder, FILE)
  await mkdir(folder, { recursive: true })
  try {
    // 'wx' fails when the file is there: of two first starts one writes, both read the same secret.
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
  }
  return readFile(file, 'utf8')
}
