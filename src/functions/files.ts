import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import cloud from 'wx-server-sdk'
import { ok, type Result, refuse } from '#core/result'
import { type CloudFiles, StorageDown } from '#server/photos/cloud-files'

/** Largest number of files WeChat gives addresses for at once, and how long such an address lives (seconds). */
const AT_ONCE = 50
const LIVES_S = 3_600
const TIMEOUT_MS = 10_000

/** Files of the cloud this function runs in, through WeChat's SDK; the cloud itself proves who asks. */
export const filesOfCloud = (environment: string): CloudFiles => ({
  environment,
  async download(fileId, most) {
    const address = (await addresses([fileId])).get(fileId)
    return address ? load(address, most).catch(down) : refuse('NOT_FOUND')
  },
  async upload(path, bytes) {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: bytes }).catch(down)
    return fileID
  },
  async remove(fileId) {
    await cloud.deleteFile({ fileList: [fileId] }).catch(down)
  },
  addresses,
})

async function addresses(fileIds: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let from = 0; from < fileIds.length; from += AT_ONCE) {
    const asked = fileIds.slice(from, from + AT_ONCE).map((fileID) => ({ fileID, maxAge: LIVES_S }))
    const { fileList } = await cloud.getTempFileURL({ fileList: asked }).catch(down)
    for (const { fileID, tempFileURL } of fileList) if (tempFileURL) found.set(fileID, tempFileURL)
  }
  return found
}

const down = (cause: unknown): never => {
  if (cause instanceof StorageDown) throw cause
  throw new StorageDown(cause instanceof Error ? cause.message : 'no answer', { cause })
}

/** Not by the SDK: it would take a file of any size into this function's memory. */
async function load(address: string, most: number): Promise<Result<Buffer>> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (answer.status === 404) return refuse('NOT_FOUND')
  if (!answer.ok || !answer.body) throw new StorageDown(`the storage answered ${answer.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of Readable.fromWeb(answer.body as ReadableStream)) {
    size += chunk.length
    if (size > most) return refuse('PHOTO_TOO_LARGE')
    chunks.push(chunk)
  }
  return ok(Buffer.concat(chunks))
}
