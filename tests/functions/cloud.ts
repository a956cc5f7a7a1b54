import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.join(__dirname, '../..')

export const CLOUD_ENV = 'loudong-1a2b3c'

/** Who calls, as WeChat tells it: nobody by default. `source` is what set the function going. */
export interface Caller {
  openid?: string
  source?: string
}

/** A resident in the mini-program. */
export const resident = (openid: string): Caller => ({ openid, source: 'wx_client' })

interface Called {
  answer: never
  ms: number
  /** What the function left in the context: true makes the platform wait until every connection is closed. */
  waits: boolean
}

export interface Instance {
  requiredInMs: number
  pid: number
  call(event: unknown, caller?: Caller): Promise<Called>
  /** What it wrote so far. */
  log(): string
  /** Ends it; what it had written has all come by then. */
  stop(): Promise<void>
}

export interface BuiltFunctions {
  folder: string
  start(name: string, environment: NodeJS.ProcessEnv): Promise<Instance>
  remove(): void
}

/** Builds the functions as they are uploaded, with the real wx-server-sdk where the cloud would install it. */
export function buildFunctions(): BuiltFunctions {
  const folder = mkdtempSync(path.join(tmpdir(), 'loudong-functions-'))
  execFileSync(process.execPath, ['config/functions.mjs', folder], { cwd: root })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return {
    folder,
    start: (name, environment) => start(path.join(folder, name), environment),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** What the platform itself puts into the environment of every instance. */
const PLATFORM = {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'AKIDofthetest',
  TENCENTCLOUD_SECRETKEY: 'key of the test',
  TENCENTCLOUD_SESSIONTOKEN: 'session token of the test',
  SCF_NAMESPACE: CLOUD_ENV,
  TCB_ENV: CLOUD_ENV,
}

/** What it adds for one call; WX_CONTEXT_KEYS names those that the SDK shows. */
function variablesOf({ openid, source }: Caller): Record<string, string> {
  const known = {
    WX_APPID: 'wx0000000000000000',
    WX_CLIENTIP: '203.0.113.7',
    WX_API_TOKEN: 'token of the test',
    ...(openid !== undefined && { WX_OPENID: openid }),
  }
  return {
    ...known,
    WX_CONTEXT_KEYS: Object.keys(known).join(','),
    ...(source !== undefined && { TCB_SOURCE: source }),
    ...(source === 'wx_trigger' && { TRIGGER_SRC: 'timer' }),
  }
}

let requests = 0

async function start(folder: string, environment: NodeJS.ProcessEnv): Promise<Instance> {
  const child = spawn(process.execPath, [path.join(__dirname, 'runtime.cjs')], {
    cwd: folder,
    // Only what the platform and its console set: nothing of this machine's environment.
    env: { ...PLATFORM, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (log += text))
  const { requiredInMs } = await heard<{ requiredInMs: number }>(child, () => log)
  return {
    requiredInMs,
    pid: child.pid ?? 0,
    async call(event, caller = {}) {
      requests += 1
      child.send({ event, variables: variablesOf(caller), requestId: `request-${requests}` })
      const said = await heard<Called & { thrown?: string }>(child, () => log)
      if (said.thrown) throw new Error(said.thrown)
      return said
    },
    log: () => log,
    async stop() {
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    },
  }
}

async function heard<Said>(child: ChildProcess, log: () => string): Promise<Said> {
  const ended = new AbortController()
  const died = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error(`the instance ended: ${log()}`)
  })
  try {
    const [said] = await Promise.race([once(child, 'message', { signal: ended.signal }), died])
    return said
  } finally {
    died.catch(() => undefined)
    ended.abort()
  }
}
