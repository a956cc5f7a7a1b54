import Taro from '@tarojs/taro'
import { rawPath } from '#contracts/photos'
import { type Answer, OFFLINE, openCloud, post, proofHeaders, readEnvelope } from './transport'

/** Who sends: the token proves it to a server of one's own; in WeChat's cloud each person has his own folder. */
export interface Sender {
  token?: string
  personId?: string
}

type Progress = (percent: number) => void

/** What is sent: for a concern or its result, or a picture of oneself, which the server cuts to a small square. */
interface Sent {
  id: string
  path: string
  use: 'concern' | 'avatar'
}

/**
 * Sends one photo under the id the phone gave it, so that a repeated upload is the same photo.
 * `onProgress` hears how much of it has left, 0 to 100.
 */
export const uploadPhoto = (
  photo: Omit<Sent, 'use'>,
  sender: Sender,
  onProgress?: Progress,
): Promise<Answer<unknown>> => send({ ...photo, use: 'concern' }, sender, onProgress)

export const uploadAvatar = (photo: Omit<Sent, 'use'>, sender: Sender): Promise<Answer<unknown>> =>
  send({ ...photo, use: 'avatar' }, sender)

async function send(sent: Sent, sender: Sender, onProgress?: Progress): Promise<Answer<unknown>> {
  try {
    return await (ON_WECHAT && CLOUD_ENVIRONMENT ? overCloud : overHttp)(sent, sender, onProgress)
  } catch {
    return OFFLINE
  }
}

async function overHttp(
  { path, ...formData }: Sent,
  { token }: Sender,
  onProgress?: Progress,
): Promise<Answer<unknown>> {
  const task = Taro.uploadFile({
    url: `${API_ADDRESS}/photos`,
    filePath: path,
    name: 'photo',
    formData,
    header: proofHeaders({ token }),
  })
  if (onProgress) task.progress(({ progress }) => onProgress(progress))
  const { data } = await task
  return readEnvelope(parsed(data))
}

/** Into the cloud's storage first; the function then takes it from there. */
async function overCloud(
  { id, path, use }: Sent,
  { personId }: Sender,
  onProgress?: Progress,
): Promise<Answer<unknown>> {
  if (!personId) return { ok: false, error: { code: 'NOT_AUTHENTICATED' } }
  const fileId = await stored(rawPath(personId, id), path, onProgress)
  return post('photos.take', { id, fileId, use }, { key: id })
}

/** Only with callbacks does WeChat hand out the task that tells how far it is. */
const stored = (cloudPath: string, filePath: string, onProgress?: Progress): Promise<string> =>
  new Promise((resolve, reject) => {
    const success = ({ fileID }: { fileID: string }) => resolve(fileID)
    const task = openCloud().uploadFile({ cloudPath, filePath, success, fail: reject })
    if (onProgress) task.onProgressUpdate(({ progress }) => onProgress(progress))
  })

/** WeChat hands the answer over as text, a browser sometimes as an object. */
function parsed(answer: unknown): unknown {
  if (typeof answer !== 'string') return answer
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}
