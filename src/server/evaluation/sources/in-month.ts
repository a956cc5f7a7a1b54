import { type SqlBool, sql } from 'kysely'
import type { Window } from '#core/evaluation/period'

/** Concerns (aliased `c`) whose first contact was due in the month, or that were closed in it. */
export const inMonth = ({ from, to }: Window) => sql<SqlBool>`(
  ((c.body ->> 'contactDueAt')::bigint >= ${from} and (c.body ->> 'contactDueAt')::bigint < ${to})
  or (c.closed_at >= ${from} and c.closed_at < ${to})
)`

/** Concerns (aliased `c`) that were open when the month ended. */
export const openAtEnd = ({ to }: Window) => sql<SqlBool>`(
  c.submitted_at < ${to} and (c.closed_at is null or c.closed_at >= ${to})
)`
