import { type SqlBool, sql } from 'kysely'
import { ballotFact } from '#core/evaluation/facts'
import { type HeadSubject, idsOf, type Source } from './source'

/**
 * 表决: polls whose roll held the house and that closed in the month; one in a meeting's room only for houses that were
 * there, since who did not come is missed once already. That a ballot lies there is all that is read, of
 * open and of secret ones: neither choice nor hour leaves the box for a card.
 */
export const ballots: Source<HeadSubject> = async (asked) => {
  const { tx, streetId, window, subjects } = asked
  const rows = await tx
    .selectFrom('poll_units as u')
    .innerJoin('polls as p', (on) =>
      on.onRef('p.street_id', '=', 'u.street_id').onRef('p.id', '=', 'u.poll_id'),
    )
    .select(['u.unit_id as unitId', 'p.id as pollId', 'p.opens_at as opensAt', 'p.closes_at as closesAt'])
    .select(
      sql<boolean>`(
        exists (select from ballots b
          where b.street_id = u.street_id and b.poll_id = u.poll_id and b.unit_id = u.unit_id)
        or exists (select from poll_participants t
          where t.street_id = u.street_id and t.poll_id = u.poll_id and t.unit_id = u.unit_id)
      )`.as('hasBallot'),
    )
    .where('u.street_id', '=', streetId)
    .where('u.unit_id', 'in', idsOf(asked))
    .where('p.state', '<>', 'void')
    .where(
      sql<SqlBool>`(p.meeting_id is null or exists (select from meeting_signins s
        where s.street_id = p.street_id and s.meeting_id = p.meeting_id and s.unit_id = u.unit_id))`,
    )
    .where('p.closes_at', '>=', window.from)
    .where('p.closes_at', '<', window.to)
    .execute()
  const since = new Map(subjects.map((head) => [head.id, head.since]))
  return rows.map(({ unitId, ...poll }) => ({
    subjectId: unitId,
    facts: ballotFact(poll, { window, since: since.get(unitId) ?? window.to }),
  }))
}
