import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import automator from 'miniprogram-automator'
import { common } from '../../src/client/texts/common'
import { type App, startApp } from '../support/app'
import { photo } from '../support/visitor'
import { type StandIn, startCodeExchange } from './code-exchange'
import { type HostOptions, startHost } from './host/host'

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
type Element = NonNullable<
  Awaited<ReturnType<NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>['$']>>
>

/** The address a build without TARO_APP_API calls (config/index.ts). */
export const BUILT_FOR = process.env.TARO_APP_API ?? 'http://127.0.0.1:8730'
export const DIST = path.join(__dirname, '../../dist/weapp')
/** The same app, built for the environment of cloud.ts. */
export const CLOUD_DIST = path.join(__dirname, '../../dist/weapp-cloud')
const SCREENSHOTS = path.join(__dirname, 'screenshots')
/** WeChat gives a new code for every login. */
let codes = 0

const PATIENCE_MS = 60_000

/** A phone with the mini-program on it, held by a person who reads and taps; written with the automator alone. */
export class Phone {
  /** What the mini-program or the phone complained about; a journey ends with this empty. */
  readonly complaints: string[] = []

  private constructor(
    readonly program: MiniProgram,
    private readonly stops: (() => unknown)[],
  ) {
    program.on('exception', ({ message }: { message: string }) => this.complaints.push(message))
    program.on('console', ({ type, args }: { type: string; args: unknown[] }) => {
      if (type === 'error') this.complaints.push(args.join(' '))
    })
  }

  /** On the host, or on WeChat DevTools when WEAPP_WS tells where they listen. */
  static async open(app: App): Promise<Phone> {
    if (process.env.WEAPP_WS) {
      return new Phone(await automator.connect({ wsEndpoint: process.env.WEAPP_WS }), [])
    }
    return Phone.onHost({ dist: DIST, domain: { allowed: BUILT_FOR, server: app.address } })
  }

  /** On the host, for what DevTools cannot be told: another build, another way of being opened, a cloud. */
  static async onHost(options: HostOptions): Promise<Phone> {
    const host = await startHost(options)
    return new Phone(await automator.connect({ wsEndpoint: host.wsEndpoint }), [host.close])
  }

  async close(): Promise<void> {
    this.program.disconnect()
    for (const stop of this.stops) await stop()
  }

  /** The automator's own reLaunch and navigateTo sleep three seconds each. */
  async go(url: string, by: 'reLaunch' | 'navigateTo' | 'switchTab' = 'reLaunch'): Promise<void> {
    await this.program.callWxMethod(by, { url })
    await this.isOn(url.slice(1).split('?')[0] ?? '')
  }

  async isOn(route: string): Promise<void> {
    await until(`${route} in front`, async () => (await this.page()).path === route)
  }

  async page() {
    const page = await this.program.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }

  /** All that stands on the page in front, as a reader sees it. */
  async text(): Promise<string> {
    const root = await (await this.page()).$('view')
    return root ? root.text() : ''
  }

  async sees(words: string | RegExp): Promise<void> {
    await until(
      String(words),
      async () => matches(await this.text(), words),
      () => this.text(),
    )
  }

  /** Hears the complaint expected and forgets it. */
  async complains(about: RegExp): Promise<void> {
    await until(`a complaint ${about}`, async () => this.complaints.some((words) => about.test(words)))
    this.complaints.splice(0)
  }

  /** Every question of the page has its answer. */
  async settles(): Promise<void> {
    const loading = `[aria-label="${common.loading}"]`
    await until('the answers', async () => (await (await this.page()).$$(loading)).length === 0)
  }

  async tap(name: string | RegExp): Promise<void> {
    const tapped = async () => {
      const found = await this.button(name)
      await found?.tap()
      return found
    }
    await until(`a button ${name}`, tapped, () => this.text())
  }

  /** By what a screen reader would say, or else by the words on it. */
  async button(name: string | RegExp, within = ''): Promise<Element | undefined> {
    const elements: Element[] = await (await this.page()).$$(`${within} [aria-role]`.trim())
    // All are asked at once: one after the other, a page of a hundred buttons takes seconds to look through.
    const labels = await Promise.all(elements.map(labelOf))
    return elements.find((_, index) => {
      const label = labels[index] ?? ''
      return typeof name === 'string' ? label === name : name.test(label)
    })
  }

  async writes(field: string, words: string): Promise<void> {
    const found = await until(
      `a field ${field}`,
      async () => (await (await this.page()).$(field)) ?? undefined,
    )
    if (!('input' in found)) throw new Error(`${field} is no field`)
    await (found.input as (text: string) => Promise<void>)(words)
  }

  /** The next time the app asks for a photo, it gets this one: a JPEG with a place in it, as phones write. */
  async willChoosePhoto(colour: string): Promise<void> {
    const content = (await photo(colour)).toString('base64')
    await this.program.mockWxMethod(
      'chooseMedia',
      `function (options, content) {
        var path = wx.env.USER_DATA_PATH + '/chosen.jpg'
        wx.getFileSystemManager().writeFileSync(path, content, 'base64')
        return { type: 'image', tempFiles: [{ tempFilePath: path, size: content.length * 0.75, fileType: 'image' }] }
      }`,
      content,
    )
  }

  /** Signs in with WeChat, which knows the holder of this phone as `name`. */
  async signsInAs(name: string): Promise<void> {
    codes += 1
    await this.program.mockWxMethod('login', { code: `${name}-${codes}`, errMsg: 'login:ok' })
    await this.go('/packages/entry/sign-in/index')
    await this.tap('登录')
    await this.isOn('pages/home/index')
  }

  /**
   * Signs in as a person of the demo data, whose WeChat nobody knows: his code is exchanged at the server's
   * door for demo identities instead of WeChat's. Everything after that is the app's own way.
   */
  async signsInAsDemo(persona: string): Promise<void> {
    await this.program.mockWxMethod(
      'request',
      `function (options, persona) {
        var wx = this
        var url = options.url.replace('people.signInWechat', 'people.signInAs')
        var data = url === options.url ? options.data : JSON.stringify({ persona: persona })
        return new Promise(function (success, fail) {
          wx.origin(Object.assign({}, options, { url: url, data: data, success: success, fail: fail }))
        })
      }`,
      persona,
    )
    await this.signsInAs(persona.replace('.', '_'))
    await this.program.restoreWxMethod('request')
  }

  /** Presses a button of the open sheet and waits until the sheet has gone. */
  async answers(sheet: string, button: string): Promise<void> {
    const dialog = `[aria-role="dialog"][aria-label="${sheet}"]`
    const open = async () => (await this.page()).$(dialog)
    const tapped = async () => {
      const found = await this.button(button, dialog)
      await found?.tap()
      return found
    }
    await until(`${button} in the sheet ${sheet}`, tapped, () => this.text())
    await until(
      `${sheet} to close`,
      async () => !(await open()),
      () => this.text(),
    )
  }

  async shot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true })
    await this.program.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
  }
}

/** What the server and the test agreed on for WeChat's message push; open, since nobody else listens here. */
export const PUSH_TOKEN = 'push-token'

/** The server of `npm start`, which asks a stand-in for WeChat. */
export async function startServer(start: typeof startApp = startApp): Promise<App & { wechat: StandIn }> {
  const exchange = await startCodeExchange()
  // DevTools call the address of the build themselves; the host finds any port.
  const port = process.env.WEAPP_WS ? new URL(BUILT_FOR).port : String(await freePort())
  const app = await start(port, {
    WECHAT_APP_ID: 'wx-app',
    WECHAT_APP_SECRET: 'app-secret',
    WECHAT_BASE_URL: exchange.address,
    WECHAT_PUSH_TOKEN: PUSH_TOKEN,
    // It has to prove that its own address leads to it, or no photo is handed to WeChat.
    LOUDONG_PUBLIC_URL: `http://127.0.0.1:${port}`,
  })
  return {
    address: app.address,
    wechat: exchange,
    async stop() {
      await app.stop()
      exchange.stop()
    },
  }
}

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  taken.close()
  await once(taken, 'close')
  return port
}

const labelOf = async (element: Element): Promise<string> =>
  (await element.attribute('aria-label')) || (await element.text()).trim()

const matches = (text: string, words: string | RegExp) =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

/** Asks again and again until there is an answer: never a fixed wait. */
export async function until<Found>(
  what: string,
  ask: () => Promise<Found | undefined | false>,
  otherwise: () => Promise<string> = async () => '',
): Promise<Found> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    const found = await ask().catch(gone)
    if (found) return found
  }
  throw new Error(`Waited in vain for ${what}.\n${await otherwise()}`)
}

/** A screen that is just being redrawn, or still covered by a sheet on its way out, is asked again. */
function gone(failure: Error): undefined {
  if (!/no such (element|page)|cannot be touched/.test(failure.message)) throw failure
}
