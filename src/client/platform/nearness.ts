import Taro from '@tarojs/taro'

/** What lies this far above or below the screen is near: more than a swipe goes before it can be drawn. Pixels. */
const AROUND = 1_200

export interface Place {
  near: boolean
  /** Of the part itself; pixels. */
  height: number
}

/** Browsers before 2019 cannot tell: there a list simply stays whole. */
export const canTellNearness: boolean = ON_WECHAT || typeof IntersectionObserver === 'function'

/**
 * Tells whenever a part of the page comes near the screen or leaves it. `now` is what is believed so far: told only
 * when that is wrong. Returns a way to stop.
 */
export function watchNearness(id: string, now: boolean, heard: (place: Place) => void): () => void {
  if (!canTellNearness) return () => undefined
  // A page behind another one is not drawn, and neither near nor far.
  const told = (place: Place) => {
    if (place.height > 0) heard(place)
  }
  return ON_WECHAT ? watchInWechat(id, now, told) : watchInBrowser(id, told)
}

/** WeChat watches in the view and calls only when something has changed: nothing runs while a finger scrolls. */
function watchInWechat(id: string, now: boolean, heard: (place: Place) => void) {
  const page = Taro.getCurrentInstance().page ?? {}
  const observer = Taro.createIntersectionObserver(page, { thresholds: [0], initialRatio: now ? 1 : 0 })
  let stopped = false
  // What was just drawn is on its way to the view: before it is there, nothing would be found to watch.
  Taro.nextTick(() => {
    if (stopped) return
    observer
      .relativeToViewport({ top: AROUND, bottom: AROUND })
      .observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect: box }) =>
        heard({ near: intersectionRatio > 0, height: box ? box.bottom - box.top : 0 }),
      )
  })
  return () => {
    stopped = true
    observer.disconnect()
  }
}

function watchInBrowser(id: string, heard: (place: Place) => void) {
  const part = document.getElementById(id)
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries[entries.length - 1]
      if (!last) return
      // The keyboard stands in it: taking it away would throw the reader back to the top.
      const held = part?.contains(document.activeElement) === true
      heard({ near: last.isIntersecting || held, height: last.boundingClientRect.height })
    },
    // Each of Taro's pages scrolls by itself, so the margin must be that of the page.
    { root: part?.closest('.taro_page') ?? null, rootMargin: `${AROUND}px 0px` },
  )
  if (part) observer.observe(part)
  return () => observer.disconnect()
}
