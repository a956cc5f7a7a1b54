import { forDocument } from '../selectors'

interface Margins {
  top?: number
  bottom?: number
}

interface Seen {
  intersectionRatio: number
  boundingClientRect: DOMRectReadOnly
}

/**
 * wx.createIntersectionObserver as far as the app uses it: one element against the screen. WeChat tells at first only
 * when the share on the screen is another than `initialRatio`; a selector that finds nothing is never told of.
 */
export function intersectionObserver(boxInFront: () => HTMLElement | undefined, initialRatio = 0) {
  let margins: Margins = {}
  let watching: IntersectionObserver | undefined
  const observer = {
    relativeToViewport(given: Margins = {}) {
      margins = given
      return observer
    },
    observe(selector: string, tell: (seen: Seen) => void) {
      const box = boxInFront()
      const element = box?.querySelector(forDocument(selector))
      if (!box || !element) return
      let first = true
      watching = new IntersectionObserver(
        (entries) => {
          for (const { intersectionRatio, boundingClientRect } of entries) {
            if (!first || intersectionRatio !== initialRatio) tell({ intersectionRatio, boundingClientRect })
            first = false
          }
        },
        { root: box, rootMargin: `${margins.top ?? 0}px 0px ${margins.bottom ?? 0}px` },
      )
      watching.observe(element)
    },
    disconnect: () => watching?.disconnect(),
  }
  return observer
}
