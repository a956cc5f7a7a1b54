import type { ResizeOptions } from 'sharp'
import type { PhotoUse } from '#core/content/photo'
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
/** Pixels of the longer side; a face is cut to a square. */
const SIZES: Record<PhotoUse, ResizeOptions> = {
  concern: { width: 1_600, height: 1_600, fit: 'inside', withoutEnlargement: true },
  avatar: { width: 240, height: 240, fit: 'cover' },
}
const QUALITY = 80

/** How a file of each kind we take begins, read as Latin-1. Other readers of the image library are never reached. */
const BEGINNINGS = [
  /^\xff\xd8\xff/, // JPEG
  /^\x89PNG\r\n/,
  /^RIFF[\s\S]{4}WEBP/,
  /^[\s\S]{4}ftyp(avif|heic|heix|mif1)/,
]

/**
 * Draws the photo anew: upright, as large as its use needs, JPEG. Everything else in the file is left behind,
 * the place and time it was taken above all. What is not a picture is refused, whatever its name says.
 */
export async function reencode(upload: Buffer, use: PhotoUse = 'concern'): Promise<Result<CleanPhoto>> {
  if (upload.length > MAX_UPLOAD_BYTES) return refuse('PHOTO_TOO_LARGE')
  if (!isPhoto(upload)) return refuse('PHOTO_REFUSED')

  const sharp = await imageLibrary()
  const found = await sharp(upload, { limitInputPixels: false }).metadata().catch(unreadable)
  if (!found) return refuse('PHOTO_REFUSED')
  if (found.width * found.height > MAX_PIXELS) return refuse('PHOTO_TOO_LARGE')

  const drawn = await draw(upload, use).catch(unreadable)
  if (!drawn) return refuse('PHOTO_REFUSED')
  return ok({ bytes: drawn.data, width: drawn.info.width, height: drawn.info.height })
}

function isPhoto(upload: Buffer): boolean {
  const beginning = upload.toString('latin1', 0, 16)
  return BEGINNINGS.some((known) => known.test(beginning))
}

/** Loaded with the first photo: nothing else in a cloud function takes so long to start. */
const imageLibrary = async () => (await import('sharp')).default

const draw = async (upload: Buffer, use: PhotoUse) =>
  (await imageLibrary())(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .rotate() // upright by EXIF, before EXIF goes
    .resize(SIZES[use])
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })

/** sharp throws on files it cannot read, and that is the sender's doing: a refusal, not a surprise. */
const unreadable = (): undefined => undefined
