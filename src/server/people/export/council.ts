import { sql } from 'kysely'
import { factsOf, type Mine } from './mine'

/** What somebody said in the council: on the screen, for his building, and in the room. */
export const saidInCouncil = (mine: Mine) =>
  factsOf(
    mine,
    sql`select m.body -> 'versions' -> 0 ->> 'title' as title, s.side as kind, s.words, s.at as "saidAt"
        from motion_speeches s join motions m on m.street_id = s.street_id and m.id = s.motion_id
        where s.street_id = ${mine.system.streetId} and s.person_id = ${mine.personId}
        union all
        select m.body -> 'versions' -> 0 ->> 'title', v.kind, v.words, v.at
        from motion_voices v join motions m on m.street_id = v.street_id and m.id = v.motion_id
        where v.street_id = ${mine.system.streetId} and v.person_id = ${mine.personId}
        union all
        select m.body -> 'versions' -> 0 ->> 'title', 'proxy', x.words, x.given_at
        from proxies x join motions m on m.street_id = x.street_id and m.id = x.motion_id
        where x.street_id = ${mine.system.streetId} and ${mine.personId} in (x.given_by, x.holder_id)
        union all
        select m.body -> 'versions' -> 0 ->> 'title', 'stand', c ->> 'statement', (c ->> 'agreedAt')::bigint
        from motions m, jsonb_array_elements(m.body -> 'election' -> 'candidates') c
        where m.street_id = ${mine.system.streetId} and c ->> 'personId' = ${mine.personId}
          and c ->> 'agreedAt' is not null
        union all
        select m.body -> 'versions' -> 0 ->> 'title', 'strike', coalesce(b.label, u.label) || '：' || s.words, s.at
        from roll_strikes s join motions m on m.street_id = s.street_id and m.id = s.motion_id
        left join buildings b on b.street_id = s.street_id and b.id = s.unit_id
        left join council_units u on u.street_id = s.street_id and u.id = s.unit_id
        where s.street_id = ${mine.system.streetId} and ${mine.personId} in (s.by_id, s.second_id)
        union all
        select m.body ->> 'venue', s.how, coalesce(b.label, u.label), s.at
        from meeting_signins s join meetings m on m.street_id = s.street_id and m.id = s.meeting_id
        left join buildings b on b.street_id = s.street_id and b.id = s.unit_id
        left join council_units u on u.street_id = s.street_id and u.id = s.unit_id
        where s.street_id = ${mine.system.streetId} and s.person_id = ${mine.personId}
        union all
        select i.title, s.side, coalesce(b.label, u.label), s.raised_at
        from meeting_speeches s join meeting_items i on i.street_id = s.street_id and i.meeting_id = s.meeting_id
          and i.place = s.place
        left join buildings b on b.street_id = s.street_id and b.id = s.unit_id
        left join council_units u on u.street_id = s.street_id and u.id = s.unit_id
        where s.street_id = ${mine.system.streetId} and s.person_id = ${mine.personId}
        union all
        select c.name, 'listed', u.label, u.entered_at
        from council_units u join councils c on c.street_id = u.street_id and c.id = u.council_id
        where u.street_id = ${mine.system.streetId} and u.person_id = ${mine.personId}
        union all
        select c.name, 'struck', u.label || '：' || u.struck_reason, u.struck_at
        from council_units u join councils c on c.street_id = u.street_id and c.id = u.council_id
        where u.street_id = ${mine.system.streetId} and u.person_id = ${mine.personId} and u.struck_at is not null
        order by 4 desc`,
  )
