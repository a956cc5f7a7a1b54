import { Buffer } from 'node:buffer'
import { Failure } from './failure'

/** WeChat's cloud as one phone reaches it: it knows who holds the phone. */
export interface Cloud {
  /** The id the mini-program gives to wx.cloud.init. */
  environment: string
  functions: Record<string, (event: object) => Promise<unknown>>
  /** Where files of its storage are loaded from: WeChat shows them whatever the domain list says. */
  storage: string
  /** Keeps a file under a path of the cloud's storage; answers its id. */
  keep(cloudPath: string, content: Buffer): string
}

interface Call {
  name?: string
  data?: object
  environment: string
}

interface Upload {
  cloudPath?: string
  /** Base64; absent when the phone has no such file. */
  content?: string
  environment: string
}

/**
 * https://docs.cloudbase.net/error-code/EXCEED_MAX_PAYLOAD_SIZE: a call carries at most 100 KB of text;
 * EXCEED_MAX_RESPONSE_SIZE: an answer at most 1 MB.
 */
const LARGEST_EVENT = 100 * 1024
const LARGEST_RESULT = 1024 * 1024

/** Codes of https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html. */
const failure = (errCode: number, words: string) =>
  new Failure(`Error: errCode: ${errCode} | errMsg: ${words}`, { errCode })

const sizeOf = (text = ''): number => Buffer.byteLength(text)

function opened(cloud: Cloud | undefined, environment: string): Cloud {
  if (cloud?.environment !== environment) throw failure(-501000, `Environment not found: ${environment}`)
  return cloud
}

/** wx.cloud.callFunction: event and result pass as JSON. */
export async function callFunction(cloud: Cloud | undefined, { name = '', data = {}, environment }: Call) {
  const run = opened(cloud, environment).functions[name]
  if (!run) throw failure(-501000, 'FunctionName parameter could not be found.')
  const event = JSON.stringify(data)
  if (sizeOf(event) > LARGEST_EVENT)
    throw failure(-501007, 'EXCEED_MAX_PAYLOAD_SIZE: a call carries at most 100 KB')
  const result = await run(JSON.parse(event)).catch((thrown: Error) => {
    throw failure(-504002, `functions execute fail: ${thrown.message}`)
  })
  if (sizeOf(JSON.stringify(result)) > LARGEST_RESULT)
    throw failure(-501007, 'EXCEED_MAX_RESPONSE_SIZE: an answer carries at most 1 MB')
  return { result, requestID: `${Date.now()}` }
}

/** wx.cloud.uploadFile: the file gets an id that stands for it everywhere. */
export async function uploadToCloud(
  cloud: Cloud | undefined,
  { cloudPath = '', content, environment }: Upload,
) {
  const storage = opened(cloud, environment)
  if (!cloudPath || cloudPath.startsWith('/') || cloudPath.includes('..'))
    throw failure(-401002, `invalid cloudPath "${cloudPath}"`)
  if (content === undefined) throw failure(-1, 'file not found on this phone')
  return { fileID: storage.keep(cloudPath, Buffer.from(content, 'base64')), statusCode: 204 }
}
