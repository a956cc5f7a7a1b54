import { sql } from 'kysely'
import type { Channel } from '#core/council/slip'
import type { Asking } from '../operation'
import type { KeptPoll } from './polls'

/** A house as it stands in a roll. */
interface Rolled {
  unitId: string
  label: string
  struck: false
  /** How its one ballot came into the box; `null`: it has none there. */
  cast: Channel | null
}

/** The unit as it stands in the roll of a poll, if it does. */
export async function rolledUnit(
  { tx, system }: Asking,
  pollId: string,
  unitId: string,
): Promise<Rolled | undefined> {
  const { rows } = await sql<{ label: string; cast: Channel | null }>`
    select u.label, coalesce(b.channel, s.channel) as cast from poll_units u
    left join ballots b on b.street_id = u.street_id and b.poll_id = u.poll_id and b.unit_id = u.unit_id
    left join poll_participants s
      on s.street_id = u.street_id and s.poll_id = u.poll_id and s.unit_id = u.unit_id
    where u.street_id = ${system.streetId} and u.poll_id = ${pollId} and u.unit_id = ${unitId}`.execute(tx)
  const [row] = rows
  return row && { unitId, struck: false, ...row }
}

/** Hands are counted of those in the room; a poll that belongs to no meeting is open to everybody. */
export async function isInRoom(
  { tx, system }: Asking,
  { meetingId }: KeptPoll,
  unitId: string,
): Promise<boolean> {
  if (meetingId === null) return true
  const here = await tx
    .selectFrom('meeting_signins')
    .select('unit_id')
    .where('street_id', '=', system.streetId)
    .where('meeting_id', '=', meetingId)
    .where('unit_id', '=', unitId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return here !== undefined
}
