-- 楼栋长会议: what the rules of core/council/meeting decide, these tables keep even against a program that forgets them:
-- one matter before the room, one sign-in a building, one speech at a time, hands in the order in which they were raised.

-- What a meeting says of itself, as the rules see it; columns are projected from it by the database itself.
create table meetings (
  street_id  text   not null,
  id         text   not null,
  version    int    not null check (version > 0),
  body       jsonb  not null,
  council_id text   not null generated always as (body ->> 'councilId') stored,
  no         int    not null generated always as ((body ->> 'no')::int) stored,
  state      text   not null generated always as (body ->> 'state') stored,
  starts_at  bigint not null generated always as ((body ->> 'startsAt')::bigint) stored,
  primary key (street_id, id),
  unique (street_id, council_id, no),
  foreign key (street_id, council_id) references councils (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('planned', 'notified', 'in_session', 'closed', 'minutes_draft', 'published', 'cancelled'))
);
create index meetings_by_council on meetings (street_id, council_id, starts_at desc, id desc);
create unique index meetings_one_in_session on meetings (street_id, council_id) where state = 'in_session';

create table meeting_items (
  street_id  text not null,
  meeting_id text not null,
  place      int  not null check (place > 0),
  title      text not null,
  motion_id  text,
  state      text not null check (state in ('waiting', 'on_floor', 'voted', 'done', 'put_off')),
  outcome    text check (outcome in ('passed', 'rejected', 'no_quorum')),
  primary key (street_id, meeting_id, place),
  foreign key (street_id, meeting_id) references meetings (street_id, id),
  foreign key (street_id, motion_id) references motions (street_id, id),
  check ((state = 'voted') = (outcome is not null)),
  check (state <> 'voted' or motion_id is not null)
);
-- 一时一件.
create unique index meeting_items_one_on_floor on meeting_items (street_id, meeting_id) where state = 'on_floor';
create index meeting_items_by_motion on meeting_items (street_id, motion_id) where motion_id is not null;

-- 签到: one line a building, whoever came for it and however often it went out.
create table meeting_signins (
  street_id  text   not null,
  meeting_id text   not null,
  unit_id    text   not null,
  person_id  text   not null,
  how        text   not null check (how in ('code', 'online', 'staff')),
  at         bigint not null,
  left_at    bigint,
  primary key (street_id, meeting_id, unit_id),
  foreign key (street_id, meeting_id) references meetings (street_id, id),
  foreign key (street_id, unit_id) references buildings (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check (left_at is null or left_at >= at)
);

-- 举手和发言.
create table meeting_speeches (
  street_id  text   not null,
  meeting_id text   not null,
  seq        int    not null,
  place      int    not null,
  unit_id    text   not null,
  person_id  text   not null,
  side       text   not null check (side in ('for', 'against')),
  raised_at  bigint not null,
  state      text   not null check (state in ('raised', 'taken_back', 'speaking', 'ended')),
  began_at   bigint,
  until      bigint,
  warned     boolean,
  ended_at   bigint,
  primary key (street_id, meeting_id, seq),
  foreign key (street_id, meeting_id, place) references meeting_items (street_id, meeting_id, place),
  foreign key (street_id, meeting_id, unit_id) references meeting_signins (street_id, meeting_id, unit_id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check ((state in ('speaking', 'ended')) = (began_at is not null)),
  check ((state = 'speaking') = (until is not null) and (state = 'speaking') = (warned is not null)),
  check ((state = 'ended') = (ended_at is not null))
);
create unique index meeting_speeches_one_at_a_time on meeting_speeches (street_id, meeting_id) where state = 'speaking';
create unique index meeting_speeches_one_hand on meeting_speeches (street_id, meeting_id, unit_id)
  where state in ('raised', 'speaking');

create table meeting_events (
  street_id  text   not null,
  meeting_id text   not null,
  seq        int    not null check (seq > 0),
  kind       text   not null,
  at         bigint not null,
  actor_id   text,
  actor_role text   not null,
  detail     jsonb  not null default '{}',
  primary key (street_id, meeting_id, seq),
  foreign key (street_id, meeting_id) references meetings (street_id, id)
);
create trigger meeting_events_kept before update or delete on meeting_events
  for each row execute function written_once();

-- Hands are numbered without a gap, in the order in which they went up; what was raised stays raised so.
create function hand_in_turn() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a hand that was up stays in the list' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' and new.seq <> 1 + (
    select count(*) from meeting_speeches s where s.street_id = new.street_id and s.meeting_id = new.meeting_id
  ) then
    raise exception 'hands are numbered in the order in which they went up' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and (new.seq, new.place, new.unit_id, new.person_id, new.side, new.raised_at)
    is distinct from (old.seq, old.place, old.unit_id, old.person_id, old.side, old.raised_at)
  then
    raise exception 'whose hand it was, and when, stays' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger meeting_speeches_in_turn before insert or update or delete on meeting_speeches
  for each row execute function hand_in_turn();

-- Who came stays in the list.
create function sign_in_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.how, new.at) is distinct from (old.how, old.at) then
    raise exception 'a sign-in stays as it was' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger meeting_signins_kept before update or delete on meeting_signins
  for each row execute function sign_in_kept();

-- Published minutes never change: what was wrong in them is said beside them, under a number.
create function minutes_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a meeting is never deleted' using errcode = 'insufficient_privilege';
  end if;
  if old.body ->> 'state' = 'published' and (new.body - 'errata' <> old.body - 'errata'
    or jsonb_array_length(new.body -> 'errata') < jsonb_array_length(old.body -> 'errata'))
  then
    raise exception 'published minutes stay as they were signed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger meetings_kept before update or delete on meetings
  for each row execute function minutes_kept();

-- A vote of a meeting: the same poll, the same roll and record; only who is in the room has a hand to raise.
alter table polls add column meeting_id text;
alter table polls add foreign key (street_id, meeting_id) references meetings (street_id, id);
create function ballot_in_room() returns trigger language plpgsql as $$
declare
  room text;
begin
  select meeting_id into room from polls where street_id = new.street_id and id = new.poll_id;
  if room is not null and not exists (
    select from meeting_signins s
    where s.street_id = new.street_id and s.meeting_id = room and s.unit_id = new.unit_id
  ) then
    raise exception 'a hand of somebody who is not in the room' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger ballots_in_room before insert on ballots for each row execute function ballot_in_room();
