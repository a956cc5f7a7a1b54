import { createHash } from 'node:crypto'

/** What each chain binds, in the order in which it is hashed. A column that is added later is not bound. */
export const CHAINS = {
  audit_log: [
    'id',
    'at',
    'actor_id',
    'office',
    'operation',
    'subject_id',
    'request_id',
    'input_hash',
    'outcome',
  ],
  access_log: ['id', 'at', 'actor_id', 'subject_id', 'concern_id', 'what', 'reason'],
} as const
export type ChainName = keyof typeof CHAINS
export const CHAIN_NAMES = Object.keys(CHAINS) as ChainName[]

/** A row of either table, by its columns. */
export type Kept = Record<string, string | number | null>

/** One row's place in its chain. */
export interface Link {
  seq: number
  hash: string
}

/** What the first row of a chain joins. */
export const BEGINNING: Link = { seq: 0, hash: '0'.repeat(64) }

/** The link that joins a row to the one before it: SHA-256 over its place, the link before and all it says. */
export function linkAfter(before: Link, chain: ChainName, row: Kept): Link {
  const seq = before.seq + 1
  const said = CHAINS[chain].map((column) => row[column])
  const hash = createHash('sha256')
    .update(JSON.stringify([chain, row.street_id, seq, before.hash, ...said]))
    .digest('hex')
  return { seq, hash }
}
