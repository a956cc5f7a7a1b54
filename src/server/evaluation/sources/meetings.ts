import { sql } from 'kysely'
import { attendanceFact } from '#core/evaluation/facts'
import { type HeadSubject, idsOf, type Source } from './source'

/**
 * 到会: meetings of his house's council that were held in the month. That the house was signed in is all that is read,
 * by phone, by code or by hand alike; nothing of what anybody said there.
 */
export const meetings: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window, subjects } = asked
  const { rows } = await sql<{ unitId: string; meetingId: string; beganAt: number; isPresent: boolean }>`
    select b.id as "unitId", m.id as "meetingId", (m.body ->> 'beganAt')::bigint as "beganAt",
      exists (select from meeting_signins s
        where s.street_id = m.street_id and s.meeting_id = m.id and s.unit_id = b.id) as "isPresent"
    from meetings m
    join councils c on c.street_id = m.street_id and c.id = m.council_id
    join buildings b on b.street_id = c.street_id
      and b.grid_path ~>=~ c.grid_path and b.grid_path ~<~ (c.grid_path || '/')
    where m.street_id = ${streetId} and m.state in ('closed', 'minutes_draft', 'published')
      and (m.body ->> 'beganAt')::bigint >= ${window.from} and (m.body ->> 'beganAt')::bigint < ${window.to}
      and b.id in (${sql.join(idsOf(asked))})`.execute(tx)
  const since = new Map(subjects.map((head) => [head.id, head.since]))
  return rows.map(({ unitId, ...meeting }) => ({
    subjectId: unitId,
    facts: attendanceFact(meeting, { window, since: since.get(unitId) ?? window.to }),
  }))
}
