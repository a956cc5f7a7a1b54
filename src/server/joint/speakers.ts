import { sql } from 'kysely'
import type { JointMatter, Party } from '#core/joint/matter'
import { headsSpeakFor, speakerRoles } from '#core/joint/matter'
import { isAnyOf } from '../queries/any'
import { over } from '../queries/under'
import type { Tx } from '../storage/database'

interface Wanted {
  matter: JointMatter
  parties: readonly Party[]
  now: number
}

/** Everybody who may sign for one of these parties now. */
export async function speakersOf(tx: Tx, { matter, parties, now }: Wanted): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct g.person_id from role_grants g
    where g.street_id = ${matter.streetId} and g.from_at <= ${now} and g.to_at > ${now}
      and (
        (${isAnyOf('g.role', speakerRoles(matter, parties))}
          and ${over('g.grid_path', matter.gridPath)})
        or (${headsSpeakFor(matter, parties)}::boolean and g.role = 'head' and exists (
          select from buildings b
          where b.street_id = g.street_id and b.id = g.building_id and b.estate_id = ${matter.estateId}))
      )
    order by 1`.execute(tx)
  return rows.map(({ person_id }) => person_id)
}
