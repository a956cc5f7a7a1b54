import { createHash } from 'node:crypto'
import type { Proposed } from '#core/evaluation/adjust'
import { type Basis, cardOf, hashOfCard, type ScoreCard, writeCard } from '#core/evaluation/card'
import type { Fact } from '#core/evaluation/facts'
import { CURRENT, type SubjectKind } from '#core/evaluation/formula'
import type { Life } from '#core/evaluation/life'
import { type Period, windowOf } from '#core/evaluation/period'
import type { System } from '../operation'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { GRID_SOURCES, HEAD_SOURCES } from './sources'
import type { Asked, GridSubject, HeadSubject, Source } from './sources/source'
import { gridsWithout, headsWithout } from './subjects'

export type Keeping = Pick<System, 'streetId' | 'newId'>

export interface Month {
  period: Period
  kind: SubjectKind
  now: number
  limit: number
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Computes the cards of a month that are still missing, at most `limit`; answers how many. Whoever calls holds the
 * month's row; the database refuses a second first edition besides.
 */
export async function computeBatch(tx: Tx, system: Keeping, month: Month): Promise<number> {
  const { period, kind, limit } = month
  const wanted = { streetId: system.streetId, period, window: windowOf(period), limit }
  if (kind === 'head') {
    const heads = await headsWithout(tx, wanted)
    return computeThese(tx, system, { month, subjects: heads, sources: HEAD_SOURCES })
  }
  const grids = await gridsWithout(tx, wanted)
  return computeThese(tx, system, { month, subjects: grids, sources: GRID_SOURCES })
}

type Subject = HeadSubject | GridSubject

interface Work<One extends Subject> {
  month: Month
  subjects: One[]
  sources: readonly Source<One>[]
}

async function computeThese<One extends Subject>(
  tx: Tx,
  system: Keeping,
  { month, subjects, sources }: Work<One>,
): Promise<number> {
  if (subjects.length === 0) return 0
  const window = windowOf(month.period)
  const facts = await factsOf({ tx, streetId: system.streetId, window, subjects }, sources)
  const adjusted = await approvedFor(tx, system.streetId, { ...month, ids: subjects.map(({ id }) => id) })
  const computed = subjects.map((subject) => ({
    subject,
    id: system.newId(),
    card: cardOf({
      ...basisOf(subject, month, system.streetId),
      facts: facts.get(subject.id) ?? [],
      adjustments: (adjusted.get(subject.id) ?? [])
        .filter(({ personId }) => personId === subject.personId)
        .map(told),
    }),
  }))
  await insertAll(
    tx,
    'score_cards',
    computed.map(({ id, card }) => cardRow(id, card, month.now)),
  )
  await insertAll(
    tx,
    'score_lives',
    computed.map(({ id, subject }) => lifeRow(system, { cardId: id, subject, month })),
  )
  await insertAll(
    tx,
    'audit_log',
    computed.map(({ id, card }) => computedLine(system, { id, card, now: month.now })),
  )
  return subjects.length
}

async function factsOf<One extends Subject>(
  asked: Asked<One>,
  sources: readonly Source<One>[],
): Promise<Map<string, Fact[]>> {
  const facts = new Map<string, Fact[]>(asked.subjects.map(({ id }) => [id, []]))
  for (const read of sources)
    for (const found of await read(asked)) facts.get(found.subjectId)?.push(...found.facts)
  return facts
}

const basisOf = (subject: Subject, { period, kind }: Month, streetId: string): Basis => ({
  streetId,
  kind,
  subjectId: subject.id,
  personId: subject.personId,
  period,
  edition: 1,
  formula: CURRENT[kind],
  window: windowOf(period),
  residents: 'residents' in subject ? subject.residents : null,
  facts: [],
  corrections: [],
  adjustments: [],
})

/** What two people have agreed on, as a card names it. */
export const told = ({ id, reason, evidence, proposedBy, decision }: Proposed) => ({
  id,
  reason,
  evidence,
  proposedBy,
  approvedBy: decision?.by ?? '',
})

/** Adjustments that a second person approved, by house. */
export async function approvedFor(
  tx: Tx,
  streetId: string,
  { period, kind, ids }: { period: Period; kind: SubjectKind; ids: string[] },
): Promise<Map<string, Proposed[]>> {
  const found = new Map<string, Proposed[]>()
  if (kind !== 'head') return found
  const rows = await tx
    .selectFrom('score_adjustments')
    .select(['building_id', 'body'])
    .where('street_id', '=', streetId)
    .where('period', '=', period)
    .where('building_id', 'in', ids)
    .where('approved', '=', true)
    .execute()
  for (const { building_id, body } of rows) found.set(building_id, [...(found.get(building_id) ?? []), body])
  return found
}

export function cardRow(id: string, card: ScoreCard, now: number) {
  const { streetId, kind, subjectId, period, edition } = card
  const body = writeCard(card)
  return {
    street_id: streetId,
    id,
    kind,
    subject_id: subjectId,
    period,
    edition,
    body,
    hash: hashOfCard(body, sha256),
    computed_at: now,
  }
}

function lifeRow(
  { streetId, newId }: Keeping,
  { cardId, subject, month }: { cardId: string; subject: Subject; month: Month },
) {
  const body: Life = {
    kind: month.kind,
    subjectId: subject.id,
    personId: subject.personId,
    gridPath: subject.gridPath,
    period: month.period,
    edition: 1,
    appeals: [],
    state: 'computed',
  }
  return { street_id: streetId, id: newId(), version: 1, card_id: cardId, body }
}

/** The audit log's name for it; no operation is called so. */
export const COMPUTED = 'score.computed'

/** The card's fingerprint goes into the sealed log, so that a card forged as a whole is found, too. */
export const computedLine = (
  { streetId, newId }: Keeping,
  { id, card, now }: { id: string; card: ScoreCard; now: number },
) => ({
  street_id: streetId,
  id: newId(),
  at: now,
  actor_id: null,
  office: 'clock' as const,
  operation: COMPUTED,
  subject_id: id,
  request_id: `score.${card.period}`,
  input_hash: hashOfCard(writeCard(card), sha256),
  outcome: 'done',
})
