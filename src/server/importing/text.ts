import type { Problem } from '#core/importing/sheet'

/** Excel of an office writes CSV in the Windows code page of its country; everything else writes UTF-8. */
export type Encoding = 'utf-8' | 'gb18030'

export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; problems: Problem[] }

const NEWLINE = 0x0a
const COMMA = 0x2c
const QUOTE = 0x22

/**
 * The text of a CSV file. The encoding is found by trying: UTF-8 if every byte fits, else GB18030, of which GBK is a
 * part. Bytes that fit neither are told by row and column: a file that once lost a byte of a pair reads as other
 * Chinese characters from there on, so nothing of it is guessed.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const lines = split(withoutMark(bytes), NEWLINE)
  const tried = (['utf-8', 'gb18030'] as const).map((encoding) => ({
    encoding,
    bad: lines.flatMap((line, at) => (decoded(line, encoding) === null ? [at] : [])),
  }))
  const [best] = [...tried].sort((a, b) => a.bad.length - b.bad.length)
  if (!best) throw new Error('no encoding was tried')
  if (best.bad.length === 0) {
    const text = lines.map((line) => decoded(line, best.encoding) ?? '').join('\n')
    return { ok: true, text, encoding: best.encoding }
  }
  const headings = (cellsOf(lines[0] ?? new Uint8Array(), best.encoding) ?? []).map((cell) => cell ?? '')
  return {
    ok: false,
    problems: best.bad
      .slice(0, 50)
      .map((at) => lossy(lines[at] ?? new Uint8Array(), at, { headings, ...best })),
  }
}

function lossy(
  line: Uint8Array,
  at: number,
  { headings, encoding }: { headings: string[]; encoding: Encoding },
): Problem {
  const column = cellsOf(line, encoding).indexOf(null)
  const heading = headings[column]?.replace(/^"|"\r?$|\r$/g, '').trim()
  return { sheet: null, row: at + 1, column: heading || `第${column + 1}列`, problem: 'lossy' }
}

/** Commas and quotes are never the second byte of a pair in either encoding, so bytes may be cut there. */
function cellsOf(line: Uint8Array, encoding: Encoding): (string | null)[] {
  const cells: (string | null)[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === QUOTE) quoted = !quoted
    if (at < line.length && (line[at] !== COMMA || quoted)) continue
    cells.push(decoded(line.subarray(from, at), encoding))
    from = at + 1
  }
  return cells
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

function split(bytes: Uint8Array, at: number): Uint8Array[] {
  const parts: Uint8Array[] = []
  let from = 0
  for (let end = bytes.indexOf(at, from); end >= 0; end = bytes.indexOf(at, from)) {
    parts.push(bytes.subarray(from, end))
    from = end + 1
  }
  return [...parts, bytes.subarray(from)]
}
