import type { OutputOf } from '#contracts/operations'
import { DAY } from '#core/concerns/calendar'
import { type DataKind, PERSONAL_DATA } from '#core/people/personal-data'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../../operation'
import { GIVEN } from './given'
import type { Facts, Mine } from './mine'
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
  const mine: Mine = { tx, system, personId, now }
  const { public_name: name } = await tx
    .selectFrom('persons')
    .select('public_name')
    .where('street_id', '=', system.streetId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const parts: OutputOf<'people.export'>['parts'] = []
  for (const { kind } of PERSONAL_DATA) parts.push({ kind, ...(await partOf(kind, mine)) })
  return ok({ at: now, name, parts })
}

async function partOf(kind: DataKind, mine: Mine): Promise<{ count: number; rows: Facts[] }> {
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
