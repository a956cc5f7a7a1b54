import sharp from 'sharp'
import { ok, type Result, refuse } from '#core/result'

export interface CleanPhoto {
  bytes: Buffer
  width: number
  height: number
}

/** What a phone sends at most, in bytes. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

/** 50 megapixels: every phone camera fits, a picture bomb (small file, huge canvas) does not. */
const MAX_PIXELS = 50_000_000
const LONG_SIDE = 1_600
const QUALITY = 80
const FORMATS: readonly (string | undefined)[] = ['jpeg', 'png', 'webp', 'heif']

/**
 * Draws the photo anew: upright, at most 1600 px, JPEG. Everything else in the file is left behind,
 * the place and time it was taken above all. What is not a picture is refused, whatever its name says.
 */
export async function reencode(upload: Buffer): Promise<Result<CleanPhoto>> {
  if (upload.length > MAX_UPLOAD_BYTES) return refuse('PHOTO_TOO_LARGE')

  const found = await sharp(upload, { limitInputPixels: false }).metadata().catch(unreadable)
  if (!found || !FORMATS.includes(found.format)) return refuse('PHOTO_REFUSED')
  if (found.width * found.height > MAX_PIXELS) return refuse('PHOTO_TOO_LARGE')

  const drawn = await draw(upload).catch(unreadable)
  if (!drawn) return refuse('PHOTO_REFUSED')
  return ok({ bytes: drawn.data, width: drawn.info.width, height: drawn.info.height })
}

const draw = (upload: Buffer) =>
  sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate() // upright by EXIF, before EXIF goes
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })

/** sharp throws on files it cannot read, and that is the sender's doing: a refusal, not a surprise. */
const unreadable = (): undefined => undefined
