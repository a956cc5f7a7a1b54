import { Buffer } from 'node:buffer'
import { type Cloud, callFunction, uploadToCloud } from './cloud'
import { Failure } from './failure'

/** What lies outside the phone: the one server the mini-program may call, its cloud, or both. */
export interface World {
  domain?: Domain
  cloud?: Cloud
}

export interface Domain {
  /** The address the mini-program was built with (TARO_APP_API). */
  allowed: string
  /** Where that address lies during a test. */
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

/** The ways out of a phone, by the name the device calls them. */
export type WayOut = 'request' | 'uploadFile' | 'callFunction' | 'uploadToCloud'

export function waysOut({ domain, cloud }: World): Record<WayOut, (options: never) => Promise<object>> {
  return {
    request: (options: Outgoing) => request(domain, options),
    uploadFile: (options: Outgoing) => uploadFile(domain, options),
    callFunction: (options) => callFunction(cloud, options),
    uploadToCloud: (options) => uploadToCloud(cloud, options),
  }
}

/** The real address of one the mini-program calls; WeChat refuses every other than the one registered. */
export function realAddress(domain: Domain | undefined, url: string): string {
  if (!domain || !url.startsWith(`${domain.allowed}/`))
    throw new Failure(`url not in domain list: ${url}`, { errno: 600002 })
  return domain.server + url.slice(domain.allowed.length)
}

/** wx.request: the answer is JSON where it can be read as such, as with dataType json. */
async function request(
  domain: Domain | undefined,
  { url, method = 'GET', data, header, timeout = 60_000 }: Outgoing,
) {
  const signal = AbortSignal.timeout(timeout)
  const answer = await sent(realAddress(domain, url), { method, headers: header, body: data, signal })
  return {
    statusCode: answer.status,
    header: Object.fromEntries(answer.headers),
    data: jsonOr(await answer.text()),
  }
}

/** wx.uploadFile: one file of the phone as multipart/form-data; the answer stays text. */
async function uploadFile(
  domain: Domain | undefined,
  { url, name = 'file', formData = {}, header, content }: Outgoing,
) {
  if (content === undefined) throw new Failure('file not found')
  const body = new FormData()
  for (const [field, value] of Object.entries(formData)) body.append(field, value)
  body.append(name, new Blob([bytesOf(content)]), 'photo.jpg')
  const answer = await sent(realAddress(domain, url), { method: 'POST', headers: header, body })
  return { statusCode: answer.status, data: await answer.text() }
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html names these failures. */
async function sent(address: string, options: RequestInit): Promise<Response> {
  return fetch(address, options).catch((why: Error) => {
    if (why.name === 'TimeoutError') throw new Failure('timeout', { errno: 5 })
    throw new Failure(`errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED`, {
      errno: 600001,
    })
  })
}

const bytesOf = (content: string): Buffer<ArrayBuffer> => Buffer.from(content, 'base64')

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
