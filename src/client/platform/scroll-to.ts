import Taro from '@tarojs/taro'

/** Room for the page's own bar above what is scrolled to. Pixels. */
const BAR = 96

/** Brings one part of the page under the reader's eyes, for example the first field that is wrong. */
export function scrollToPart(id: string): void {
  if (ON_WECHAT) {
    Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -BAR })
    return
  }
  const part = document.getElementById(id)
  if (part && typeof part.scrollIntoView === 'function') part.scrollIntoView({ block: 'center' })
}

/** Time for what is wrong to be drawn. Milliseconds. */
const DRAWN = 50

/** In a long sheet, brings the first sentence that says what is wrong into sight; a WeChat sheet is scrolled by hand. */
export function showAlertIn(id: string): void {
  if (ON_WECHAT) return
  setTimeout(() => {
    const alert = document.getElementById(id)?.querySelector('[role=alert]')
    if (alert && typeof alert.scrollIntoView === 'function') alert.scrollIntoView({ block: 'center' })
  }, DRAWN)
}

/** A new step of the same page begins at its top. */
export function scrollToTop(): void {
  Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => {
    // Nothing to scroll yet: already at the top.
  })
}
