import { sql } from 'kysely'
import type { Tx } from '../storage/database'

/** How many buildings have a ballot in the box of the poll (aliased `p`): all that is told before the close. */
export const takingPart = sql<number>`(
  (select count(*)::int from ballots b where b.street_id = p.street_id and b.poll_id = p.id)
  + (select count(*)::int from poll_participants s where s.street_id = p.street_id and s.poll_id = p.id)
)`

/** The unit of a roll (aliased `p`) has its ballot in the box. */
export const hasBallot = sql<boolean>`(
  exists (select from ballots b
    where b.street_id = p.street_id and b.poll_id = p.poll_id and b.unit_id = p.unit_id)
  or exists (select from poll_participants s
    where s.street_id = p.street_id and s.poll_id = p.poll_id and s.unit_id = p.unit_id)
)`

/** Of these buildings one stands in the roll of the poll (aliased `p`) and has no ballot in its box. */
export const lacksOneOf = (units: readonly string[]) =>
  units.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`exists (
        select from (select * from poll_units u where u.street_id = p.street_id and u.poll_id = p.id
          and u.unit_id in (${sql.join(units)})) p
        where not ${hasBallot}
      )`

/** How many of how many houses of the roll have their ballot in the box. */
export const takingPartIn = (tx: Tx, { streetId, id }: { streetId: string; id: string }) =>
  tx
    .selectFrom('polls as p')
    .select(['p.units', takingPart.as('takingPart')])
    .where('p.street_id', '=', streetId)
    .where('p.id', '=', id)
    .executeTakeFirstOrThrow()
