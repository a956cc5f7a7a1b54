import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ParsedOf } from '#contracts/operations'
import { dayOf, startOfDay } from '#core/concerns/calendar'
import { CATEGORY_CODES, categoryOf } from '#core/concerns/category'
import type { Actor } from '#core/people/actor'
import type { Asking } from '../operation'
import { cardRows } from './cards'
import { type Mark, PAGE } from './cursor'
import { anyOf, atOrBelow, atOrJustBelow, firstLook, withinReach } from './reach'

type Tab = ParsedOf<'concerns.queue'>['tab']
type Condition = RawBuilder<SqlBool>

/** One page (and one row more) of what waits for this person's desk, the earliest deadline first. */
export const queuePage = (asking: Asking, tab: Tab, after: Mark | null) =>
  cardRows(asking)
    .where(sql<SqlBool>`c.state <> 'closed'`)
    .where(waitsFor(asking))
    .where(TABS[tab](asking.now))
    .where(after ? sql<SqlBool>`(c.due_at, c.id) > (${after.at}, ${after.id})` : sql<SqlBool>`true`)
    .orderBy('c.due_at')
    .orderBy('c.id')
    .limit(PAGE + 1)
    .execute()

/** How many stand under each tab. */
export const queueCounts = (asking: Asking) => {
  const { tx, now, system } = asking
  return tx
    .selectFrom('concerns as c')
    .where('c.street_id', '=', system.streetId)
    .where(sql<SqlBool>`c.state <> 'closed'`)
    .where(waitsFor(asking))
    .select([
      countOf(TABS.overdue(now)).as('overdue'),
      countOf(TABS.today(now)).as('today'),
      countOf(TABS.to_accept(now)).as('to_accept'),
      countOf(TABS.in_hand(now)).as('in_hand'),
    ])
    .executeTakeFirstOrThrow()
}

const countOf = (condition: Condition) => sql<number>`count(*) filter (where ${condition})::int`

/** A paused or resolved matter is nobody's delay. */
const RUNNING = sql`c.state in ('submitted', 'accepted', 'in_progress', 'awaiting_department')`

const TABS: Record<Tab, (now: number) => Condition> = {
  all: () => sql`true`,
  overdue: (now) => sql`(${RUNNING} and c.due_at < ${now})`,
  today: (now) => sql`(${RUNNING} and c.due_at >= ${now} and c.due_at < ${startOfDay(dayOf(now) + 1)})`,
  to_accept: () => sql`c.state in ('submitted', 'held')`,
  in_hand: () => sql`c.state in ('accepted', 'in_progress', 'awaiting_department', 'paused')`,
}

/** What somebody of this person's offices is to do something about. */
const waitsFor = (asking: Asking): Condition =>
  anyOf([
    sql`(c.state = 'submitted' and ${withinReach(asking, 'concern.triage', atOrBelow)})`,
    sql`(c.state = 'held' and ${withinReach(asking, 'concern.screen', firstLook)})`,
    sql`(
      c.state in ('accepted', 'in_progress', 'awaiting_department', 'paused')
      and ${withinReach(asking, 'concern.handle')}
    )`,
    sql`(
      c.state in ('in_progress', 'awaiting_department') and ${withinReach(asking, 'concern.arrive')}
      and ${awaitedFrom(asking.actor)}
    )`,
    // 红榜: the department is late, and nobody but the street can call another one.
    sql`(
      c.state in ('in_progress', 'awaiting_department') and c.desk = 'department' and c.due_at < ${asking.now}
      and ${withinReach(asking, 'concern.whistle')}
    )`,
    sql`(
      c.body -> 'extensions' @> '[{"approved": null}]'::jsonb and c.state = 'in_progress'
      and ${withinReach(asking, 'concern.approve_extension')}
    )`,
    sql`(
      c.state = 'resolved' and ${SHOWS} and c.body -> 'outcome' ->> 'by' <> ${asking.actor.personId}::text
      and ${withinReach(asking, 'concern.verify', atOrJustBelow)}
    )`,
  ])

/** Somebody else looks only where there is something to see, or somebody was in danger. */
const SHOWS = sql<SqlBool>`(
  c.severity = 'emergency' or c.category in (${sql.join(CATEGORY_CODES.filter((code) => categoryOf(code).physical))})
)`

const awaitedFrom = (actor: Actor): Condition =>
  anyOf(
    actor.grants
      .filter(({ departmentId }) => departmentId !== null)
      .map(({ departmentId }) => {
        const awaited = JSON.stringify([{ departmentId, arrivedAt: null }])
        return sql`c.body -> 'whistles' @> ${awaited}::jsonb`
      }),
  )
