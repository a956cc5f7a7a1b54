import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import { dayNamed, startOfDay } from '#core/concerns/calendar'
import { type GridPath, levelOf } from '#core/grids/grid'
import { mayAt } from '#core/people/place-rights'
import { ok, type Result, refuse } from '#core/result'
import { deedOf } from '../audit/deeds'
import type { Asking, HandlersOf } from '../operation'
import { noteLook } from '../people/note-look'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { under } from '../queries/under'
import type { Tables } from '../storage/tables'

/** 操作记录. Reading it is a command: the reader leaves a line in it, and his reason in the log of looks. */
export const auditHandlers: HandlersOf<'audit.read'> = {
  'audit.read': async (input, asking) => {
    const { actor } = asking
    if (!actor.personId) return refuse('NOT_AUTHENTICATED')
    if (!mayAt(actor, 'audit.read', { gridPath: input.gridPath, buildingId: null }))
      return refuse('FORBIDDEN')
    const read = await readDay(input, asking)
    const { gridPath, reason } = input
    // The place that was looked into stands in the person's stead: no single one was looked at.
    if (read.ok) await noteLook(asking, { subjectId: gridPath, what: 'audit_log', reason })
    return read
  },
}

async function readDay(
  { gridPath, day, cursor }: ParsedOf<'audit.read'>,
  { tx, system }: Asking,
): Promise<Result<OutputOf<'audit.read'>>> {
  const after = readCursor(cursor)
  if (!after.ok) return after
  const from = startOfDay(dayNamed(day))
  let lines = tx
    .selectFrom('audit_log as a')
    .leftJoin('persons as p', (on) =>
      on
        .onRef('p.street_id', '=', 'a.street_id')
        .onRef('p.id', '=', 'a.actor_id')
        // Whom a resident is to his neighbours is no matter of oversight; what was done, is.
        .on('a.office', '<>', 'resident'),
    )
    .leftJoinLateral(lookBeside, (on) => on.on('a.outcome', '=', 'done'))
    .select(['a.id', 'a.at', 'p.public_name as by', 'a.office', 'a.operation', 'a.outcome'])
    .select(['a.subject_id as subjectId', 'l.what', 'l.reason'])
    .where('a.street_id', '=', system.streetId)
    .where('a.at', '>=', from)
    .where('a.at', '<', from + DAY)
    .where(touches(gridPath))
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(PAGE + 1)
  if (after.value) lines = lines.where(sql<SqlBool>`(a.at, a.id) < (${after.value.at}, ${after.value.id})`)
  const { rows, cursor: next } = pageOf(await lines.execute(), ({ at, id }) => ({ at, id }))
  return ok({
    items: rows.map(({ what, reason, ...line }) => ({
      ...line,
      deed: deedOf(line.operation),
      look: what === null ? null : { what, reason: reason ?? '' },
    })),
    cursor: next,
  })
}

/** The look that this very command was: both were written in its transaction. */
const lookBeside = (eb: ExpressionBuilder<Tables & { a: Tables['audit_log'] }, 'a'>) =>
  eb
    .selectFrom('access_log')
    .select(['what', 'reason'])
    .whereRef('access_log.street_id', '=', 'a.street_id')
    .whereRef('access_log.actor_id', '=', 'a.actor_id')
    .whereRef('access_log.at', '=', 'a.at')
    .where(({ or, eb: is }) =>
      or([is('access_log.concern_id', 'is', null), is('access_log.concern_id', '=', is.ref('a.subject_id'))]),
    )
    .limit(1)
    .as('l')

const DAY = 86_400_000

/** Done to a matter of this grid, or by somebody who held an office there at that time; everything of the street at its own level. */
const touches = (gridPath: GridPath) =>
  levelOf(gridPath) === 0
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(
        exists (
          select from concerns c
          where c.street_id = a.street_id and c.id = a.subject_id and ${under('c.grid_path', gridPath)}
        ) or exists (
          select from buildings b
          where b.street_id = a.street_id and b.id = a.subject_id and ${under('b.grid_path', gridPath)}
        ) or exists (
          select from role_grants g
          where g.street_id = a.street_id and g.person_id = a.actor_id and g.from_at <= a.at and g.to_at > a.at
            and ${under('g.grid_path', gridPath)}
        )
      )`
