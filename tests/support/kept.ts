import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../..')
/** Where the suites keep what takes long to make and is the same for all. */
export const KEPT = join(ROOT, 'node_modules/.cache/loudong')

/** The file of this name, made by whoever asks first; workers may make it at the same time. */
export async function keptArchive(name: string, make: () => Promise<Blob>): Promise<string> {
  const file = join(KEPT, `${name}.tar`)
  if (existsSync(file)) return file
  const archive = await make()
  mkdirSync(KEPT, { recursive: true })
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, Buffer.from(await archive.arrayBuffer()))
  keepFirst(mine, file)
  return file
}

/** The one that is there stays: another worker may be reading it, and a blob does not outlive its file. */
function keepFirst(mine: string, file: string): void {
  try {
    linkSync(mine, file)
  } catch (failure) {
    if (!existsSync(file)) throw failure
  }
  unlinkSync(mine)
}

/** The demo data is what rules, handlers and seeds make of it: a key of their text, and of what else it is counted from. */
export function keyOfDemoData(...from: unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(from))
  for (const folder of ['src/core', 'src/server'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|sql|json)$/.test(file)) hash.update(file).update(readFileSync(join(ROOT, folder, file)))
  hash.update(readFileSync(join(ROOT, 'package-lock.json')))
  return hash.digest('hex').slice(0, 16)
}

/** Seventy megabytes for each text of the server would fill a disk in a week. */
export function forgetOlder(kind: string, current: string): void {
  for (const name of readdirSync(KEPT))
    if (name.startsWith(kind) && !name.startsWith(current))
      rmSync(join(KEPT, name), { recursive: true, force: true })
}
