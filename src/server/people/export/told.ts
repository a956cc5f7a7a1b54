import { sql } from 'kysely'
import type { DataKind, GivenKind } from '#core/people/personal-data'
import { factsOf, type Mine } from './mine'

type Teller = (mine: Mine) => Promise<number>

/** Kinds that say nothing to a reader (hashes, seals): how much there is. */
export const TOLD: Record<Exclude<DataKind, GivenKind>, Teller> = {
  wechat: (mine) => countOf(mine, 'logins', 'person_id'),
  session: (mine) => countOf(mine, 'sessions', 'person_id'),
  handled: (mine) => countOf(mine, 'concern_events', 'actor_id'),
  appraised: (mine) => countOf(mine, 'appraisal_voters', 'person_id'),
  repeats: (mine) => countOf(mine, 'commands', 'actor_id'),
  // Whose they are nobody can tell, or they never left the phone.
  calls: async () => 0,
  house_contact: async () => 0,
  drafts: async () => 0,
}

const countOf = async (
  mine: Mine,
  table: 'logins' | 'sessions' | 'commands' | 'appraisal_voters' | 'concern_events',
  column: string,
): Promise<number> =>
  (
    await factsOf(
      mine,
      sql`select 1 from ${sql.table(table)}
        where street_id = ${mine.system.streetId} and ${sql.ref(column)} = ${mine.personId}`,
    )
  ).count
