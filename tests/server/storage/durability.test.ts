import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../../src/server/storage/database'
import { FolderInUse } from '../../../src/server/storage/folder-lock'
import { openPgliteFolder } from '../../../src/server/storage/pglite-folder'

const ROOT = join(__dirname, '../../..')
const ROUNDS = 20
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loudong-durability-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Committing {
  process: ChildProcess
  lines: string[]
  errors: string[]
  ended: Promise<number | null>
}

function startCommitting(): Committing {
  const script = join(ROOT, 'tests/support/committing-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { cwd: ROOT })
  const lines: string[] = []
  const errors: string[] = []
  let unfinished = ''
  child.stdout.on('data', (piece) => {
    const parts = (unfinished + String(piece)).split('\n')
    unfinished = parts.pop() ?? ''
    lines.push(...parts)
  })
  child.stderr.on('data', (piece) => errors.push(String(piece)))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { process: child, lines, errors, ended }
}

async function until(found: () => boolean): Promise<void> {
  for (let waited = 0; !found(); waited += 5) {
    if (waited > 60_000) throw new Error('waited in vain')
    await pause(5)
  }
}

async function kill({ process: child, ended }: Committing): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

const numbers = (line = ''): number[] => line.split(' ').slice(1).map(Number)

test('a first start that is killed half-way leaves nothing in the way of the next one', async () => {
  const first = startCommitting()
  await until(() => existsSync(join(folder, 'database.new', 'PG_VERSION')))
  await kill(first)
  expect(existsSync(join(folder, 'database'))).toBe(false)

  const second = startCommitting()
  await until(() => second.lines.length > 0)
  await kill(second)
  expect(second.lines[0]).toBe('kept 0 0')
})

test(`nothing acknowledged is missing after ${ROUNDS} kills at random moments`, async () => {
  let acknowledged = 0
  let most = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const committing = startCommitting()
    await until(() => committing.lines.length > 0 || committing.errors.length > 0)
    expect(committing.errors).toEqual([])
    const [a = 0, b = 0] = numbers(committing.lines[0])
    expect(a).toBe(b)
    expect(a).toBeGreaterThanOrEqual(acknowledged)
    // One more than acknowledged may be there: committed, but killed before it could say so.
    expect(a).toBeLessThanOrEqual(acknowledged + 1)

    await pause(Math.random() * 120)
    await kill(committing)
    acknowledged = numbers(committing.lines.at(-1))[0] ?? 0
    most = Math.max(most, acknowledged)
  }
  // Otherwise the rounds would have proved nothing.
  expect(most).toBeGreaterThan(ROUNDS)
})

test('while one process uses the folder a second is refused with a sentence', async () => {
  const first = startCommitting()
  await until(() => first.lines.length > 0)
  const second = startCommitting()
  expect(await second.ended).toBe(1)
  expect(second.errors.join('')).toBe(
    `另一个进程正在使用数据文件夹 ${folder}，请先停止它。 ` +
      `Another process is using the data folder ${folder}; stop it first.`,
  )
  const here = openDatabase({ databaseUrl: null, databasePool: 1, dataFolder: folder })
  await expect(here).rejects.toThrow(FolderInUse)
  expect(first.process.exitCode).toBeNull()
  await kill(first)
})

test('each commit reaches the disk, and a folder closed in order opens again', async () => {
  const { pg, fsyncs } = await openPgliteFolder(join(folder, 'database'))
  const before = fsyncs()
  for (let n = 0; n < 50; n += 1)
    await pg.query(`insert into app.daily_numbers values ('fsync', $1, 0)`, [`d${n}`])
  expect(fsyncs() - before).toBeGreaterThanOrEqual(50)
  await pg.close()

  const store = await openDatabase({ databaseUrl: null, databasePool: 1, dataFolder: folder })
  const rows = await store.db
    .selectFrom('daily_numbers')
    .select('day')
    .where('street_id', '=', 'fsync')
    .execute()
  await store.close()
  expect(rows).toHaveLength(50)
})

test('a store that was never asked anything closes the folder too, and closing waits for work under way', async () => {
  const place = { databaseUrl: null, databasePool: 1, dataFolder: folder }
  const unused = await openDatabase(place)
  await unused.close()

  const store = await openDatabase(place)
  const working = store.transaction((tx) =>
    tx.insertInto('daily_numbers').values({ street_id: 'last', day: 'd', last: 1 }).execute(),
  )
  await pause(0)
  await store.close()
  await working

  const again = await openDatabase(place)
  const rows = await again.db
    .selectFrom('daily_numbers')
    .select('last')
    .where('street_id', '=', 'last')
    .execute()
  await again.close()
  expect(rows).toEqual([{ last: 1 }])
})
