import Taro from '@tarojs/taro'

export interface ChosenFile {
  name: string
  base64: string
}

/** Larger ones are not even read. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024

export type FileChoice = ChosenFile | 'too_large' | undefined

/** A table from a chat (WeChat) or from the disk (browser); `undefined` when the person changed his mind. */
export async function chooseTable(): Promise<FileChoice> {
  try {
    return await (ON_WECHAT ? fromChat() : fromDisk())
  } catch {
    // Both platforms reject when the person cancels.
    return undefined
  }
}

async function fromChat(): Promise<FileChoice> {
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
  const [file] = tempFiles
  if (!file) return undefined
  if (file.size > MOST_FILE_BYTES) return 'too_large'
  return { name: file.name, base64: String(Taro.getFileSystemManager().readFileSync(file.path, 'base64')) }
}

async function fromDisk(): Promise<FileChoice> {
  const file = await pick()
  if (!file) return undefined
  if (file.size > MOST_FILE_BYTES) return 'too_large'
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  return { name: file.name, base64: address.slice(address.indexOf(',') + 1) }
}

function pick(): Promise<File | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.xlsx,.csv'
  input.hidden = true
  document.body.appendChild(input)
  return new Promise((resolve) => {
    const answer = () => {
      const file = input.files?.[0]
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', answer)
    input.addEventListener('cancel', answer)
    input.click()
  })
}

/** Gives a made file to the person: opened in WeChat (from where it can be forwarded), downloaded in a browser. */
export async function giveFile({ name, base64 }: ChosenFile): Promise<void> {
  if (ON_WECHAT) return openInWechat(name, base64)
  download(name, `data:application/octet-stream;base64,${base64}`)
}

export interface TextFile {
  name: string
  text: string
}

/**
 * Gives a text to the person: in WeChat it is passed on to a chat of his own (文件传输助手), since nothing there opens
 * a page or data; downloaded in a browser. Only in answer to a tap. False when he changed his mind or it failed.
 */
export async function giveText({ name, text }: TextFile): Promise<boolean> {
  if (ON_WECHAT) return shareInWechat(name, text)
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }))
  download(name, address)
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}

function download(name: string, address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

async function shareInWechat(name: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  const files = Taro.getFileSystemManager()
  try {
    files.writeFileSync(filePath, text, 'utf8')
    await Taro.shareFileMessage({ filePath, fileName: name })
    return true
  } catch {
    return false
  } finally {
    // What is personal does not stay behind on the phone; passed on, WeChat has a copy of its own.
    files.unlink({ filePath, fail: () => undefined })
  }
}

/** WeChat shows .xlsx and .pdf itself; its menu sends them on. */
async function openInWechat(name: string, base64: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
  await Taro.openDocument({ filePath, showMenu: true })
}
