import Taro from '@tarojs/taro'
import { type Answer, OFFLINE, proofHeaders, readEnvelope } from './transport'

/**
 * Sends one photo under the id the phone gave it, so that a repeated upload is the same photo.
 * `onProgress` hears how much of it has left, 0 to 100.
 */
export const uploadPhoto = (
  id: string,
  path: string,
  token?: string,
  onProgress?: (percent: number) => void,
): Promise<Answer<unknown>> => send({ path, formData: { id }, token }, onProgress)

/** A picture of oneself: the server cuts it to a small square. */
export const uploadAvatar = (id: string, path: string, token?: string): Promise<Answer<unknown>> =>
  send({ path, formData: { id, use: 'avatar' }, token })

interface Sending {
  path: string
  formData: Record<string, string>
  token: string | undefined
}

async function send(
  { path, formData, token }: Sending,
  onProgress?: (percent: number) => void,
): Promise<Answer<unknown>> {
  try {
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
  } catch {
    return OFFLINE
  }
}

/** WeChat hands the answer over as text, a browser sometimes as an object. */
function parsed(answer: unknown): unknown {
  if (typeof answer !== 'string') return answer
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}
