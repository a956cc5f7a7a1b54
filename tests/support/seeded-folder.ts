import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dayOf } from '#core/concerns/calendar'

const ROOT = join(__dirname, '../..')
const KEPT = join(ROOT, 'node_modules/.cache/loudong')

/**
 * A data folder of its own with the pilot estate in it, as the app's first start writes it. Telling four months
 * of an estate takes many seconds, and over thirty suites want it: it is told once a day and text of the server, then copied.
 */
export async function seededFolder(): Promise<string> {
  const template = await seededTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'loudong-app-'))
  cpSync(template, folder, { recursive: true })
  return folder
}

/** Workers may write it at the same time: the last one to finish gives way. */
async function seededTemplate(): Promise<string> {
  const template = join(KEPT, `seeded-${keyOfToday()}`)
  if (existsSync(template)) return template
  await mkdir(KEPT, { recursive: true })
  const folder = mkdtempSync(`${template}.`)
  await crowd(folder, 0)
  try {
    renameSync(folder, template)
    forgetOlder(template)
  } catch (failure) {
    if (!existsSync(template)) throw failure
    rmSync(folder, { recursive: true })
  }
  return template
}

/** Seventy megabytes for each text of the server would fill a disk in a week. */
function forgetOlder(template: string): void {
  for (const name of readdirSync(KEPT))
    if (name.startsWith('seeded-') && !join(KEPT, name).startsWith(template))
      rmSync(join(KEPT, name), { recursive: true, force: true })
}

/** Writes the pilot estate where it is still lacking, and so many public matters more. */
export async function crowd(folder: string, count: number): Promise<void> {
  const env = { PATH: process.env.PATH, LOUDONG_DATA: folder }
  const crowding = ['--import', 'tsx', 'tests/support/crowding-process.ts', String(count)]
  await promisify(execFile)(process.execPath, crowding, { env, cwd: ROOT })
}

/** The demo data is counted from today, and is what rules, handlers and seeds make of it. */
function keyOfToday(): string {
  const hash = createHash('sha256').update(JSON.stringify(dayOf(Date.now())))
  for (const folder of ['src/core', 'src/server'])
    for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|sql|json)$/.test(file)) hash.update(file).update(readFileSync(join(ROOT, folder, file)))
  hash.update(readFileSync(join(ROOT, 'package-lock.json')))
  return hash.digest('hex').slice(0, 16)
}
