import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const ROOT = path.join(__dirname, '../..')
const SOURCE = 'tests/weapp/empty-app'
const CACHE = 'node_modules/.cache/loudong'

/** Every file under a folder, by its path inside it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  )

/**
 * Where the app of one page lies that is built as ours is, with nothing of ours in it. Built once for each state of
 * the locked packages, the configuration and its own few lines.
 */
export async function emptyApp(): Promise<string> {
  const folder = path.join(CACHE, `empty-app-${fingerprint()}`)
  if (existsSync(path.join(ROOT, folder))) return path.join(ROOT, folder)
  const half = `${folder}.${process.pid}`
  await promisify(execFile)('npx', ['taro', 'build', '--type', 'weapp'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', TARO_APP_SOURCE: SOURCE, TARO_APP_OUTPUT: half },
  })
  renameSync(path.join(ROOT, half), path.join(ROOT, folder))
  return path.join(ROOT, folder)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const inputs = [...under('config'), ...under(SOURCE), 'package-lock.json', 'babel.config.js']
  for (const file of inputs) hash.update(readFileSync(path.join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}

const under = (folder: string) =>
  filesIn(path.join(ROOT, folder))
    .sort()
    .map((file) => path.join(folder, file))
