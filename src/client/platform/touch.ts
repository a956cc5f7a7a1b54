import type { ITouchEvent } from '@tarojs/components'
import Taro from '@tarojs/taro'

/** Where a tap fell inside an element, as fractions of its width and height. */
export interface Spot {
  x: number
  y: number
}

interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** H5 hands over the browser's own mouse event, whose type Taro does not tell. */
const clientPoint = (event: ITouchEvent | MouseEvent) =>
  'clientX' in event ? event : (event.changedTouches[0] ?? event.touches[0])

const boxInWechat = (id: string) =>
  new Promise<Box | undefined>((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => resolve(Array.isArray(found) ? found[0] : found))
      .exec()
  })

const boxOf = async (id: string): Promise<Box | undefined> =>
  ON_WECHAT ? boxInWechat(id) : document.getElementById(id)?.getBoundingClientRect()

export async function spotWithin(id: string, event: ITouchEvent | MouseEvent): Promise<Spot | undefined> {
  const point = clientPoint(event)
  const box = await boxOf(id)
  if (!point || !box?.width || !box.height) return undefined
  return { x: (point.clientX - box.left) / box.width, y: (point.clientY - box.top) / box.height }
}
