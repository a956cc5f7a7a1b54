import { readFileSync } from 'node:fs'
import { hashOfCard } from '#core/evaluation/card'
import { verifyCard } from '#core/evaluation/verify'
import { environment } from '#server/environment'
import { sha256 } from '#server/evaluation/keep-cards'
import { verifyScores } from '#server/evaluation/verify'
import { openDatabase } from '#server/storage/database'
import { streetIn } from '#server/system'
import { failToStart, scoreWords } from './sentences'

/**
 * npm run verify-score [-- card.json [fingerprint]]: counts one card again from the events it names, or every card
 * of the database; code 1 if any is not as it was computed.
 */
async function main(): Promise<void> {
  const [file, fingerprint] = process.argv.slice(2)
  if (file) verifyOne(file, fingerprint)
  else await verifyAll()
}

function verifyOne(file: string, hash: string | undefined): void {
  const text = readFileSync(file, 'utf8')
  const verdict = verifyCard(text, { sha256, ...(hash && { hash }) })
  if (verdict.sound) {
    console.log(scoreWords.card(verdict.card, hashOfCard(text, sha256)))
    console.log(scoreWords.sound)
    return
  }
  console.error(scoreWords.found({ cardId: file, doubt: verdict.doubt }))
  process.exitCode = 1
}

async function verifyAll(): Promise<void> {
  const store = await openDatabase(environment())
  try {
    const { checked, findings } = await verifyScores(store.db, await streetIn(store))
    console.log(scoreWords.checked(checked))
    for (const finding of findings) console.error(scoreWords.found(finding))
    if (findings.length > 0) process.exitCode = 1
    else console.log(scoreWords.sound)
  } finally {
    await store.close()
  }
}

main().catch(failToStart)
