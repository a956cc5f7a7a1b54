import { sql } from 'kysely'
import type { Channel } from '#core/council/slip'
import type { Asking } from '../operation'
import { isAnyOf } from '../queries/any'
import type { KeptPoll } from './polls'

type Keys = Pick<Asking, 'tx' | 'system'>

/** A house as it stands in a roll. */
export interface Rolled {
  unitId: string
  label: string
  struck: false
  /** How its one ballot came into the box; `null`: it has none there. */
  cast: Channel | null
  /** In the room, where hands are counted of those in it; a poll that belongs to no meeting is open to everybody. */
  isPresent: boolean
}

/**
 * The units as they stand in the roll of a poll, by id; those that do not are left out. Each looks for its own ballot:
 * a join may read the whole box for a handful of units.
 */
export async function rolledUnits(
  { tx, system }: Keys,
  { id, meetingId }: KeptPoll,
  unitIds: readonly string[],
): Promise<Map<string, Rolled>> {
  const { rows } = await sql<Omit<Rolled, 'struck'>>`
    select u.unit_id as "unitId", u.label,
      coalesce(
        (select b.channel from ballots b
          where b.street_id = u.street_id and b.poll_id = u.poll_id and b.unit_id = u.unit_id),
        (select p.channel from poll_participants p
          where p.street_id = u.street_id and p.poll_id = u.poll_id and p.unit_id = u.unit_id)) as cast,
      (${meetingId}::text is null or exists (select from meeting_signins m
        where m.street_id = u.street_id and m.meeting_id = ${meetingId} and m.unit_id = u.unit_id
          and m.left_at is null)) as "isPresent"
    from poll_units u
    where u.street_id = ${system.streetId} and u.poll_id = ${id} and ${isAnyOf('u.unit_id', unitIds)}`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.unitId, { ...row, struck: false }]))
}
