import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { type WebSocket, WebSocketServer } from 'ws'
import { openBrowser } from '../../support/browser'
import type { Launch } from './contents'
import { Failure } from './failure'
import { pack } from './pack'
import { realAddress, type WayOut, type World, waysOut } from './world'

export interface Host {
  /** For automator.connect. */
  wsEndpoint: string
  close(): Promise<void>
}

export interface HostOptions extends World {
  /** The built mini-program. */
  dist: string
  /** How it is opened: from the list of mini-programs when left out. */
  launch?: Launch
}

/** Where WeChat's own pages lie; the device is served from here, so that the browser judges origins alike. */
const ORIGIN = 'https://servicewechat.com/'
const SCREEN = { width: 390, height: 844 }

/** What host/device leaves in the page. */
interface Device {
  boot(pack: unknown, launch: unknown): Promise<Device['automation']>
  automation(method: unknown, params: unknown): unknown
}

interface Call {
  id: string
  method: string
  params: Record<string, unknown>
}

/** Runs a mini-program in Chromium and answers the automator's protocol. */
export async function startHost({ dist, launch, ...world }: HostOptions): Promise<Host> {
  const [code, browser] = await Promise.all([bundleDevice(), openBrowser()])
  const page = await browser.newPage({ viewport: SCREEN })
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  const heard: string[] = []
  const toAutomator = (event: string) => {
    // What happens before the automator connects is told to it then.
    if (server.clients.size === 0) heard.push(event)
    for (const client of server.clients) client.send(event)
  }
  await connectToWorld(page, world)
  await page.exposeFunction('hostToAutomator', (method: string, params: string) =>
    toAutomator(`{"method":${JSON.stringify(method)},"params":${params}}`),
  )
  await page.goto(ORIGIN)
  await page.addStyleTag({ content: readFileSync(path.join(__dirname, 'host.css'), 'utf8') })
  await page.addScriptTag({ content: code })
  await page.evaluate(
    async ([packed, opening]) => {
      const device = window as unknown as Device
      device.automation = await device.boot(packed, opening)
    },
    [pack(dist), launch] as const,
  )

  server.on('connection', (client) => {
    for (const event of heard.splice(0)) client.send(event)
    client.on('message', async (message) => answer(client, page, JSON.parse(String(message))))
  })
  return {
    wsEndpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const client of server.clients) client.terminate()
      server.close()
      await browser.close()
    },
  }
}

async function bundleDevice(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'device/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

/** Calls of the mini-program go through Node; pictures through the browser, with the server's own headers. */
async function connectToWorld(page: Page, world: World): Promise<void> {
  const ways = waysOut(world)
  await page.exposeFunction('hostToWorld', async (way: WayOut, options: string) => {
    const answer = await ways[way](JSON.parse(options) as never).catch(failed)
    return JSON.stringify(answer)
  })
  await page.route('**/*', async (route) => {
    const url = route.request().url()
    if (url === ORIGIN)
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' })
    try {
      const isKept = world.cloud !== undefined && url.startsWith(`${world.cloud.storage}/`)
      const response = await route.fetch({ url: isKept ? url : realAddress(world.domain, url) })
      // Chromium does not judge answers that are handed in; a phone's web view would refuse these.
      const shared = response.headers()['cross-origin-resource-policy'] ?? 'cross-origin'
      return shared === 'cross-origin'
        ? await route.fulfill({ response })
        : await route.abort('blockedbyresponse')
    } catch {
      return route.abort()
    }
  })
}

/** Failures pass as values: a browser's binding carries nothing of an exception but its words. */
function failed(failure: Error) {
  return { failure: failure.message, more: failure instanceof Failure ? failure.more : {} }
}

async function answer(client: WebSocket, page: Page, call: Call): Promise<void> {
  try {
    client.send(JSON.stringify({ id: call.id, result: (await resultOf(page, call)) ?? {} }))
  } catch (failure) {
    client.send(JSON.stringify({ id: call.id, error: { message: (failure as Error).message } }))
  }
}

async function resultOf(page: Page, { method, params }: Call): Promise<unknown> {
  if (method === 'Tool.getInfo') return { SDKVersion: '3.8.0' }
  if (method === 'App.captureScreenshot') return { data: (await page.screenshot()).toString('base64') }
  if (method === 'App.enableLog' || method === 'App.exit' || method === 'Tool.close') return {}
  return page.evaluate(
    ([name, given]) => {
      const device = window as unknown as Device
      return device.automation(name, given)
    },
    [method, params] as const,
  )
}
