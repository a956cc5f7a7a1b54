import { CHAIN_NAMES, type ChainName } from '#server/audit/chain'
import { verifyChain } from '#server/audit/verify'
import { environment } from '#server/environment'
import type { Vault } from '#server/people/vault'
import { openDatabase, type Store } from '#server/storage/database'
import { streetIn, vaultOf } from '#server/system'
import { auditWords, failToStart } from './sentences'

/** `audit_log:1204:9f3c…`: the end of a chain as it was printed, and noted, on an earlier day. */
const ANCHOR = /^(audit_log|access_log):(\d+):([0-9a-f]{64})$/

interface Anchor {
  chain: ChainName
  seq: number
  hash: string
}

/** npm run verify-audit [-- anchor …]: names every row that was altered, lost, moved or slipped in; code 1 if any. */
async function main(): Promise<void> {
  const anchors = process.argv.slice(2).map(anchorIn)
  const surroundings = environment()
  const [store, vault] = [await openDatabase(surroundings), await vaultOf(surroundings)]
  try {
    const streetId = await streetIn(store)
    for (const chain of CHAIN_NAMES) await verifyOne(store, streetId, { chain, anchors, vault })
  } finally {
    await store.close()
  }
}

async function verifyOne(
  { db }: Store,
  streetId: string,
  { chain, anchors, vault }: { chain: ChainName; anchors: Anchor[]; vault: Vault },
): Promise<void> {
  const own = anchors.filter((anchor) => anchor.chain === chain)
  const { end, unsealed, findings } = await verifyChain(db, streetId, { chain, anchors: own, vault })
  console.log(auditWords.checked(chain, end.seq, unsealed))
  for (const finding of findings) console.error(auditWords.found(finding))
  if (findings.length > 0) process.exitCode = 1
  else console.log(auditWords.anchor(`${chain}:${end.seq}:${end.hash}`))
}

function anchorIn(text: string): Anchor {
  const [, chain, seq, hash = ''] = ANCHOR.exec(text) ?? []
  if (chain !== 'audit_log' && chain !== 'access_log') throw new Error(auditWords.notAnAnchor(text))
  return { chain, seq: Number(seq), hash }
}

main().catch(failToStart)
