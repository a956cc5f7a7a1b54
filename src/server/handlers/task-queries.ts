import { type SqlBool, sql } from 'kysely'
import { DAY } from '#core/concerns/calendar'
import { ancestorAt } from '#core/grids/grid'
import { type Action, reachOf } from '#core/people/policy'
import { codeChangesAt } from '#core/presence/rotating-code'
import { ok, refuse } from '#core/result'
import { EARLIEST_IN, GRACE } from '#core/volunteers/presence'
import type { Asking, HandlersOf } from '../operation'
import { codeAt, squareRows } from '../presence/rotating-code'
import { PAGE, pageOf, readCursor } from '../queries/cursor'
import { under } from '../queries/under'
import { minutesThisYear } from '../volunteers/ledger'
import { findTask, leads, shiftsOf } from '../volunteers/load'
import { rowsOf } from '../volunteers/rows'
import { viewOfTask } from '../volunteers/view'

export const taskQueryHandlers: HandlersOf<'tasks.list' | 'tasks.get' | 'tasks.code'> = {
  'tasks.list': async ({ show, cursor }, asking) => {
    const after = readCursor(cursor)
    if (!after.ok) return after
    const isPast = show === 'past'
    let asked = tasksTo(asking, show)
      .orderBy('t.ends_at', isPast ? 'desc' : 'asc')
      .orderBy('t.id', isPast ? 'desc' : 'asc')
      .limit(PAGE + 1)
    if (after.value) {
      const mark = sql`(${after.value.at}, ${after.value.id})`
      asked = asked.where(
        isPast ? sql<SqlBool>`(t.ends_at, t.id) < ${mark}` : sql<SqlBool>`(t.ends_at, t.id) > ${mark}`,
      )
    }
    const page = pageOf(await asked.execute(), ({ endsAt, task }) => ({ at: endsAt, id: task.id }))
    return ok({
      items: await rowsOf(
        asking,
        page.rows.map(({ task }) => task),
      ),
      cursor: page.cursor,
      minutes: await minutesThisYear(asking),
      writesAt: writesAt(asking),
    })
  },

  'tasks.get': async ({ id }, asking) => {
    const kept = await findTask(asking.tx, { streetId: asking.system.streetId, id })
    const isHidden =
      kept?.task.state === 'draft' &&
      !leads(asking, kept.task) &&
      kept.task.proposerId !== asking.actor.personId
    return kept && !isHidden ? ok(await viewOfTask(asking, kept)) : refuse('NOT_FOUND')
  },

  'tasks.code': async ({ id }, asking) => {
    const { tx, system, now } = asking
    const kept = await findTask(tx, { streetId: system.streetId, id })
    if (!kept) return refuse('NOT_FOUND')
    if (!leads(asking, kept.task)) return refuse('FORBIDDEN')
    const shifts = await shiftsOf(tx, { streetId: system.streetId, id })
    const isOpen = shifts.some(
      ({ state, startsAt, endsAt }) =>
        state === 'open' && now >= startsAt - EARLIEST_IN && now < endsAt + GRACE,
    )
    if (!isOpen || kept.task.state !== 'open') return refuse('NOT_IN_THIS_STATE')
    const code = codeAt(system.vault, `task:${id}`, now)
    return ok({ code, changesAt: codeChangesAt(now), now, square: squareRows(`${id}:${code}`) })
  },
}

type Show = 'coming' | 'mine' | 'drafts' | 'past'

/** Tasks of one of the lists; drafts are read by who wrote them and by who may publish them. */
function tasksTo({ tx, actor, now, system }: Asking, show: Show) {
  const me = actor.personId ?? ''
  const all = tx
    .selectFrom('volunteer_tasks as t')
    .select(['t.body as task', 't.ends_at as endsAt'])
    .where('t.street_id', '=', system.streetId)
  if (show === 'coming') return all.where('t.state', '=', 'open').where('t.ends_at', '>', now)
  if (show === 'past')
    return all.where((is) =>
      is.or([
        is('t.state', '=', 'cancelled'),
        is.and([is('t.state', '=', 'open'), is('t.ends_at', '<=', now)]),
      ]),
    )
  if (show === 'mine')
    return all.where('t.state', '<>', 'cancelled').where(
      sql<SqlBool>`(t.leader_id = ${me} and t.state = 'open' and t.ends_at > ${now - 7 * DAY} or exists (
          select from volunteer_signups s where s.street_id = t.street_id and s.task_id = t.id and s.person_id = ${me}
            and s.state in ('asked', 'accepted', 'waiting', 'offered', 'present')))`,
    )
  const grids = scopesOf({ actor }, 'task.publish')
  return all
    .where('t.state', '=', 'draft')
    .where((is) => is.or([is('t.proposer_id', '=', me), ...grids.map((path) => under('t.grid_path', path))]))
}

const scopesOf = ({ actor }: Pick<Asking, 'actor'>, action: Action): string[] =>
  actor.grants.filter(({ role }) => reachOf(action, role) === 'grid').map(({ gridPath }) => gridPath)

/** Where whoever asks may write a task: the grid of his office, a head's own grid. */
function writesAt({ actor }: Asking): string | null {
  const office = actor.grants.find(({ role }) => reachOf('task.write', role) !== undefined)
  return office ? ancestorAt(office.gridPath, 2) : null
}
