import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dayOf } from '#core/concerns/calendar'
import { forgetOlder, KEPT, keyOfDemoData } from './kept'

const ROOT = join(__dirname, '../..')

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
  const name = `seeded-${keyOfDemoData(dayOf(Date.now()))}`
  const template = join(KEPT, name)
  if (existsSync(template)) return template
  await mkdir(KEPT, { recursive: true })
  const folder = mkdtempSync(`${template}.`)
  await crowd(folder, 0)
  try {
    renameSync(folder, template)
    forgetOlder('seeded-', name)
  } catch (failure) {
    if (!existsSync(template)) throw failure
    rmSync(folder, { recursive: true })
  }
  return template
}

/** Writes the pilot estate where it is still lacking, and so many public matters more. */
export async function crowd(folder: string, count: number): Promise<void> {
  const env = { PATH: process.env.PATH, LOUDONG_DATA: folder }
  const crowding = ['--import', 'tsx', 'tests/support/crowding-process.ts', String(count)]
  await promisify(execFile)(process.execPath, crowding, { env, cwd: ROOT })
}
