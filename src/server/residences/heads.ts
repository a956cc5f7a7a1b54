import { type RawBuilder, sql } from 'kysely'

/** Whether the one who lives in `r` heads a house, any house, at this instant. */
export const ofHead = (now: number): RawBuilder<boolean> => sql<boolean>`exists (
  select from role_grants g
  where g.street_id = r.street_id and g.person_id = r.person_id and g.role = 'head'
    and g.from_at <= ${now} and g.to_at > ${now}
)`
