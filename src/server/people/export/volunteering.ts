import { sql } from 'kysely'
import type { Mine } from './mine'

/** 报名、时长、证明、积分. The name on a certificate is on the certificate. */
export const volunteering = ({ system, personId }: Mine) => sql`
  select t.body -> 'words' ->> 'title' as title, s.state as part, (s.body ->> 'at')::bigint as "askedAt",
    (select sum(r.minutes)::int from service_records r
      where r.street_id = s.street_id and r.signup_id = s.id) as minutes
  from volunteer_signups s join volunteer_tasks t on t.street_id = s.street_id and t.id = s.task_id
  where s.street_id = ${system.streetId} and s.person_id = ${personId}
  union all
  select c.no, c.state, c.asked_at, c.minutes from volunteer_certificates c
  where c.street_id = ${system.streetId} and c.person_id = ${personId}
  union all
  select r.title, e.reason, e.at, null from point_entries e
  left join point_rewards r on r.street_id = e.street_id and r.id = e.reward_id
  where e.street_id = ${system.streetId} and e.person_id = ${personId}
  order by 3 desc`
