import type { OutputOf, ParsedOf } from '#contracts/operations'
import { DAY } from '#core/concerns/calendar'
import { type DataKind, PERSONAL_DATA } from '#core/people/personal-data'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../../operation'
import { GIVEN } from './given'
import type { Facts, Given, Mine } from './mine'
import { TOLD } from './told'

/** A file as often as somebody needs one, and no more often than a machine would ask. */
const A_DAY_AT_MOST = 5

/**
 * 导出: everything the catalogue knows of the one who asks, kind by kind, and nothing of anybody else: where another
 * person stands in a row of his, that person is left out of it (个人信息保护法 §45). The log keeps that it was asked for.
 */
export async function exportOf(asking: Asking): Promise<Result<OutputOf<'people.export'>>> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  if ((await askedToday(asking, personId)) >= A_DAY_AT_MOST) return refuse('RATE_LIMITED')
  const mine: Mine = { tx, system, personId, now, skip: 0 }
  const { public_name: name } = await tx
    .selectFrom('persons')
    .select('public_name')
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const parts: OutputOf<'people.export'>['parts'] = []
  let room = ANSWER
  for (const { kind } of PERSONAL_DATA) {
    const { count, rows } = await partOf(kind, mine)
    const fitting = rowsWithin(rows, room)
    room -= sizeOf(fitting)
    parts.push({ kind, count, rows: fitting })
  }
  return ok({ at: now, name, parts })
}

/** What did not fit into the file's first answer: further rows of one kind, as many as fit; one at least. */
export async function moreOf(
  { kind, skip }: ParsedOf<'people.exportMore'>,
  asking: Asking,
): Promise<Result<OutputOf<'people.exportMore'>>> {
  const { tx, actor, now, system } = asking
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  // It goes on with a file whose beginning stands in the log.
  if ((await askedToday(asking, personId)) === 0) return refuse('NOT_IN_THIS_STATE')
  const { count, rows } = await partOf(kind, { tx, system, personId, now, skip })
  const fitting = rowsWithin(rows, ANSWER)
  return ok({ count, rows: fitting.length > 0 ? fitting : rows.slice(0, 1) })
}

/** An answer over WeChat's cloud carries 1 MB; a good half of it leaves room for all that is around the rows. Bytes. */
const ANSWER = 600_000

const sizeOf = (rows: Facts[]): number => Buffer.byteLength(JSON.stringify(rows))

/** The first rows that fit. */
function rowsWithin(rows: Facts[], room: number): Facts[] {
  let left = room
  const beyond = rows.findIndex((row) => {
    left -= sizeOf([row])
    return left < 0
  })
  return beyond === -1 ? rows : rows.slice(0, beyond)
}

async function partOf(kind: DataKind, mine: Mine): Promise<Given> {
  if (kind in TOLD) return { count: await TOLD[kind as keyof typeof TOLD](mine), rows: [] }
  return GIVEN[kind as keyof typeof GIVEN](mine)
}

async function askedToday({ tx, now, system }: Asking, personId: string): Promise<number> {
  const rows = await tx
    .selectFrom('audit_log')
    .select('id')
    .where('street_id', '=', system.streetId)
    .where('actor_id', '=', personId)
    .where('at', '>', now - DAY)
    .where('operation', '=', 'people.export')
    .limit(A_DAY_AT_MOST)
    .execute()
  return rows.length
}
