import { sql } from 'kysely'
import type { Tx } from '../storage/database'

export interface InboxLine {
  street_id: string
  id: string
  person_id: string
  kind: string
  concern_id: string | null
  digest: string | null
  /** JSON. */
  detail: string
  at: number
  read_at: null
}

/**
 * Of a day's reminders of one kind there is one line: it speaks of the newest matter, and counts those not read yet.
 * Lines come in one order of persons everywhere, so that two clocks which remind the same people wait in no circle.
 * Answers which line is whose.
 */
export async function putIn(tx: Tx, lines: InboxLine[]): Promise<Map<string, string>> {
  const more = sql`case when inbox_messages.read_at is null
    then coalesce((inbox_messages.detail ->> 'more')::int, 0) + 1 else 0 end`
  const kept = await tx
    .insertInto('inbox_messages')
    .values(lines)
    .onConflict((conflict) =>
      conflict
        .columns(['street_id', 'person_id', 'digest'])
        .where('digest', 'is not', null)
        .doUpdateSet(({ ref }) => ({
          concern_id: ref('excluded.concern_id'),
          detail: sql`excluded.detail || jsonb_build_object('more', ${more})`,
          at: ref('excluded.at'),
          read_at: null,
        })),
    )
    .returning(['id', 'person_id'])
    .execute()
  return new Map(kept.map(({ id, person_id }) => [person_id, id]))
}
