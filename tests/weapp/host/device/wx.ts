import { contentOf, fileSystem, USER_DATA_PATH } from './files'
import { complain, toWorld } from './link'
import { intersectionObserver } from './observers'
import type { Pages } from './pages'
import { call } from './pages'
import { selectorQuery } from './queries'
import { tally } from './tally'
import { treeOf } from './tree'

type Options = Record<string, unknown>
type Method = (...args: never[]) => unknown
interface Told extends Options {
  success?(answer: unknown): void
  fail?(why: unknown): void
  complete?(answer: unknown): void
}

/** The phone: an iPhone of 390 x 844 points in portrait. */
const WINDOW = {
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 844,
  statusBarHeight: 47,
  screenTop: 0,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
}
const APP_BASE = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  host: { env: 'WeChat' },
}
const DEVICE = { brand: 'devtools', model: 'host', platform: 'devtools', system: 'iOS 16.0' }
const CAPSULE = { left: 296, top: 51, right: 383, bottom: 83, width: 87, height: 32 }

/** What the app asks about and this WeChat does not have; anything else unknown fails the test. */
const ASKED_IN_VAIN = ['webpackJsonp']

type World = 'request' | 'uploadFile'

/** Storage keeps JSON-like values only, as a copy. */
const storage = new Map<string, string>()

function synchronous(pages: Pages): Record<string, Method> {
  return {
    getWindowInfo: () => WINDOW,
    getAppBaseInfo: () => APP_BASE,
    getDeviceInfo: () => DEVICE,
    getSystemInfoSync: () => ({ ...WINDOW, ...APP_BASE, ...DEVICE }),
    getMenuButtonBoundingClientRect: () => CAPSULE,
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getFileSystemManager: () => fileSystem,
    createSelectorQuery: () => selectorQuery(() => pages.top?.box),
    createIntersectionObserver: (_page: object, options: { initialRatio?: number } = {}) =>
      intersectionObserver(() => pages.top?.box, options.initialRatio),
    nextTick: (run: () => void) => void setTimeout(run),
    canIUse: (name: string) => !ASKED_IN_VAIN.includes(name),
    onThemeChange: () => undefined,
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    hostTally: () => structuredClone(tally),
    hostTree: () => treeOf(pages.top?.box.querySelector('page-root')),
  }
}

function asynchronous(pages: Pages): Record<string, (options: Options) => unknown> {
  const url = ({ url: address }: Options) => String(address)
  const scrollTop = (options: Options, box: HTMLElement) => {
    const part = options.selector ? box.querySelector(String(options.selector)) : undefined
    if (options.selector && !part) throw new Error(`no element is found by "${options.selector}"`)
    if (!part) return Number(options.scrollTop ?? 0)
    return part.getBoundingClientRect().top + box.scrollTop + Number(options.offsetTop ?? 0)
  }
  return {
    navigateTo: (options) => pages.navigateTo(url(options)),
    redirectTo: (options) => pages.redirectTo(url(options)),
    switchTab: (options) => pages.switchTab(url(options)),
    reLaunch: (options) => pages.reLaunch(url(options)),
    navigateBack: ({ delta }) => pages.navigateBack(delta as number | undefined),
    pageScrollTo(options) {
      const box = pages.top?.box
      if (box) box.scrollTop = scrollTop(options, box)
    },
    startPullDownRefresh() {
      const page = pages.top
      if (page) call(page.instance, 'onPullDownRefresh')
    },
    stopPullDownRefresh: () => undefined,
    getNetworkType: () => ({ networkType: 'wifi' }),
    setNavigationBarColor: () => undefined,
    setBackgroundColor: () => undefined,
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    previewImage: () => undefined,
    makePhoneCall: () => undefined,
    setClipboardData: () => undefined,
    login: () => ({ code: `host-${Date.now()}` }),
    chooseMedia: cancelled,
    chooseLocation: cancelled,
    scanCode: cancelled,
  }
}

/** Nobody sits in front of this phone: a test answers these with mockWxMethod. */
function cancelled(): never {
  throw new Error('cancel')
}

/** Calls back as WeChat does: success or fail, then complete; a promise where no callback is given. */
function calledBack(name: string, run: (options: Options) => unknown) {
  return (options: Told = {}) => {
    const promise = Promise.resolve(options)
      .then(run)
      .then(
        (answer) => ({ errMsg: `${name}:ok`, ...(answer as object) }),
        (why: Error) => Promise.reject({ errMsg: `${name}:fail ${why.message}` }),
      )
    if (!options.success && !options.fail && !options.complete) return promise
    promise.then(options.success, options.fail).finally(() => options.complete?.({ errMsg: name }))
    return undefined
  }
}

/** wx.request and wx.uploadFile also hand out a task. */
function withTask(name: World) {
  const send = calledBack(name, (options) => toWorld(name, outgoing(name, options)))
  return (options: Told) => {
    const heard = { ...options }
    // A task is never awaited: without any callback of its own the promise would go unhandled.
    heard.fail ??= () => undefined
    send(heard)
    const silent = () => undefined
    return {
      abort: silent,
      onProgressUpdate: (hear: (now: object) => void) => hear({ progress: 100 }),
      offProgressUpdate: silent,
      onHeadersReceived: silent,
      offHeadersReceived: silent,
    }
  }
}

function outgoing(name: World, { success, fail, complete, ...options }: Told): Options {
  if (name === 'request') return options
  return { ...options, content: contentOf(String(options.filePath)) }
}

export type Wx = Record<string, unknown>

/** Replaces one method of wx for a test; `undefined` restores it. */
export type Mock = (method: string, stand: ((...args: unknown[]) => unknown) | undefined) => void

/** The object `wx`, and the way tests put stand-ins into it. */
export function openWx(pages: Pages): { wx: Wx; mock: Mock; isSynchronous(method: string): boolean } {
  const direct = synchronous(pages)
  const later = Object.entries(asynchronous(pages)).map(
    ([name, run]) => [name, calledBack(name, run)] as const,
  )
  const methods: Record<string, unknown> = {
    ...direct,
    ...Object.fromEntries(later),
    request: withTask('request'),
    uploadFile: withTask('uploadFile'),
  }
  const mocks = new Map<string, (...args: unknown[]) => unknown>()
  const entrances = Object.fromEntries(
    Object.keys(methods).map((name) => [
      name,
      (...args: unknown[]) => (mocks.get(name) ?? (methods[name] as (...all: unknown[]) => unknown))(...args),
    ]),
  )
  const own: Wx = { ...entrances, env: { USER_DATA_PATH } }
  const wx = new Proxy(own, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !ASKED_IN_VAIN.includes(name))
        complain(`wx.${name} is not in the host`)
      return target[name as string]
    },
  })
  const mock: Mock = (method, stand) => {
    if (!(method in methods)) throw new Error(`wx.${method} is not in the host`)
    if (!stand) return void mocks.delete(method)
    const origin = methods[method]
    mocks.set(method, (...args) =>
      method in direct
        ? stand.apply({ origin }, args)
        : calledBack(method, () => stand.apply({ origin }, args))(args[0] as Told),
    )
  }
  return { wx, mock, isSynchronous: (method) => method in direct }
}
