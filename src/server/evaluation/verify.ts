import type { Kysely } from 'kysely'
import { type Doubt, verifyCard } from '#core/evaluation/verify'
import type { Tables } from '../storage/tables'
import { COMPUTED, sha256 } from './keep-cards'

/**
 * unnoted: its fingerprint stands nowhere in the audit log. gone: the log tells of a card that is not there. misplaced:
 * it says it is another's, or of another month, than the row it stands in.
 */
export interface CardFinding {
  cardId: string
  doubt: Doubt | 'unnoted' | 'gone' | 'misplaced'
}

type Db = Kysely<Tables>
const AT_ONCE = 500

/** Counts every card of a street again and holds it against the fingerprint noted when it was computed. */
export async function verifyScores(
  db: Db,
  streetId: string,
): Promise<{ checked: number; findings: CardFinding[] }> {
  const findings: CardFinding[] = []
  let checked = 0
  const cutBefore = await logBegins(db, streetId)
  for (let last = ''; ; ) {
    const rows = await cardsAfter(db, streetId, last)
    for (const row of rows) {
      const doubt = doubtOf(row, cutBefore)
      if (doubt) findings.push({ cardId: row.id, doubt })
    }
    checked += rows.length
    last = rows.at(-1)?.id ?? last
    if (rows.length < AT_ONCE) break
  }
  return { checked, findings: [...findings, ...(await gone(db, streetId))] }
}

type Row = Awaited<ReturnType<typeof cardsAfter>>[number]

function doubtOf(row: Row, cutBefore: number): CardFinding['doubt'] | null {
  const verdict = verifyCard(row.body, { sha256, hash: row.hash })
  if (!verdict.sound) return verdict.doubt
  const { kind, subjectId, period, edition } = verdict.card
  const says = [kind, subjectId, period, edition].join(' ')
  if (says !== [row.kind, row.subject_id, row.period, row.edition].join(' ')) return 'misplaced'
  // The log keeps its lines for three years; an older card stands by its own events alone.
  if (row.noted === null) return row.computed_at < cutBefore ? null : 'unnoted'
  return row.noted === row.hash ? null : 'another_card'
}

const cardsAfter = (db: Db, streetId: string, last: string) =>
  db
    .selectFrom('score_cards as c')
    .leftJoin('audit_log as a', (on) =>
      on
        .onRef('a.street_id', '=', 'c.street_id')
        .onRef('a.subject_id', '=', 'c.id')
        .on('a.operation', '=', COMPUTED),
    )
    .select(['c.id', 'c.kind', 'c.subject_id', 'c.period', 'c.edition', 'c.body', 'c.hash', 'c.computed_at'])
    .select('a.input_hash as noted')
    .where('c.street_id', '=', streetId)
    .where('c.id', '>', last)
    .orderBy('c.id')
    .limit(AT_ONCE)
    .execute()

/** From when on the log is whole. */
async function logBegins(db: Db, streetId: string): Promise<number> {
  const found = await db
    .selectFrom('audit_checkpoints')
    .select('before')
    .where('street_id', '=', streetId)
    .where('chain', '=', 'audit_log')
    .executeTakeFirst()
  return found?.before ?? 0
}

async function gone(db: Db, streetId: string): Promise<CardFinding[]> {
  const rows = await db
    .selectFrom('audit_log as a')
    .leftJoin('score_cards as c', (on) =>
      on.onRef('c.street_id', '=', 'a.street_id').onRef('c.id', '=', 'a.subject_id'),
    )
    .select('a.subject_id as cardId')
    .where('a.street_id', '=', streetId)
    .where('a.operation', '=', COMPUTED)
    .where('c.id', 'is', null)
    .orderBy('a.subject_id')
    .execute()
  return rows.map(({ cardId }) => ({ cardId: cardId ?? '', doubt: 'gone' }))
}
