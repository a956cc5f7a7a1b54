import { createHash } from 'node:crypto'

/** Letters and digits that are not mistaken for one another when somebody reads them out. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12

/**
 * The code of a new plate: opaque, short enough that `b=<code>` fits the 32 characters of a mini-program's scene, and
 * different for every id it is made of.
 */
export function freshPlateCode(id: string): string {
  const bytes = createHash('sha256').update(`plate|${id}`).digest().subarray(0, LENGTH)
  return `LD${[...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`
}
