import type { Life } from './app'
import { fileSystem, shareFileMessage, USER_DATA_PATH } from './files'
import { hostOfWx } from './host-of-wx'
import { complain } from './link'
import { intersectionObserver } from './observers'
import type { Pages } from './pages'
import { selectorQuery } from './queries'
import { calledBack, type Options, type Run, type Told } from './wx/called-back'
import { cloud } from './wx/cloud'
import { dialogsOfWx } from './wx/dialogs'
import { listenersOfWx } from './wx/events'
import { afterAgreement, holderOfWx, privateOfWx } from './wx/holder'
import { managersOfWx } from './wx/managers'
import { getNetworkType, request, uploadFile } from './wx/network'
import { onNeedPrivacyAuthorization, privacyOfWx } from './wx/privacy'
import { routesOfWx } from './wx/routes'
import { offerSharing } from './wx/sharing'
import { requestSubscribeMessage } from './wx/subscribing'
import { systemOfWx } from './wx/system'

type Method = (...args: never[]) => unknown
type Called = (...args: unknown[]) => unknown

/** What the app asks about and this WeChat does not have; anything else unknown fails the test. */
const ASKED_IN_VAIN = ['webpackJsonp']

/** Storage keeps JSON-like values only, as a copy. */
const storage = new Map<string, string>()

const synchronous = (pages: Pages, life: Life): Record<string, Method> => ({
  ...systemOfWx,
  ...listenersOfWx,
  ...managersOfWx(() => void pages.startWith(pages.home, {})),
  ...hostOfWx(pages, life),
  onNeedPrivacyAuthorization,
  getStorageSync: (key: string) => JSON.parse(storage.get(key) ?? '""'),
  setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void storage.delete(key),
  getFileSystemManager: () => fileSystem,
  createSelectorQuery: () => selectorQuery(() => pages.top?.box),
  createIntersectionObserver: (_page: object, options: { initialRatio?: number } = {}) =>
    intersectionObserver(() => pages.top?.box, options.initialRatio),
  nextTick: (run: () => void) => void setTimeout(run),
  canIUse: (name: string) => !ASKED_IN_VAIN.includes(name),
})

const asynchronous = (pages: Pages): Record<string, Run> => ({
  ...routesOfWx(pages),
  ...dialogsOfWx,
  ...privacyOfWx,
  ...privateOfWx,
  ...holderOfWx,
  getNetworkType,
  requestSubscribeMessage,
  shareFileMessage,
  setNavigationBarTitle: () => undefined,
  setNavigationBarColor: () => undefined,
  setBackgroundColor: () => undefined,
  showShareMenu: () => offerSharing(pages.top, true),
  hideShareMenu: () => offerSharing(pages.top, false),
  previewImage: () => undefined,
  makePhoneCall: () => undefined,
  vibrateShort: () => undefined,
})

export type Wx = Record<string, unknown>

/** Replaces one method of wx for a test; `undefined` restores it. */
export type Mock = (method: string, stand: Called | undefined) => void

/** The object `wx`, and the way tests put stand-ins into it. */
export function openWx(pages: Pages, life: Life) {
  const mocks = new Map<string, Called>()
  const direct = synchronous(pages, life) as Record<string, Called>
  const tasks = { request, uploadFile } as Record<string, Called>
  const methods = {
    ...mapped(
      direct,
      (name, own) =>
        (...args) =>
          (mocks.get(name) ?? own).apply({ origin: own }, args),
    ),
    ...mapped(tasks, (name, own) => (...args) => {
      const stand = mocks.get(name)
      return stand ? answeredBy(name, stand, own)(args[0] as Told) : own(...args)
    }),
    ...mapped(asynchronous(pages), (name, run) => {
      const origin = calledBack(name, run) as Called
      const current: Run = (options) => (mocks.get(name) ?? (run as Called)).apply({ origin }, [options])
      return calledBack(name, name in privateOfWx ? afterAgreement(name, current) : current) as Called
    }),
  }
  const own: Wx = { ...methods, cloud, env: { USER_DATA_PATH } }
  const wx = new Proxy(own, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target) && !ASKED_IN_VAIN.includes(name))
        complain(`wx.${name} is not in the host`)
      return target[name as string]
    },
  })
  const mock: Mock = (method, stand) => {
    if (!(method in methods)) throw new Error(`wx.${method} is not in the host`)
    if (stand) mocks.set(method, stand)
    else mocks.delete(method)
  }
  return { wx, mock, isSynchronous: (method: string) => method in direct }
}

const answeredBy = (name: string, stand: Called, origin: Called) =>
  calledBack(name, (options: Options) => stand.apply({ origin }, [options]))

const mapped = <Own>(all: Record<string, Own>, make: (name: string, own: Own) => Called): Wx =>
  Object.fromEntries(Object.entries(all).map(([name, own]) => [name, make(name, own)]))
