import { type Kysely, sql } from 'kysely'
import type { Vault } from '../people/vault'
import type { Tables } from '../storage/tables'
import { BEGINNING, type ChainName, type Kept, type Link, linkAfter } from './chain'
import { checkpointText } from './cut'

/**
 * altered: says something else than when it was sealed. missing: a place in the chain is empty. reordered: does not
 * join the row before it. inserted: stands behind the end that the sealer left. rewritten: not the hash that was
 * noted elsewhere, so the chain was made anew up to here. forged: its beginning was cut off, and not by us.
 */
export interface Finding {
  seq: number
  kind: 'altered' | 'missing' | 'reordered' | 'inserted' | 'rewritten' | 'forged'
  /** The row's id, where there is a row. */
  id?: string
}

export interface Verified {
  /** The last link: noted elsewhere, it binds everything up to it. */
  end: Link
  /** Written since the last sealing; in no chain yet. */
  unsealed: number
  findings: Finding[]
}

type Db = Kysely<Tables>
type Sealed = Kept & { id: string; seq: number; prev_hash: string; hash: string }

const AT_ONCE = 2_000

interface Verifying {
  chain: ChainName
  /** Ends noted elsewhere on earlier days; those before the checkpoint cannot be held against anything any more. */
  anchors?: Link[]
  /** Whether a signature is this installation's. */
  vault: Pick<Vault, 'signed'>
}

/** Walks a chain from its beginning, or its signed checkpoint, and names every row that is not as it was sealed. */
export async function verifyChain(
  db: Db,
  streetId: string,
  { chain, anchors: noted = [], vault }: Verifying,
): Promise<Verified> {
  const checkpoint = await checkpointOf(db, streetId, chain)
  const findings: Finding[] = isForged(streetId, { chain, vault, checkpoint })
    ? [{ seq: checkpoint?.seq ?? 0, kind: 'forged' }]
    : []
  let last: Link = checkpoint ?? BEGINNING
  const anchors = noted.filter(({ seq }) => seq > last.seq)
  findings.push(...cutElsewhere(last, noted))
  for (;;) {
    const rows = await sealedAfter(db, streetId, { chain, seq: last.seq })
    for (const row of rows) {
      findings.push(...wrongWith(row, last, chain), ...notAsNoted(row, anchors))
      last = row
    }
    if (rows.length < AT_ONCE) break
  }
  findings.push(...atTheEnd(last, await endOf(db, streetId, chain)))
  findings.push(...anchors.filter(({ seq }) => seq > last.seq).map(({ seq }) => missing(seq)))
  const { seq, hash } = last
  return { end: { seq, hash }, unsealed: await unsealedIn(db, streetId, chain), findings }
}

type KeptCheckpoint = Awaited<ReturnType<typeof checkpointOf>>

const checkpointOf = (db: Db, streetId: string, chain: ChainName) =>
  db
    .selectFrom('audit_checkpoints')
    .select(['seq', 'hash', 'before', 'signature'])
    .where('street_id', '=', streetId)
    .where('chain', '=', chain)
    .executeTakeFirst()

const isForged = (
  streetId: string,
  { chain, vault, checkpoint }: Pick<Verifying, 'chain' | 'vault'> & { checkpoint: KeptCheckpoint },
): boolean =>
  checkpoint !== undefined && !vault.signed(checkpointText(streetId, chain, checkpoint), checkpoint.signature)

/** An end that was noted at the very link where the log begins now has to be that link. */
const cutElsewhere = (last: Link, noted: Link[]): Finding[] =>
  noted.some(({ seq, hash }) => seq === last.seq && hash !== last.hash)
    ? [{ seq: last.seq, kind: 'rewritten' }]
    : []

/** A row is judged by its own number and what it says it joins, so that one wrong row is one finding, not thousands. */
function wrongWith(row: Sealed, last: Link, chain: ChainName): Finding[] {
  const { seq, id } = row
  const gap = Array.from({ length: seq - last.seq - 1 }, (_, at) => missing(last.seq + 1 + at))
  const joins = gap.length > 0 || row.prev_hash === last.hash
  const isTrue = linkAfter({ seq: seq - 1, hash: row.prev_hash }, chain, row).hash === row.hash
  return [
    ...gap,
    ...(joins ? [] : [{ seq, id, kind: 'reordered' as const }]),
    ...(isTrue ? [] : [{ seq, id, kind: 'altered' as const }]),
  ]
}

const notAsNoted = ({ seq, id, hash }: Sealed, anchors: Link[]): Finding[] =>
  anchors.some((anchor) => anchor.seq === seq && anchor.hash !== hash) ? [{ seq, id, kind: 'rewritten' }] : []

function atTheEnd(last: Link, end: Link): Finding[] {
  const lost = Array.from({ length: Math.max(0, end.seq - last.seq) }, (_, at) => missing(last.seq + 1 + at))
  const more = Array.from({ length: Math.max(0, last.seq - end.seq) }, (_, at): Finding => {
    return { seq: end.seq + 1 + at, kind: 'inserted' }
  })
  const isOther = last.seq === end.seq && last.hash !== end.hash
  return [...lost, ...more, ...(isOther ? [{ seq: last.seq, kind: 'rewritten' as const }] : [])]
}

const missing = (seq: number): Finding => ({ seq, kind: 'missing' })

async function sealedAfter(
  db: Db,
  streetId: string,
  { chain, seq }: { chain: ChainName; seq: number },
): Promise<Sealed[]> {
  const { rows } = await sql<Sealed>`
    select * from ${sql.table(chain)} where street_id = ${streetId} and seq > ${seq}
    order by seq limit ${AT_ONCE}`.execute(db)
  return rows
}

async function endOf(db: Db, streetId: string, chain: ChainName): Promise<Link> {
  const end = await db
    .selectFrom('audit_chains')
    .select(['seq', 'hash'])
    .where('street_id', '=', streetId)
    .where('chain', '=', chain)
    .executeTakeFirst()
  return end ?? BEGINNING
}

async function unsealedIn(db: Db, streetId: string, chain: ChainName): Promise<number> {
  const { waiting } = await db
    .selectFrom(chain)
    .select(sql<number>`count(*)::int`.as('waiting'))
    .where('street_id', '=', streetId)
    .where('seq', 'is', null)
    .executeTakeFirstOrThrow()
  return waiting
}
