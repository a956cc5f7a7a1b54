import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#contracts/operations'
import type { EntryKind } from '#core/lists/entry'
import { ok, type Result, refuse } from '#core/result'
import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import { type EntryRow, entriesOf } from './rows'
import { stateOf } from './show'

type Chain = OutputOf<'lists.chain'>

/** What hangs together, by kind. */
interface Ids {
  concern: string[]
  motion: string[]
  project: string[]
}

/**
 * 一条链: from whatever entry one stands at to what it grew out of, and on to everything that grew out of that, as far
 * as the reader may read it.
 */
export async function chainOfEntry(
  { kind, id }: ParsedOf<'lists.chain'>,
  asking: Asking,
): Promise<Result<Chain>> {
  const roots = await rootsOf(asking, kind, id)
  if (!roots) return refuse('NOT_FOUND')
  const whole = await widened(asking, roots)
  const nodes = await nodesOf(asking, whole)
  return ok({ nodes })
}

const everywhere = ({ system }: Asking) => ({ gridPath: system.streetId, estateId: null })

const NOTHING: Ids = { concern: [], motion: [], project: [] }

/** The concern, motion or project an entry comes from; `null` where there is no such entry. */
async function rootsOf(asking: Asking, kind: EntryKind, id: string): Promise<Ids | null> {
  if (kind === 'concern' || kind === 'motion' || kind === 'project') return { ...NOTHING, [kind]: [id] }
  if (kind === 'task')
    return sourceIn(
      asking,
      sql`
    select body -> 'source' ->> 'kind' as kind, body -> 'source' ->> 'id' as id from volunteer_tasks
    where street_id = ${asking.system.streetId} and id = ${id}`,
    )
  if (kind === 'goal')
    return sourceIn(
      asking,
      sql`
    select body -> 'about' ->> 'kind' as kind, body -> 'about' ->> 'id' as id from weekly_goals
    where street_id = ${asking.system.streetId} and id = ${id}`,
    )
  if (kind === 'pairing')
    return sourceIn(
      asking,
      sql`
    select body -> 'source' ->> 'kind' as kind, body -> 'source' ->> 'id' as id from pairings
    where id = ${id} and id in (select id from (${entriesOf(asking, 'pairing', everywhere(asking), true)}) e)`,
    )
  if (kind !== 'change') return NOTHING
  const row = await asking.tx
    .selectFrom('monthly_changes')
    .select('body')
    .where('street_id', '=', asking.system.streetId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { ...NOTHING, concern: row.body.concernIds, project: row.body.projectIds } : null
}

async function sourceIn({ tx }: Asking, query: ReturnType<typeof sql>): Promise<Ids | null> {
  const { rows } = await sql<{ kind: string | null; id: string | null }>`${query}`.execute(tx)
  const [row] = rows
  if (!row) return null
  const { kind, id } = row
  return id && (kind === 'concern' || kind === 'motion' || kind === 'project')
    ? { ...NOTHING, [kind]: [id] }
    : NOTHING
}

/** Motions of the concerns and concerns of the motions, and their projects. */
async function widened({ tx, system }: Asking, roots: Ids): Promise<Ids> {
  const { rows } = await sql<{ motionId: string | null; concernId: string | null; projectId: string | null }>`
    select m.id as "motionId", m.body ->> 'concernId' as "concernId", p.id as "projectId"
    from motions m left join projects p on p.street_id = m.street_id and p.motion_id = m.id
    where m.street_id = ${system.streetId} and (
      ${isAnyOf('m.id', roots.motion)} or ${isAnyOf('m.concern_id', roots.concern)}
      or ${isAnyOf('p.id', roots.project)}
      or m.concern_id in (select o.concern_id from motions o
        left join projects q on q.street_id = o.street_id and q.motion_id = o.id
        where o.street_id = m.street_id
          and (${isAnyOf('o.id', roots.motion)} or ${isAnyOf('q.id', roots.project)})))`.execute(tx)
  const all = (known: string[], found: (string | null)[]): string[] => [
    ...new Set([...known, ...found.flatMap((id) => (id === null ? [] : [id]))]),
  ]
  return {
    concern: all(
      roots.concern,
      rows.map(({ concernId }) => concernId),
    ),
    motion: all(
      roots.motion,
      rows.map(({ motionId }) => motionId),
    ),
    project: all(
      roots.project,
      rows.map(({ projectId }) => projectId),
    ),
  }
}

/** The entries themselves, in the order of the chain. */
async function nodesOf(asking: Asking, { concern, motion, project }: Ids): Promise<Chain['nodes']> {
  const { tx, system } = asking
  const sources = [...concern, ...motion, ...project]
  if (sources.length === 0) return []
  const { streetId } = system
  const { rows } = await sql<EntryRow>`
    select * from (${entriesOf(asking, 'concern', everywhere(asking), true)}) e where ${isAnyOf('id', concern)}
    union all
    select * from (${entriesOf(asking, 'pairing', everywhere(asking), true)}) e where id in (
      select id from pairings
      where street_id = ${streetId} and body -> 'source' ->> 'id' = any(${concern}::text[]))
    union all
    select * from (${entriesOf(asking, 'service', everywhere(asking), true)}) e where kind = 'task' and id in (
      select id from volunteer_tasks
      where street_id = ${streetId} and body -> 'source' ->> 'id' = any(${sources}::text[]))
    union all
    select * from (${entriesOf(asking, 'cogov', everywhere(asking), true)}) e
      where kind = 'project' and ${isAnyOf('id', project)}
        or kind = 'goal' and id in (select id from weekly_goals
          where street_id = ${streetId} and body -> 'about' ->> 'id' = any(${sources}::text[]))
        or kind = 'change' and id in (select id from monthly_changes
          where street_id = ${streetId} and (jsonb_exists_any(body -> 'concernIds', ${concern}::text[])
            or jsonb_exists_any(body -> 'projectIds', ${project}::text[])))
    union all
    select 'motion', m.id, m.body -> 'versions' -> -1 ->> 'title',
      case when m.state = 'ended' then m.body ->> 'ending' else m.state end, null, m.proposed_at, null, null
    from motions m where m.street_id = ${streetId} and ${isAnyOf('m.id', motion)}`.execute(tx)
  return rows
    .map(({ kind, id, title, standing, openedAt }) => ({
      kind,
      id,
      title,
      state: stateOf({ kind, standing }),
      at: openedAt,
    }))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.at - b.at)
}

/** 民情 > 结对；议题、决议 > 项目 > 任务 > 目标 > 变化. */
const ORDER: EntryKind[] = ['concern', 'pairing', 'motion', 'project', 'task', 'goal', 'change']
