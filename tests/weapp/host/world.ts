import type { Buffer } from 'node:buffer'

/** Where the mini-program may call, and where that address lies during a test. */
export interface World {
  /** The address the mini-program was built with (TARO_APP_API). */
  allowed: string
  /** The running server. */
  server: string
}

interface Outgoing {
  url: string
  method?: string
  data?: string
  header?: Record<string, string>
  timeout?: number
  name?: string
  formData?: Record<string, string>
  /** Base64; absent when the phone has no such file. */
  content?: string
}

/** The real address of one the mini-program calls; WeChat refuses every other than the one registered. */
export function realAddress({ allowed, server }: World, url: string): string {
  if (!url.startsWith(`${allowed}/`)) throw new Error(`url not in domain list: ${url}`)
  return server + url.slice(allowed.length)
}

/** wx.request: the answer is JSON where it can be read as such, as with dataType json. */
export async function request(
  world: World,
  { url, method = 'GET', data, header, timeout = 60_000 }: Outgoing,
) {
  const answer = await fetch(realAddress(world, url), {
    method,
    headers: header,
    body: data,
    signal: AbortSignal.timeout(timeout),
  })
  const text = await answer.text()
  return { statusCode: answer.status, header: Object.fromEntries(answer.headers), data: jsonOr(text) }
}

/** wx.uploadFile: one file of the phone as multipart/form-data; the answer stays text. */
export async function uploadFile(
  world: World,
  { url, name = 'file', formData = {}, header, content }: Outgoing,
) {
  if (content === undefined) throw new Error('file not found')
  const body = new FormData()
  for (const [field, value] of Object.entries(formData)) body.append(field, value)
  body.append(name, new Blob([bytesOf(content)]), 'photo.jpg')
  const answer = await fetch(realAddress(world, url), { method: 'POST', headers: header, body })
  return { statusCode: answer.status, data: await answer.text() }
}

const bytesOf = (content: string): Buffer<ArrayBuffer> => globalThis.Buffer.from(content, 'base64')

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
