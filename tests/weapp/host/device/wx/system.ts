import type { Launch } from '../../contents'
import { emit } from './events'

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
const ACCOUNT = { miniProgram: { appId: 'wx-app', envVersion: 'release', version: '1.0.0' } }

/** For tests: the phone turns dark or light; a mini-program that knows dark themes hears of it. */
export function setTheme(theme: 'light' | 'dark'): void {
  APP_BASE.theme = theme
  emit('ThemeChange', { theme })
}

/** How the mini-program was started, and how it last came to the front. */
export const opened = { first: options({ path: '' }), last: options({ path: '' }) }

/** What onLaunch and onShow are told. */
export function options({ path, query = {}, scene = 1001 }: Launch) {
  return { path, query, scene, shareTicket: '', referrerInfo: {} }
}

export const systemOfWx = {
  getWindowInfo: () => WINDOW,
  getAppBaseInfo: () => ({ ...APP_BASE }),
  getDeviceInfo: () => DEVICE,
  getSystemInfoSync: () => ({ ...WINDOW, ...APP_BASE, ...DEVICE }),
  getMenuButtonBoundingClientRect: () => CAPSULE,
  getAccountInfoSync: () => ACCOUNT,
  getLaunchOptionsSync: () => opened.first,
  getEnterOptionsSync: () => opened.last,
}
