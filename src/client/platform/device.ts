import Taro from '@tarojs/taro'

/** Room at the top of a WeChat page, in device pixels of CSS: the status bar and the round capsule. */
export interface Frame {
  statusBar: number
  /** Width kept free at the right of the navigation bar. */
  capsule: number
}

const BROWSER: Frame = { statusBar: 0, capsule: 0 }

export function frame(): Frame {
  if (!ON_WECHAT) return BROWSER
  const window = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  return { statusBar: window.statusBarHeight ?? 0, capsule: window.windowWidth - capsule.left + 8 }
}

/** Taro's types lack what WeChat answers since base library 2.23. */
type WechatBase = { fontSizeScaleFactor?: number }

const clamp = (scale: number) => Math.min(1.5, Math.max(1, scale))

/** How much larger than usual the owner of the phone reads everywhere: 1 to 1.5. */
export function fontScale(): number {
  if (ON_WECHAT) return clamp((Taro.getAppBaseInfo() as WechatBase).fontSizeScaleFactor ?? 1)
  const probe = document.createElement('span')
  probe.style.cssText = 'position:absolute;visibility:hidden;font-size:medium'
  document.body.appendChild(probe)
  const size = Number.parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return clamp((size || 16) / 16)
}

const darkQuery = () =>
  typeof window.matchMedia === 'function' ? window.matchMedia('(prefers-color-scheme: dark)') : undefined

export const systemIsDark = (): boolean =>
  ON_WECHAT ? Taro.getAppBaseInfo().theme === 'dark' : (darkQuery()?.matches ?? false)

export function watchSystemTheme(changed: (dark: boolean) => void): void {
  if (ON_WECHAT) Taro.onThemeChange(({ theme }) => changed(theme === 'dark'))
  else darkQuery()?.addEventListener('change', (event) => changed(event.matches))
}

/** Colours what lies outside the page's own root: the browser's canvas, WeChat's status bar and overscroll. */
export function paintOutside(dark: boolean, className: string): void {
  if (!ON_WECHAT) {
    document.documentElement.className = className
    return
  }
  const backgroundColor = dark ? '#111310' : '#F6F4EF'
  Taro.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor })
  Taro.setBackgroundColor({ backgroundColor })
}

/** The browser tab's name; in WeChat the pages draw their own bars. */
export function setTitle(title: string): void {
  if (!ON_WECHAT) document.title = title
}
