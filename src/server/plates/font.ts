import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fontkit from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'
import subsetFont from 'subset-font'

/**
 * Noto Sans SC comes in a hundred pieces, each for a range of characters. Only those pieces that a text needs are
 * opened, cut down to its very characters, and embedded: a sheet of plates carries some ten kilobytes of font.
 */
const PACKAGE = '@fontsource-variable/noto-sans-sc'

/** Semi-bold: plates are read from the lane. */
const WEIGHT = 500

export interface Typeface {
  /** Cuts a text into runs of one embedded font each, with their widths at a size. */
  runs(text: string, size: number): { font: PDFFont; text: string; width: number }[]
}

/** Embeds what these texts need. A character the typeface lacks is drawn as a box by its first piece. */
export async function embedTypeface(document: PDFDocument, texts: readonly string[]): Promise<Typeface> {
  document.registerFontkit(fontkit)
  const pieces = await loadPieces()
  const byPiece = new Map<string, string>()
  for (const letter of new Set(texts.join(''))) {
    const piece = pieceOf(pieces, letter)
    byPiece.set(piece, (byPiece.get(piece) ?? '') + letter)
  }
  const fonts = new Map<string, PDFFont>()
  for (const [piece, letters] of byPiece) fonts.set(piece, await embedPiece(document, piece, letters))

  return {
    runs(text, size) {
      const runs: { piece: string; digits: boolean; text: string }[] = []
      for (const letter of text) {
        const piece = pieceOf(pieces, letter)
        // Beside a letter the typeface changes a digit for another glyph, whose width the file would not know.
        const digits = /\d/.test(letter)
        const last = runs.at(-1)
        if (last?.piece === piece && last.digits === digits) last.text += letter
        else runs.push({ piece, digits, text: letter })
      }
      return runs.map(({ piece, text: part }) => {
        const font = fonts.get(piece)
        if (!font) throw new Error('a character was drawn that was not embedded')
        return { font, text: part, width: font.widthOfTextAtSize(part, size) }
      })
    },
  }
}

type Pieces = { name: string; ranges: [number, number][] }[]
let loaded: Promise<Pieces> | undefined

const loadPieces = (): Promise<Pieces> => {
  loaded ??= readPieces()
  return loaded
}

async function readPieces(): Promise<Pieces> {
  const file = require.resolve(`${PACKAGE}/unicode.json`)
  const ranges = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>
  // Latin comes as a name, the others as [number].
  return Object.entries(ranges).map(([name, given]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: given.split(',').map((range) => {
      const [from = '', to = from] = range.replace(/U\+/i, '').split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    }),
  }))
}

/** Letters and digits stand in several pieces; together in one they keep their distances. */
function pieceOf(pieces: Pieces, letter: string): string {
  if (/[ -~]/.test(letter)) return 'latin'
  const point = letter.codePointAt(0) ?? 0
  const found = pieces.find(({ ranges }) => ranges.some(([from, to]) => point >= from && point <= to))
  return found?.name ?? 'latin'
}

async function embedPiece(document: PDFDocument, piece: string, letters: string): Promise<PDFFont> {
  const entry = require.resolve(`${PACKAGE}/unicode.json`)
  const whole = await readFile(
    path.join(path.dirname(entry), 'files', `noto-sans-sc-${piece}-wght-normal.woff2`),
  )
  const cut = await subsetFont(whole, letters, { targetFormat: 'sfnt', variationAxes: { wght: WEIGHT } })
  // Kerned text would be drawn narrower than it is measured.
  return document.embedFont(cut, { subset: false, features: { kern: false, liga: false } })
}
