import { sql } from 'kysely'
import { signInFrom } from '#core/council/meeting/convening'
import type { MeetingBody } from '#core/council/meeting/meeting'
import type { Asking } from '../operation'
import { takingPart } from './turnout'

interface Pulse {
  version: number
  body: MeetingBody
  /** When whoever speaks has used his time. */
  until: number | null
  closesAt: number | null
  pollState: string | null
  takingPart: number | null
}

/** Everything that tells whether a room has changed, in one question by keys alone. */
export const pulseOf = ({ tx, system }: Asking, id: string): Promise<Pulse | undefined> =>
  tx
    .selectFrom('meetings as m')
    .leftJoin('polls as p', (on) =>
      on
        .onRef('p.street_id', '=', 'm.street_id')
        .on('p.id', '=', sql<string>`m.body -> 'floor' ->> 'pollId'`),
    )
    .select(['m.version', 'm.body', 'p.closes_at as closesAt', 'p.state as pollState'])
    .select(sql<number | null>`case when p.id is null then null else ${takingPart} end`.as('takingPart'))
    .select(({ selectFrom }) =>
      selectFrom('meeting_speeches as s')
        .select('s.until')
        .whereRef('s.street_id', '=', 'm.street_id')
        .whereRef('s.meeting_id', '=', 'm.id')
        .where('s.state', '=', 'speaking')
        .as('until'),
    )
    .where('m.street_id', '=', system.streetId)
    .where('m.id', '=', id)
    .executeTakeFirst()

/** One word for how the room is; it changes with every act, and with every instant that changes what may be done. */
export function markOf(
  { version, body, until, closesAt, pollState, takingPart: part }: Pulse,
  now: number,
): string {
  const appeal = body.state === 'in_session' ? body.appeal : null
  const appealUntil = appeal ? appeal.at + body.order.appealSeconds * 1_000 : null
  const instants = [signInFrom(body), body.startsAt, until, closesAt, appealUntil]
  const passed = instants.filter((at) => at !== null && at <= now).length
  return [version, passed, pollState ?? '-', part ?? 0].join('.')
}
