import { Failure } from '../failure'
import type { Options } from './wx/called-back'
import { isTouched } from './wx/gesture'

/** The phone's files: path -> content as base64. They last as long as the device. */
const files = new Map<string, string>()

export const USER_DATA_PATH = 'wxfile://usr'

export const contentOf = (path: string): string | undefined => files.get(path)

/** What a document can show for a path of the phone or an address. */
export function imageSource(path: string): string {
  const content = files.get(path)
  return content === undefined ? path : `data:image/jpeg;base64,${content}`
}

interface Told {
  success?(answer: { errMsg: string }): void
  fail?(why: { errMsg: string }): void
  complete?(answer: { errMsg: string }): void
}

/** Runs an operation of the file system and tells the caller afterwards, never at once. */
function telling<Options>(name: string, run: (options: Options) => object) {
  return (options: Options & Told) => {
    setTimeout(() => {
      try {
        const answer = { errMsg: `${name}:ok`, ...run(options) }
        options.success?.(answer)
        options.complete?.(answer)
      } catch (failure) {
        const why = { errMsg: `${name}:fail ${(failure as Error).message}` }
        options.fail?.(why)
        options.complete?.(why)
      }
    })
  }
}

function existing(path: string): string {
  const content = files.get(path)
  if (content === undefined) throw new Error(`no such file or directory "${path}"`)
  return content
}

/** Of a text as its bytes in UTF-8. */
const base64Of = (text: string): string =>
  btoa([...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join(''))

function write(path: string, content: string, encoding?: string): void {
  if (!path.startsWith(USER_DATA_PATH)) throw new Error(`permission denied, open "${path}"`)
  files.set(path, encoding === 'base64' ? content : base64Of(content))
}

interface Writing {
  filePath: string
  data: string
  encoding?: string
}

/** wx.getFileSystemManager(), as far as the app and its tests use it. */
export const fileSystem = {
  access: telling('access', ({ path }: { path: string }) => {
    existing(path)
    return {}
  }),
  saveFile: telling('saveFile', ({ tempFilePath, filePath }: { tempFilePath: string; filePath: string }) => {
    write(filePath, existing(tempFilePath), 'base64')
    // As on a phone, the temporary file is gone: it was moved.
    files.delete(tempFilePath)
    return { savedFilePath: filePath }
  }),
  unlink: telling('unlink', ({ filePath }: { filePath: string }) => {
    existing(filePath)
    files.delete(filePath)
    return {}
  }),
  writeFile: telling('writeFile', ({ filePath, data, encoding }: Writing) => {
    write(filePath, data, encoding)
    return {}
  }),
  writeFileSync: write,
}

/**
 * The holder passes the file on to one of his chats; not without his tap.
 * https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.shareFileMessage.html
 */
export function shareFileMessage({ filePath }: Options): void {
  if (!isTouched()) throw new Failure('can only be invoked by user TAP gesture.')
  existing(String(filePath))
}
