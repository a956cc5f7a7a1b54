import sharp from 'sharp'
import { MAX_UPLOAD_BYTES, reencode } from '../../../src/server/photos/reencode'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

const cleaned = async (upload: Buffer) => {
  const result = await reencode(upload)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

test('where and with what a photo was taken does not survive', async () => {
  const upload = await picture(40, 30)
    .withExif({ IFD0: { Make: 'PlantedMaker' }, IFD3: { GPSLatitude: '23/1 5/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer()
  expect(upload.includes('PlantedMaker')).toBe(true)

  const { bytes } = await cleaned(upload)
  const kept = await sharp(bytes).metadata()
  expect([kept.format, kept.exif, kept.icc, kept.xmp, kept.iptc]).toEqual([
    'jpeg',
    ...Array(4).fill(undefined),
  ])
  expect(bytes.includes('PlantedMaker')).toBe(false)
})

test('a photo taken with the phone on its side stands upright', async () => {
  const upload = await picture(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { width, height } = await cleaned(upload)
  expect([width, height]).toEqual([30, 40])
})

test('a large photo becomes 1600 px on its long side, a small one keeps its size', async () => {
  const large = await cleaned(await picture(4000, 3000).jpeg().toBuffer())
  const small = await cleaned(await picture(640, 480).jpeg().toBuffer())
  expect([large.width, large.height]).toEqual([1600, 1200])
  expect([small.width, small.height]).toEqual([640, 480])
})

test.each(['png', 'webp', 'avif'] as const)('%s is taken too', async (format) => {
  const { bytes } = await cleaned(await picture(20, 20).toFormat(format).toBuffer())
  expect((await sharp(bytes).metadata()).format).toBe('jpeg')
})

test.each([
  ['a text', Buffer.from('hello')],
  ['nothing at all', Buffer.alloc(0)],
  [
    'an SVG, which may hold scripts',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ],
  [
    'a web page with the beginning of a JPEG',
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html>')]),
  ],
])('%s is refused', async (_, upload) => {
  expect(await reencode(upload)).toEqual({ ok: false, refusal: 'PHOTO_REFUSED' })
})

test('a GIF and a cut-off JPEG are refused', async () => {
  const gif = await picture(20, 20).gif().toBuffer()
  const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, at) => (at * 7919) % 251))
  const jpeg = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
    .jpeg()
    .toBuffer()
  expect(await reencode(gif)).toEqual({ ok: false, refusal: 'PHOTO_REFUSED' })
  expect(await reencode(jpeg.subarray(0, jpeg.length / 2))).toEqual({ ok: false, refusal: 'PHOTO_REFUSED' })
})

test('a picture bomb, a small file with a huge canvas, is refused without being unpacked', async () => {
  const bomb = await picture(15_000, 15_000).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.length).toBeLessThan(1_000_000)
  const before = process.memoryUsage().rss
  expect(await reencode(bomb)).toEqual({ ok: false, refusal: 'PHOTO_TOO_LARGE' })
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  // Packing 225 megapixels so small is what takes its time, not refusing them.
}, 60_000)

test('more than 10 MB is refused', async () => {
  expect(await reencode(Buffer.alloc(MAX_UPLOAD_BYTES + 1))).toEqual({
    ok: false,
    refusal: 'PHOTO_TOO_LARGE',
  })
})
