import { createHash } from 'node:crypto'
import { sha256 } from '../../../src/client/platform/sha256'

const theirs = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('a phone’s SHA-256 is the one of the standard, for every length around its blocks', () => {
  for (let length = 0; length <= 200; length += 1) {
    const text = 'x'.repeat(length)
    expect([length, sha256(text)]).toEqual([length, theirs(text)])
  }
})

test.each(['abc', '191栋：至少128栋参加', '🏠 %25 \n"', '停车'.repeat(5_000)])(
  'and for whatever is written: %#',
  (text) => {
    expect(sha256(text)).toBe(theirs(text))
  },
)
