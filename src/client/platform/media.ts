import Taro from '@tarojs/taro'
import { heardNo } from './privacy'

export interface ChosenPhoto {
  /** Where the phone holds it for now: a temporary file, or a blob: address in a browser. */
  path: string
  bytes: number
}

/** Camera or album, at most `count`. An empty answer means the person changed his mind. */
export async function choosePhotos(count: number): Promise<ChosenPhoto[]> {
  try {
    return await (ON_WECHAT ? fromWechat(count) : fromBrowser(count))
  } catch (why) {
    // Both platforms reject when the person cancels.
    heardNo('photos', why)
    return []
  }
}

async function fromWechat(count: number) {
  const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
  return tempFiles.map((file) => ({ path: file.tempFilePath, bytes: file.size }))
}

/** The browser's own chooser: Taro's drops, without a word, every file this browser cannot draw. */
function fromBrowser(count: number): Promise<ChosenPhoto[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = count > 1
  input.hidden = true
  document.body.appendChild(input)
  return new Promise((resolve) => {
    const answer = () => {
      const files = Array.from(input.files ?? []).slice(0, count)
      input.remove()
      resolve(files.map((file) => ({ path: URL.createObjectURL(file), bytes: file.size })))
    }
    input.addEventListener('change', answer)
    input.addEventListener('cancel', answer)
    input.click()
  })
}

/** WeChat offers the holder's own picture through a button; elsewhere it is a photo like any other. */
export const canChooseWechatAvatar = ON_WECHAT

/** Where WeChat has put the picture that was chosen; `undefined` when the holder turned back. */
export const avatarIn = ({ detail }: { detail: { avatarUrl?: string } }): string | undefined =>
  detail.avatarUrl || undefined

/** Opens photos full screen, starting with `current`. */
export function showPhotos(urls: string[], current: string): void {
  Taro.previewImage({ urls, current })
}

/** The server gives addresses without a host; in WeChat they need one. */
export const photoAddress = (url: string): string => (url.startsWith('/') ? `${API_ADDRESS}${url}` : url)
