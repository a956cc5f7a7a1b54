import { type Basis, cardOf } from '#core/evaluation/card'
import type { Fact } from '#core/evaluation/facts'
import { CURRENT, type SubjectKind } from '#core/evaluation/formula'
import type { Life } from '#core/evaluation/life'
import { type Period, windowOf } from '#core/evaluation/period'
import type { Tx } from '../storage/database'
import { insertAll } from '../storage/insert-all'
import { agreedFor } from './adjustments'
import { type Keeping, keepCards } from './keep-cards'
import { GRID_SOURCES, HEAD_SOURCES } from './sources'
import type { Asked, GridSubject, HeadSubject, Source } from './sources/source'
import { gridsWithout, headsWithout } from './subjects'

export interface Month {
  period: Period
  kind: SubjectKind
  now: number
  limit: number
}

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
  const agreed = await agreedFor(tx, system.streetId, { ...month, subjects })
  const computed = subjects.map((subject) => ({
    subject,
    id: system.newId(),
    card: cardOf({
      ...basisOf(subject, month, system.streetId),
      facts: facts.get(subject.id) ?? [],
      adjustments: agreed.get(subject.id) ?? [],
    }),
  }))
  await keepCards(tx, system, { cards: computed, now: month.now })
  await insertAll(
    tx,
    'score_lives',
    computed.map(({ id, subject }) => lifeRow(system, { cardId: id, subject, month })),
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
