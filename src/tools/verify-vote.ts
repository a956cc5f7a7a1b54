import { readFileSync } from 'node:fs'
import { verifyRecord } from '#core/council/verify'
import { sha256 } from '#server/council/sha256'
import { failToStart, voteWords } from './sentences'

/** npm run verify-vote -- record.json [fingerprint]: counts a published vote again, without any server; code 1 on doubt. */
function main(): void {
  const [file, fingerprint] = process.argv.slice(2)
  if (file === undefined) {
    console.error(voteWords.usage)
    process.exitCode = 1
    return
  }
  const text = readFileSync(file, 'utf8')
  const verdict = verifyRecord(text, { sha256, ...(fingerprint !== undefined && { fingerprint }) })
  if (!verdict.sound) {
    console.error(voteWords.doubt(verdict))
    process.exitCode = 1
    return
  }
  console.log(voteWords.sound(verdict.poll, verdict.tally))
  if (fingerprint === undefined) console.log(voteWords.withoutFingerprint)
}

try {
  main()
} catch (failure) {
  failToStart(failure)
}
