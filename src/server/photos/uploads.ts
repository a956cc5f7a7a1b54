import { createHash } from 'node:crypto'
import type { PhotoUse } from '#core/content/photo'
import { ok, type Result, refuse } from '#core/result'
import { openContentCheck } from '../content/check'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { PROBE, PROBE_PICTURE } from './probe'
import { reencode } from './reencode'
import type { PhotoFolder, PhotoStore } from './store'

/** What the phone is told about its photo; `id` then goes into the concern. */
export interface Uploaded {
  id: string
  url: string
  width: number
  height: number
}

interface Upload {
  /** Chosen by the phone, so that a repeat after a lost answer is the same photo. */
  id: string
  uploaderId: string
  /** 'concern' by default. */
  use?: PhotoUse
  /** The file as the phone sent it; not asked for when the photo is known already. */
  read(): Promise<Result<Buffer>>
}

type Keeping = Pick<System, 'store' | 'streetId' | 'photoLinks' | 'clock' | 'wechatApi' | 'report'> & {
  photos: PhotoStore
}

/** Keeps a photo: clean bytes first, then the row that makes them known. Repeating it changes nothing. */
export async function keepPhoto(keeping: Keeping, upload: Upload): Promise<Result<Uploaded>> {
  const { store } = keeping
  const before = await store.transaction((tx) => known(tx, keeping, upload))
  if (before) return before

  const sent = await upload.read()
  if (!sent.ok) return sent
  const clean = await reencode(sent.value, upload.use)
  if (!clean.ok) return clean
  const { bytes, width, height } = clean.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file_id = await keeping.photos.put(sha256, bytes)

  return store.transaction(async (tx) => {
    await tx
      .insertInto('photos')
      .values({
        street_id: keeping.streetId,
        id: upload.id,
        uploader_id: upload.uploaderId,
        use: upload.use,
        sha256,
        file_id,
        bytes: bytes.length,
        width,
        height,
        created_at: await keeping.clock(tx),
        state: openContentCheck(keeping).photosBegin,
      })
      .onConflict((conflict) => conflict.columns(['street_id', 'id']).doNothing())
      .execute()
    const kept = await known(tx, keeping, upload)
    if (!kept) throw new Error('a photo was kept and then was not there')
    return kept
  })
}

/** The photo of this id as its own uploader may know it; to anybody else it does not exist. */
async function known(
  tx: Tx,
  keeping: Keeping,
  { id, uploaderId }: Upload,
): Promise<Result<Uploaded> | undefined> {
  const found = await tx
    .selectFrom('photos')
    .select(['uploader_id', 'width', 'height'])
    .where('street_id', '=', keeping.streetId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  if (found.uploader_id !== uploaderId) return refuse('NOT_FOUND')
  const url = keeping.photoLinks.url(id, 'insiders', await keeping.clock(tx))
  return ok({ id, url, width: found.width, height: found.height })
}

const THE_PROBE = { id: PROBE, sha256: '', state: 'pass' } as const

const photoIn = (tx: Tx, streetId: string, id: string) =>
  tx
    .selectFrom('photos')
    .select(['id', 'sha256', 'state'])
    .where('street_id', '=', streetId)
    .where('id', '=', id)
    .executeTakeFirst()

/**
 * The bytes behind a signed address; `null` when the address is not ours, has expired, names nothing, or was made for
 * all of a photo that has not passed.
 */
export async function bytesAt(
  keeping: Keeping & { photos: PhotoFolder },
  id: string,
  given: { until: string; sig: string },
): Promise<Buffer | null> {
  const { store, streetId, photoLinks, clock, photos } = keeping
  const found = await store.transaction(async (tx) => {
    const photo = id === PROBE ? THE_PROBE : await photoIn(tx, streetId, id)
    return photo && photoLinks.admits(photo, given, await clock(tx)) ? photo : null
  })
  if (found === THE_PROBE) return PROBE_PICTURE
  return found && photos.get(found.sha256)
}
