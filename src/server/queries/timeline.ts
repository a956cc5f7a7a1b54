import type { InferResult } from 'kysely'
import type { OutputOf } from '#contracts/operations'
import type { Concern } from '#core/concerns/concern'
import { SAID_TO_ALL } from '#core/concerns/forget'
import type { Level } from '#core/grids/grid'
import { type CommunityKind, officeWords } from '../concerns/holder-words'
import type { Asking } from '../operation'
import { departmentNames, personNames } from './names'

type Happening = OutputOf<'concerns.get'>['timeline'][number]

export interface Reader {
  /** The reporter, or one of those who handle it. */
  isParty: boolean
  /** The reporter as this reader may know him. */
  reporterWords: string
  communityKind: CommunityKind
}

/** The story of a concern, first things first, with what this reader may know of each step. */
export async function timelineOf(asking: Asking, concern: Concern, reader: Reader): Promise<Happening[]> {
  const rows = await stepsOf(asking, concern.id).execute()
  const names = await personNames(
    asking,
    rows.map((row) => row.actor_id),
  )
  const called = rows.flatMap(({ detail }) => list(detail.departmentIds))
  const departments = await departmentNames(asking, called)
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind as Happening['kind'],
    at: row.at,
    by: byWhom(row, concern, reader, names),
    level: row.level,
    detail: {
      ...openDetail(row, departments),
      ...(concern.state === 'held' && row.kind === 'submit' && heldFor(row)),
      ...(reader.isParty || SAID_TO_ALL.includes(row.kind) ? noteIn(row) : {}),
    },
  }))
}

const stepsOf = ({ tx, system }: Asking, concernId: string) =>
  tx
    .selectFrom('concern_events')
    .select(['seq', 'kind', 'at', 'actor_id', 'actor_role', 'level', 'detail'])
    .where('street_id', '=', system.streetId)
    .where('concern_id', '=', concernId)
    .orderBy('seq')

type Row = InferResult<ReturnType<typeof stepsOf>>[number]

/** The reporter's own steps; in them he is shown as the reporter, never by an office he may also hold. */
const OF_THE_REPORTER = ['submit', 'withdraw', 'confirm', 'reopen']

function byWhom(row: Row, concern: Concern, reader: Reader, names: Map<string, string>): string {
  if (row.actor_id === concern.reporterId && OF_THE_REPORTER.includes(row.kind)) return reader.reporterWords
  return officeWords(row.actor_role, names.get(row.actor_id ?? '') ?? null, reader.communityKind)
}

function openDetail({ kind, level, detail }: Row, departments: Map<string, string>): Happening['detail'] {
  const called = list(detail.departmentIds).map((id) => departments.get(id) ?? '')
  const rating = record(detail.rating)
  return {
    ...(called.length > 0 && { department: called.join('、') }),
    ...(isInstant(detail.until) && { until: detail.until }),
    ...(isInstant(detail.arriveBy) && { until: detail.arriveBy }),
    ...(typeof detail.approve === 'boolean' && { approved: detail.approve }),
    ...(isStars(rating.stars) && { stars: rating.stars }),
    ...((kind === 'pause' || kind === 'decline') && { reason: String(detail.reason) }),
    ...(MOVES.includes(kind) && { toLevel: level as Level }),
  }
}

/** Why the words wait; whoever reads a held matter is its reporter or screens it. */
const heldFor = ({ detail }: Row): { reason?: string } =>
  typeof detail.heldFor === 'string' ? { reason: detail.heldFor } : {}

const MOVES = ['accept', 'escalate', 'delegate']

function noteIn({ kind, detail }: Row): { note?: string } {
  const said =
    kind === 'ask_extension'
      ? detail.reason
      : (detail.note ?? record(detail.outcome).note ?? record(detail.rating).words)
  return typeof said === 'string' && said !== '' ? { note: said } : {}
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const isInstant = (value: unknown): value is number => typeof value === 'number'
const isStars = (value: unknown): value is 1 | 2 | 3 | 4 | 5 => [1, 2, 3, 4, 5].includes(value as number)
