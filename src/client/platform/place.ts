import Taro from '@tarojs/taro'
import type { Degrees } from '#core/grids/datum'
import { heardNo } from './privacy'

/** WeChat's map only: the one Taro offers browsers loads a foreign script with a foreign key. */
export const canChoosePlace = ON_WECHAT

const MILLION = 1_000_000

/** Whole millionths of a degree, as points are kept. */
export const pointAt = ({ lat, lng }: Degrees): { latE6: number; lngE6: number } => ({
  latE6: Math.round(lat * MILLION),
  lngE6: Math.round(lng * MILLION),
})

export interface ChosenPlace {
  /** GCJ-02, degrees x 1,000,000, as WeChat's map answers. */
  point: { latE6: number; lngE6: number }
  words: string
}

/** Shows a point on WeChat's own map, which leads there. */
export async function showPlace({ point, words }: ChosenPlace): Promise<void> {
  try {
    const { latE6, lngE6 } = point
    await Taro.openLocation({ latitude: latE6 / MILLION, longitude: lngE6 / MILLION, name: words })
  } catch (why) {
    heardNo('place', why)
  }
}

/** A point on WeChat's map; `undefined` when the person turned back or forbade it. */
export async function choosePlace(): Promise<ChosenPlace | undefined> {
  try {
    const { latitude, longitude, name, address } = await Taro.chooseLocation({})
    return { point: pointAt({ lat: latitude, lng: longitude }), words: name || address }
  } catch (why) {
    heardNo('place', why)
    return undefined
  }
}
