import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface App {
  address: string
  stop(): Promise<void>
}

/** The app as `npm start` runs it: embedded database, the pilot estate, the built pages, a port of its own choice or the one given. */
export async function startApp(port = '0', more: Record<string, string> = {}): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'loudong-app-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/tools/start.ts'], {
    env: { PATH: process.env.PATH, LOUDONG_DATA: folder, PORT: port, ...more },
  })
  return {
    address: await addressOf(child),
    async stop() {
      const ended = child.exitCode !== null || child.signalCode !== null
      if (!ended) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same app in a street where very much has been said: see crowding-process. */
export const startCrowdedApp =
  (count: number) =>
  async (port = '0', more: Record<string, string> = {}): Promise<App> => {
    const folder = mkdtempSync(join(tmpdir(), 'loudong-crowd-'))
    const env = { PATH: process.env.PATH, LOUDONG_DATA: folder }
    const crowding = ['--import', 'tsx', 'tests/support/crowding-process.ts', String(count)]
    await promisify(execFile)(process.execPath, crowding, { env })
    const app = await startApp(port, { LOUDONG_DATA: folder, ...more })
    return {
      address: app.address,
      async stop() {
        await app.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text
      const [address] = /http:\/\/[\d.:]+/.exec(said) ?? []
      if (address) resolve(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', () => reject(new Error(said)))
  })
}
