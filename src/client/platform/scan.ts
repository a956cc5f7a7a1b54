import Taro from '@tarojs/taro'
import { heardNo } from './privacy'

/** A browser cannot scan here: the screen asks for the number on the plate instead. */
export const canScan = ON_WECHAT

/** The text of a plate's code; `undefined` when the person turned back. */
export async function scanPlate(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode', 'barCode'] })
    return result
  } catch (why) {
    heardNo('scan', why)
    return undefined
  }
}
