import { forDocument } from '../selectors'

type Box = HTMLElement | undefined

/** wx.createSelectorQuery as far as the app uses it: places of elements on the page in front. */
export function selectorQuery(boxInFront: () => Box) {
  const asked: (() => unknown)[] = []
  const query = {
    in: () => query,
    select: (selector: string) => ({
      boundingClientRect(answer?: (found: unknown) => void) {
        asked.push(() => {
          const found = placeOf(boxInFront()?.querySelector(forDocument(selector)))
          answer?.(found)
          return found
        })
        return query
      },
    }),
    exec(answer?: (all: unknown[]) => void) {
      setTimeout(() => {
        const all = asked.map((ask) => ask())
        answer?.(all)
      })
    },
  }
  return query
}

function placeOf(element: Element | null | undefined) {
  if (!element) return null
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
  return { id: element.id, left, top, right, bottom, width, height }
}
