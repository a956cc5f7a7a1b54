import Taro from '@tarojs/taro'

export interface ChosenPhoto {
  /** Where the phone holds it for now: a temporary file, or a blob: address in a browser. */
  path: string
  bytes: number
}

/** Camera or album, at most `count`. An empty answer means the person changed his mind. */
export async function choosePhotos(count: number): Promise<ChosenPhoto[]> {
  try {
    return await (ON_WECHAT ? fromWechat(count) : fromBrowser(count))
  } catch {
    // Both platforms reject when the person cancels.
    return []
  }
}

async function fromWechat(count: number) {
  const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
  return tempFiles.map((file) => ({ path: file.tempFilePath, bytes: file.size }))
}

async function fromBrowser(count: number) {
  const { tempFiles } = await Taro.chooseImage({ count })
  return tempFiles.slice(0, count).map((file) => ({ path: file.path, bytes: file.size }))
}

/** Opens photos full screen, starting with `current`. */
export function showPhotos(urls: string[], current: string): void {
  Taro.previewImage({ urls, current })
}

/** The server gives addresses without a host; in WeChat they need one. */
export const photoAddress = (url: string): string => (url.startsWith('/') ? `${API_ADDRESS}${url}` : url)
