import { sql } from 'kysely'
import type { Mine } from './mine'

/** 约过的服务: which, when, and what became of it. For whom else he booked is that person's own affair. */
export const booked = ({ system, personId }: Mine) => sql`
  select o.body -> 'words' ->> 'title' as title, b.starts_at as "startsAt", b.state as booking, b.at as "askedAt",
    b.for_enc is not null as "forOther"
  from offer_bookings b join service_offers o on o.street_id = b.street_id and o.id = b.offer_id
  where b.street_id = ${system.streetId} and b.person_id = ${personId}
  order by b.starts_at desc`
