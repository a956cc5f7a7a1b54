import Taro from '@tarojs/taro'

/** Puts a few words where they can be pasted from; tells whether the phone allowed it. */
export async function copyWords(data: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data })
    return true
  } catch {
    return false
  }
}
