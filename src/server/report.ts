import type { System } from './operation'

/**
 * Writes a surprise as one line of JSON with its request id. Database messages may quote values, so long
 * numbers (phones) and long words (tokens, openids, sealed values) are blotted out.
 */
export const reportTo =
  (write: (line: string) => void): System['report'] =>
  (surprise, requestId) =>
    write(JSON.stringify({ level: 50, time: Date.now(), requestId, ...described(surprise) }))

function described(surprise: unknown): Record<string, string | undefined> {
  if (!(surprise instanceof Error)) return { surprise: blot(String(surprise)) }
  const code = 'code' in surprise ? { code: blot(String(surprise.code)) } : {}
  return { surprise: surprise.name, ...code, stack: blot(surprise.stack ?? surprise.message) }
}

/** A long word with a digit in it: tokens and openids have one, names in a stack hardly ever. */
const LONG_WORD = /(?=[A-Za-z_-]*\d)[\w-]{25,}/g

const blot = (text: string): string => text.replace(/\d{7,}/g, '***').replace(LONG_WORD, '***')
