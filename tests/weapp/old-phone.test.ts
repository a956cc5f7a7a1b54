import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { parse } from 'acorn'
import { common } from '../../src/client/texts/common'
import { oldPhone } from '../support/old-phone'
import { until } from '../support/until'
import { filesIn } from './empty-app'
import { DIST } from './phone'

const scripts = filesIn(DIST).filter((file) => file.endsWith('.js'))
const source = (file: string) => readFileSync(path.join(DIST, file), 'utf8')

test.each(scripts)('%s is written in the language of 2018', (file) => {
  expect(() => parse(source(file), { ecmaVersion: 2019, sourceType: 'script' })).not.toThrow()
})

/** Answers to every name of wx, and takes everything: what is tried here is the language, not the platform. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
})

/** Taro hands on the names it finds. */
const FOUND = [
  'createIntersectionObserver',
  'createSelectorQuery',
  'getFileSystemManager',
  'getUpdateManager',
  'onError',
  'onNeedPrivacyAuthorization',
  'onNetworkStatusChange',
  'onThemeChange',
  'onUnhandledRejection',
  'setBackgroundColor',
  'setNavigationBarColor',
  'setStorageSync',
]

const KNOWN: Record<string, unknown> = {
  ...Object.fromEntries(FOUND.map((name) => [name, anything])),
  webpackJsonp: undefined,
  getStorageSync: () => '',
  canIUse: () => false,
  getWindowInfo: () => ({ statusBarHeight: 20, windowWidth: 375, windowHeight: 667 }),
  getAppBaseInfo: () => ({ theme: 'light', SDKVersion: '2.30.0' }),
  getSystemInfoSync: () => ({ statusBarHeight: 20, windowWidth: 375, SDKVersion: '2.30.0' }),
  getMenuButtonBoundingClientRect: () => ({ left: 280, top: 24, right: 368, bottom: 56 }),
  getNetworkType: ({ success }: { success(now: object): void }) => success({ networkType: 'wifi' }),
  request: ({ fail }: { fail(why: object): void }) => {
    setTimeout(() => fail({ errMsg: 'request:fail' }))
    return anything
  },
  nextTick: (run: () => void) => void setTimeout(run),
}

interface Definition {
  [method: string]: unknown
}

/** Starts the scripts of the build one by one, as WeChat does, without a name that a phone of 2018 lacks. */
function openOldPhone() {
  const complaints: string[] = []
  const complain = (...words: unknown[]) => complaints.push(words.map(String).join(' '))
  const wx = new Proxy({ ...KNOWN }, { get: (own, name) => (name in own ? own[name as string] : anything) })
  const defined: Definition[] = []
  let app: Definition = {}
  const launchable = (definition: Definition) => {
    app = definition
  }
  const keep = (definition: Definition) => void defined.push(definition)
  const context = oldPhone()
  const names: Record<string, unknown> = {
    wx,
    console: { log() {}, info() {}, warn() {}, error: complain },
    // Unrefed: what the app keeps for minutes must not keep the test.
    setTimeout: (run: () => void, pause?: number) => setTimeout(run, pause).unref(),
    clearTimeout,
    setInterval: () => 0,
    clearInterval: () => undefined,
    App: launchable,
    Page: keep,
    Component: keep,
    getApp: () => app,
    getCurrentPages: () => [],
    globalThis: undefined,
  }
  const modules = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const own = {
      ...names,
      module,
      exports: module.exports,
      require: (name: string) => load(path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '')),
    }
    const run = vm.runInContext(
      `(function (${Object.keys(own).join(', ')}) {${source(`${file}.js`)}\n})`,
      context,
    )
    run(...Object.values(own))
    return module.exports
  }
  return { load, complaints, defined, app: () => app }
}

test('on a phone of 2018 the app starts and draws its first page, and every other page is at least understood', async () => {
  const phone = openOldPhone()
  phone.load('app')
  const call = (owner: Definition, method: string, ...args: unknown[]) =>
    (owner[method] as ((...all: unknown[]) => unknown) | undefined)?.apply(owner, args)
  const launch = { path: 'pages/home/index', query: {} }
  call(phone.app(), 'onLaunch', launch)
  call(phone.app(), 'onShow', launch)

  phone.load('pages/home/index')
  const drawn: string[] = []
  const page: Definition = {
    ...phone.defined[0],
    route: launch.path,
    setData(data: object, done?: () => void) {
      drawn.push(JSON.stringify(data))
      if (done) setTimeout(done)
    },
  }
  call(page, 'onLoad', {})
  call(page, 'onShow')
  call(page, 'onReady')
  const shown = await until(
    async () => drawn.join(),
    (text) => text.includes(common.tabs.concerns) && text.includes(common.offline.title),
  )
  expect(shown).toContain(common.tabs.concerns)
  expect(shown).toContain(common.offline.title)

  for (const file of scripts.filter((name) => /^(pages|packages)\/.*index\.js$/.test(name)))
    phone.load(file.replace(/\.js$/, ''))
  expect(phone.complaints).toEqual([])
}, 120_000)
