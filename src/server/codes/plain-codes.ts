import qrcode from 'qrcode-generator'
import sharp from 'sharp'
import { ok } from '#core/result'
import { CODE_PAGE, type MiniCodes } from './mini-codes'

/** Where `npm start` serves the pages when nobody named another address. */
const HERE = 'http://127.0.0.1:8730'

/** Chooses the size by itself; M still reads with 15 percent of the code worn off. */
const SIZE = 0
const CORRECTION = 'M'
const MODULE_PIXELS = 12
const MARGIN_PIXELS = 48

/** Square codes of the page's address in a browser: for development, and for who has no account with WeChat. */
export const plainCodes = (publicUrl: string | null): MiniCodes => ({
  async draw(scene) {
    const code = qrcode(SIZE, CORRECTION)
    code.addData(`${publicUrl ?? HERE}/${CODE_PAGE}?scene=${encodeURIComponent(scene)}`)
    code.make()
    const svg = code.createSvgTag({ cellSize: MODULE_PIXELS, margin: MARGIN_PIXELS })
    const bytes = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
    return ok({ bytes, mediaType: 'image/png' })
  },
})
