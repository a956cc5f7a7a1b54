import { maxLength, object, optional, picklist, pipe, regex, strictObject, string } from 'valibot'
import { command } from './operation'
import { count, id } from './shapes'

/** `cloud://<environment>.<bucket>/<path>`: what WeChat's cloud calls a stored file. */
const fileId = pipe(string(), maxLength(300), regex(/^cloud:\/\/[\w.-]+\/[\w./-]+$/))

/**
 * Where a mini-program puts a photo as the camera took it, until it has been drawn anew: in the uploader's own folder,
 * under the photo's own id, which nobody can guess.
 */
export const rawPath = (personId: string, photoId: string): string => `raw/${personId}/${photoId}`

export const photos = {
  'photos.take': command({
    action: 'account.use',
    summary: '收下一张已传到云存储的照片（只有云函数这个入口有；自建服务器用 POST /photos）',
    input: strictObject({ id, fileId, use: optional(picklist(['concern', 'avatar']), 'concern') }),
    output: object({ id, url: string(), width: count, height: count }),
  }),
}
