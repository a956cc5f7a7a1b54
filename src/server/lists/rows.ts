import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { dayOf } from '#core/concerns/calendar'
import { weekWith } from '#core/goals/week'
import { ENTRY_KINDS, type EntryKind, type ListKind } from '#core/lists/entry'
import { LIST_OF } from '#core/lists/table'
import { gridsFor } from '#core/people/place-rights'
import { ownerNow } from '../concerns/owner'
import type { Asking } from '../operation'
import { RUNNING } from '../queries/grids'
import { anyOf, withinReach } from '../queries/reach'
import { under } from '../queries/under'

/** Where entries are asked for: a grid and all below it, or one estate of it. */
export interface Place {
  gridPath: string
  estateId: string | null
}

/** An entry as the database tells it. `standing` is what `core/lists/standing.ts` says of the same matter. */
export interface EntryRow {
  kind: EntryKind
  id: string
  title: string
  standing: string
  ownerId: string | null
  openedAt: number
  dueAt: number | null
  endedAt: number | null
}

type Rows = RawBuilder<EntryRow>

/** Every entry of a list in a place, in one statement; `readable`: only what this reader may read. */
export function entriesOf(asking: Asking, list: ListKind, place: Place, readable: boolean): Rows {
  const parts = ENTRY_KINDS.filter((kind) => LIST_OF[kind] === list).map((kind) =>
    PARTS[kind](asking, place, readable),
  )
  return sql`${sql.join(parts, sql` union all `)}`
}

type Part = (asking: Asking, place: Place, readable: boolean) => Rows

/** Within the estate's own houses, where a house is known. */
const inEstate = ({ estateId }: Place): RawBuilder<SqlBool> =>
  estateId === null
    ? sql`true`
    : sql`(c.building_id is null or exists (select from buildings b
        where b.street_id = c.street_id and b.id = c.building_id and b.estate_id = ${estateId}))`

const concerns: Part = (asking, place, readable) => sql`
  select 'concern' as kind, c.id, c.body ->> 'title' as title,
    case
      when c.state = 'in_progress' and (c.body ->> 'reopenCount')::int > 0 then 'sent_back'
      when c.state <> 'closed' then c.state
      when c.body ->> 'mergedInto' is not null then 'merged'
      when jsonb_typeof(c.body -> 'outcome') = 'object' then 'closed'
      else 'dropped'
    end as standing,
    ${ownerNow(asking.now)} as "ownerId", c.submitted_at as "openedAt",
    case when c.state in (${sql.join(RUNNING)}) then c.due_at end as "dueAt", c.closed_at as "endedAt"
  from concerns c
  where c.street_id = ${asking.system.streetId} and ${under('c.grid_path', place.gridPath)} and ${inEstate(place)}
    and ${readable ? readableConcern(asking) : sql`true`}`

/** What everybody may read, and what an office of the reader's screens: he reads all of its grid. */
const readableConcern = (asking: Asking): RawBuilder<SqlBool> => sql`(
  c.visibility = 'public' and c.state <> 'held' and c.body ->> 'closing' is distinct from 'content'
  or ${withinReach(asking, 'concern.screen')})`

/** A house of the estate, for what is told of a house and not of a person. */
const houseIn = ({ estateId }: Place): RawBuilder<SqlBool> =>
  estateId === null ? sql`true` : sql`b.estate_id = ${estateId}`

/** 结对: named by its house; whom it is with is read on its own page. Due on the day of the next visit. */
const pairings: Part = ({ system, actor }, place, readable) => sql`
  select 'pairing' as kind, p.id, b.label as title, p.state as standing, p.helper_id as "ownerId",
    p.proposed_at as "openedAt",
    case when p.state = 'active' then (coalesce((p.body ->> 'lastVisit')::int,
      floor(((p.body ->> 'since')::bigint + 28800000) / 86400000)::int)
      + (p.body ->> 'visitEvery')::int + 1)::bigint * 86400000 - 28800000 end as "dueAt",
    p.ended_at as "endedAt"
  from pairings p join buildings b on b.street_id = p.street_id and b.id = p.building_id
  where p.street_id = ${system.streetId} and ${under('p.grid_path', place.gridPath)} and ${houseIn(place)}
    and ${readable ? anyOf(gridsFor(actor, 'pairing.read').map((path) => under('p.grid_path', path))) : sql`true`}`

/** 解困: counted here; nothing of it is shown in any list. */
const hardships: Part = ({ system }, place, readable) => sql`
  select 'hardship' as kind, h.id, '' as title, h.state as standing, null::text as "ownerId",
    h.reported_at as "openedAt", coalesce((h.body ->> 'dueAt')::bigint, (h.body ->> 'reviewDueAt')::bigint) as "dueAt",
    coalesce(h.struck_at, (h.body ->> 'refusedAt')::bigint, (h.body ->> 'withdrawnAt')::bigint) as "endedAt"
  from hardship_cases h left join buildings b on b.street_id = h.street_id and b.id = h.building_id
  where h.street_id = ${system.streetId} and ${under('h.grid_path', place.gridPath)} and ${houseIn(place)}
    and ${readable ? sql`false` : sql`true`}`

/** A task stands where its shifts stand; a draft is its writer's, and stands in no public list. */
const tasks: Part = ({ system, now }, { gridPath }, readable) => sql`
  select 'task' as kind, t.id, t.body -> 'words' ->> 'title' as title,
    case
      when t.state <> 'open' then t.state
      when h.alive = 0 then 'cancelled'
      when h.running = 0 and h.waiting = 0 then case when h.unconfirmed > 0 then 'to_confirm' else 'settled' end
      when h.begun > 0 then 'running'
      when h.free = 0 then 'full'
      else 'open'
    end as standing,
    t.leader_id as "ownerId", (t.body ->> 'proposedAt')::bigint as "openedAt", t.starts_at as "dueAt",
    case
      when t.state = 'cancelled' then (t.body ->> 'cancelledAt')::bigint
      when t.state = 'open' and (h.alive = 0 or h.running + h.waiting + h.unconfirmed = 0) then t.ends_at
    end as "endedAt"
  from volunteer_tasks t, lateral (
    select count(*) filter (where s.state <> 'cancelled')::int as alive,
      count(*) filter (where s.state <> 'cancelled' and s.starts_at <= ${now} and s.ends_at > ${now})::int as running,
      count(*) filter (where s.state <> 'cancelled' and s.starts_at > ${now})::int as waiting,
      count(*) filter (where s.state <> 'cancelled' and s.starts_at <= ${now})::int as begun,
      count(*) filter (where s.state = 'open' and s.taken < s.capacity)::int as free,
      (select count(*)::int from volunteer_signups u
        where u.street_id = t.street_id and u.task_id = t.id and u.state in ('present', 'done') and not u.guest
          and not exists (select from service_records r where r.street_id = u.street_id and r.signup_id = u.id)
      ) as unconfirmed
    from volunteer_shifts s where s.street_id = t.street_id and s.task_id = t.id
  ) h
  where t.street_id = ${system.streetId} and ${under('t.grid_path', gridPath)}
    and ${readable ? sql`t.state <> 'draft'` : sql`true`}`

const offers: Part = ({ system, now }, { gridPath }) => {
  const today = dayOf(now)
  return sql`
  select 'offer' as kind, o.id, o.body -> 'words' ->> 'title' as title,
    case when o.state = 'ended' or o.to_day < ${today} then 'ended'
      when (o.body ->> 'fromDay')::int > ${today} then 'coming' else 'open' end as standing,
    o.provider_id as "ownerId", o.made_at as "openedAt", null::bigint as "dueAt",
    case when o.state = 'ended' then (o.body ->> 'endedAt')::bigint
      when o.to_day < ${today} then (o.to_day + 1)::bigint * 86400000 - 28800000 end as "endedAt"
  from service_offers o
  where o.street_id = ${system.streetId} and ${under('o.grid_path', gridPath)}`
}

/** 决议: what is carried and has not become a project; from then on the project stands for it. */
const motions: Part = ({ system }, { gridPath }) => sql`
  select 'motion' as kind, m.id, m.body -> 'versions' -> -1 ->> 'title' as title,
    case when m.state = 'ended' then m.body ->> 'ending' else m.state end as standing,
    null::text as "ownerId", m.proposed_at as "openedAt",
    (m.body -> 'versions' -> -1 ->> 'byWhen')::bigint as "dueAt", (m.body ->> 'endedAt')::bigint as "endedAt"
  from motions m join councils k on k.street_id = m.street_id and k.id = m.council_id
  where m.street_id = ${system.streetId} and ${under('k.grid_path', gridPath)}
    and (m.state in ('publicity', 'in_review', 'in_force', 'implementing', 'result_publicity')
      or m.state = 'ended' and m.body ->> 'ending' in ('archived', 'annulled'))
    and not exists (select from projects p where p.street_id = m.street_id and p.motion_id = m.id)`

const projects: Part = ({ system }, { gridPath }) => sql`
  select 'project' as kind, p.id, p.body ->> 'title' as title, p.state as standing, null::text as "ownerId",
    p.begun_at as "openedAt",
    (select max((s ->> 'dueAt')::bigint) from jsonb_array_elements(p.body -> 'milestones') s) as "dueAt",
    case when p.state = 'published' then
      (select max(e.at) from project_events e where e.street_id = p.street_id and e.project_id = p.id)
    end as "endedAt"
  from projects p join councils k on k.street_id = p.street_id and k.id = p.council_id
  where p.street_id = ${system.streetId} and ${under('k.grid_path', gridPath)}`

const goals: Part = ({ system, now }, { gridPath }) => sql`
  select 'goal' as kind, g.id, g.body ->> 'text' as title,
    case when g.state = 'open' and g.week > ${weekWith(now)} then 'ahead' else g.state end as standing,
    g.body ->> 'ownerId' as "ownerId", g.set_at as "openedAt", g.due_at as "dueAt",
    coalesce((g.body ->> 'doneAt')::bigint, (g.body ->> 'missedAt')::bigint) as "endedAt"
  from weekly_goals g
  where g.street_id = ${system.streetId} and ${under('g.grid_path', gridPath)}`

const changes: Part = ({ system }, { gridPath }) => sql`
  select 'change' as kind, m.id, m.body ->> 'title' as title, 'told' as standing, null::text as "ownerId",
    m.at as "openedAt", null::bigint as "dueAt", m.at as "endedAt"
  from monthly_changes m
  where m.street_id = ${system.streetId} and ${under('m.grid_path', gridPath)}`

const joints: Part = ({ system }, { gridPath, estateId }) => sql`
  select 'joint' as kind, j.id, j.body ->> 'subject' as title,
    case when j.state <> 'open' then j.state
      when coalesce(j.signed_party, j.signed_residents, j.signed_owners) is not null then 'part_signed'
      else 'unsigned' end as standing,
    null::text as "ownerId", j.opened_at as "openedAt", j.due_at as "dueAt",
    (j.body ->> 'closedAt')::bigint as "endedAt"
  from joint_matters j
  where j.street_id = ${system.streetId} and ${under('j.grid_path', gridPath)}
    and ${estateId === null ? sql`true` : sql`j.estate_id = ${estateId}`}`

const PARTS: Record<EntryKind, Part> = {
  concern: concerns,
  pairing: pairings,
  hardship: hardships,
  task: tasks,
  offer: offers,
  motion: motions,
  project: projects,
  goal: goals,
  change: changes,
  joint: joints,
}
