import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { COLUMN_READERS } from './column-types'

export interface OpenedFolder {
  pg: PGlite
  /** How often the database has asked the disk to keep what it wrote, since opening. */
  fsyncs(): number
}

/** Opens the embedded database kept in a folder, creating it first. A commit is on the disk when it returns. */
export async function openPgliteFolder(folder: string): Promise<OpenedFolder> {
  if (!existsSync(join(folder, 'PG_VERSION'))) await prepare(folder)
  const opened = await open(folder)
  await assertDurable(opened)
  return opened
}

/** Start parameters without `-F` (which means fsync = off), everything in the schema `app`. */
export const START_PARAMS = [
  ...PGlite.defaultStartParams
    .filter((parameter) => parameter !== '-F')
    .map((parameter) => (parameter === 'search_path=public' ? 'search_path=app' : parameter)),
  '-c',
  'fsync=on',
  // The default method is fdatasync, which is an empty function in the WebAssembly build.
  '-c',
  'wal_sync_method=fsync',
]

/** PGlite's folder file system answers an fsync without doing anything; this one asks the disk. */
class DurableFolder extends NodeFS {
  fsyncs = 0

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const before = emscriptenOpts.preRun ?? []
    const replaceFsync: (typeof before)[number] = ({ NODEFS }) => {
      Object.assign((NODEFS as unknown as { stream_ops: object }).stream_ops, {
        fsync: (stream: { nfd: number }) => this.fsync(stream.nfd),
      })
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, replaceFsync] } }
  }

  private fsync(file: number): number {
    fsyncSync(file)
    this.fsyncs += 1
    return 0
  }
}

async function open(folder: string): Promise<OpenedFolder> {
  const fs = new DurableFolder(folder)
  const pg = await PGlite.create({ fs, startParams: START_PARAMS, parsers: COLUMN_READERS })
  return { pg, fsyncs: () => fs.fsyncs }
}

/**
 * Creates the database beside its place and moves it there when it is complete and on the disk,
 * so that a start interrupted half-way leaves nothing that looks like a database.
 */
async function prepare(folder: string): Promise<void> {
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  // Personal data lives here and the engine creates files readable by all: close the folder itself.
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const { pg } = await open(unfinished)
  await pg.close()
  syncTree(unfinished)
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  syncOne(dirname(folder))
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else syncOne(path)
  }
  syncOne(folder)
}

function syncOne(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

/** A write that changes no table, committed: if it reached no disk, nothing we promise residents would. */
async function assertDurable({ pg, fsyncs }: OpenedFolder): Promise<void> {
  const before = fsyncs()
  await pg.query(`select pg_logical_emit_message(true, 'loudong', 'opened')`)
  if (fsyncs() > before) return
  await pg.close()
  throw new Error('The embedded database does not write its commits to the disk; refusing to use it.')
}
