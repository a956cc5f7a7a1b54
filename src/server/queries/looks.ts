import { type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { Role } from '#core/people/actor'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { PAGE, pageOf, readCursor } from './cursor'

/**
 * 谁看过我的信息: every look another one took at this person, newest first, with the reason he gave. In which office
 * he looked stands in the audit log, in the line of the same transaction.
 */
export async function looksAt(
  { cursor }: ParsedOf<'people.looks'>,
  { tx, actor, system }: Asking,
): Promise<Result<OutputOf<'people.looks'>>> {
  const { personId } = actor
  if (!personId) return refuse('NOT_AUTHENTICATED')
  const after = readCursor(cursor)
  if (!after.ok) return after
  let looks = tx
    .selectFrom('access_log as l')
    .innerJoin('persons as p', (on) =>
      on.onRef('p.street_id', '=', 'l.street_id').onRef('p.id', '=', 'l.actor_id'),
    )
    .leftJoin('concerns as c', (on) =>
      on
        .onRef('c.street_id', '=', 'l.street_id')
        .onRef('c.id', '=', 'l.concern_id')
        .on('c.reporter_id', '=', personId),
    )
    .select(['l.id', 'l.at', 'p.public_name as by', 'l.what', 'l.reason', officeOf.as('office')])
    .select(['c.id as concernId', sql<string | null>`c.body ->> 'title'`.as('title')])
    .where('l.street_id', '=', system.streetId)
    .where('l.subject_id', '=', personId)
    .where('l.actor_id', '<>', personId)
    .orderBy('l.at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(PAGE + 1)
  if (after.value) looks = looks.where(sql<SqlBool>`(l.at, l.id) < (${after.value.at}, ${after.value.id})`)
  const { rows, cursor: next } = pageOf(await looks.execute(), ({ at, id }) => ({ at, id }))
  return ok({
    items: rows.map(({ concernId, title, ...row }) => ({
      ...row,
      concern: concernId === null ? null : { id: concernId, title: title ?? '' },
    })),
    cursor: next,
  })
}

const officeOf = sql<Role | null>`(
  select a.office from audit_log a
  where a.street_id = l.street_id and a.actor_id = l.actor_id and a.at = l.at and a.outcome = 'done'
    and (l.concern_id is null or l.concern_id = a.subject_id)
  limit 1
)`
