import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { crowd, seededFolder } from './seeded-folder'

export interface App {
  address: string
  stop(): Promise<void>
}

export interface RestingApp extends App {
  /** Shuts the app down, lets work be done on its folder, and starts it again on a port of its own. */
  rest(work: (folder: string) => Promise<void>): Promise<RestingApp>
}

/** The app as `npm start` runs it: embedded database, the pilot estate, the built pages, a port of its own choice or the one given. */
export const startApp = async (port = '0', more: Record<string, string> = {}): Promise<RestingApp> =>
  startOn(await seededFolder(), port, more)

/** The same app in a street where very much has been said: see crowding-process. */
export const startCrowdedApp =
  (count: number) =>
  async (port = '0', more: Record<string, string> = {}): Promise<RestingApp> => {
    const folder = await seededFolder()
    await crowd(folder, count)
    return startOn(folder, port, more)
  }

async function startOn(folder: string, port: string, more: Record<string, string>): Promise<RestingApp> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/tools/start.ts'], {
    env: { PATH: process.env.PATH, LOUDONG_DATA: folder, PORT: port, ...more },
  })
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return {
    address: await addressOf(child),
    async rest(work) {
      await end()
      await work(folder)
      return startOn(folder, '0', more)
    },
    async stop() {
      await end()
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
