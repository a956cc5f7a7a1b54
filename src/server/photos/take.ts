import type { ParsedOf } from '#contracts/operations'
import { rawPath } from '#contracts/photos'
import { type Result, refuse } from '#core/result'
import type { System } from '../operation'
import { type Credentials, identify } from '../people/identity'
import { type CloudFiles, StorageDown } from './cloud-files'
import { MAX_UPLOAD_BYTES } from './reencode'
import type { PhotoStore } from './store'
import { keepPhoto, type Uploaded } from './uploads'

type Take = ParsedOf<'photos.take'>

/**
 * Takes a photo that a mini-program has put into the cloud's storage: draws it anew, keeps the clean bytes, and
 * removes what the camera wrote, with the place and time in it. Done before the transaction, in short ones of its own.
 */
export async function takePhoto(
  { id, fileId, use }: Take,
  { system, credentials }: { system: System; credentials: Credentials },
): Promise<Result<Uploaded>> {
  const files = system.cloudFiles
  if (!files) return refuse('NOT_FOUND')
  const uploaderId = await uploaderOf(system, credentials)
  if (uploaderId === null) return refuse('NOT_AUTHENTICATED')
  if (!isWhereHePutIt(fileId, { files, uploaderId, id })) return refuse('NOT_FOUND')

  try {
    const read = () => files.download(fileId, MAX_UPLOAD_BYTES)
    const kept = await keepPhoto({ ...system, photos: inCloud(files) }, { id, uploaderId, use, read })
    await files.remove(fileId)
    return kept
  } catch (failure) {
    if (!(failure instanceof StorageDown)) throw failure
    // A photo that was kept and not removed is known when it is sent again, and removed then.
    system.report(failure, `photo.${id}`)
    return refuse('UNAVAILABLE')
  }
}

/** Clean photos lie by their hash, so the same picture twice is one file. */
const inCloud = (files: CloudFiles): PhotoStore => ({
  put: (sha256, bytes) => files.upload(`photos/${sha256}.jpg`, bytes),
})

async function uploaderOf(system: System, credentials: Credentials): Promise<string | null> {
  const identity = await system.store.transaction(async (tx) =>
    identify(tx, system, credentials, await system.clock(tx)),
  )
  return identity.ok ? identity.value.actor.personId : null
}

/**
 * A function may read every file there is, so it must not read what its caller names: only the very place where he
 * was to put this very photo. Another person's folder, a clean photo and another environment are not that place.
 */
function isWhereHePutIt(
  fileId: string,
  { files, uploaderId, id }: { files: CloudFiles; uploaderId: string; id: string },
): boolean {
  const [place, ...path] = fileId.replace('cloud://', '').split('/')
  return place?.split('.')[0] === files.environment && path.join('/') === rawPath(uploaderId, id)
}
