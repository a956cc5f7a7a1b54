import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The functions as they are uploaded, in a folder of their own where `wx-server-sdk` can be found. */
export function buildFunctions(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'loudong-cloud-'))
  execFileSync(process.execPath, ['config/functions.mjs', folder], { stdio: 'pipe' })
  const sdk = path.join(folder, 'node_modules/wx-server-sdk')
  mkdirSync(sdk, { recursive: true })
  writeFileSync(path.join(sdk, 'index.js'), SDK)
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

/** Stands in for WeChat's SDK: says who called, as WeChat's servers would. */
const SDK = `
module.exports = { DYNAMIC_CURRENT_ENV: Symbol(), init() {}, getWXContext: () => ({ OPENID: process.env.OPENID }) }`

/** The cloud's way: requires the function once and awaits main(event) for each call. */
const INSTANCE = `
const { main } = require('./index.js')
process.on('message', async ({ openid, event }) => {
  process.env.OPENID = openid
  try {
    process.send({ result: await main(event) })
  } catch (failure) {
    process.send({ failure: String(failure) })
  }
})`

export interface FunctionInstance {
  /** Throws what the function threw. Calls wait for each other: an instance serves one at a time. */
  call(openid: string, event: object): Promise<unknown>
  stop(): Promise<void>
}

/** One warm instance of a function: a process that knows only what the cloud's console sets. */
export function startInstance(folder: string, environment: Record<string, string>): FunctionInstance {
  const child = spawn(process.execPath, ['-e', INSTANCE], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let free: Promise<unknown> = Promise.resolve()
  const answerTo = async (message: object): Promise<unknown> => {
    child.send(message)
    const [{ result, failure }] = await once(child, 'message')
    if (failure) throw new Error(failure)
    return result
  }
  return {
    call(openid, event) {
      const answer = free.then(() => answerTo({ openid, event }))
      free = answer.catch(() => undefined)
      return answer
    },
    async stop() {
      if (!child.connected) return
      child.kill()
      await once(child, 'exit')
    },
  }
}
