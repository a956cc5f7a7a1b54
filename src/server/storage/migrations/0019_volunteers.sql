-- 志愿服务: tasks, who signed up, who came, how long they served. What core/volunteers decides, these tables keep even
-- against a program that forgets it: no shift has more people than places, nobody is in one shift twice, an entry of
-- the ledger never changes, nobody confirms himself, and no day has more than twelve hours.

-- The whole task as the rules see it; columns are projected from it by the database itself.
create table volunteer_tasks (
  street_id   text   not null,
  id          text   not null,
  version     int    not null check (version > 0),
  body        jsonb  not null,
  -- From its first shift's start to its last one's end.
  starts_at   bigint not null,
  ends_at     bigint not null check (ends_at > starts_at),
  grid_path   text   not null generated always as (body ->> 'gridPath') stored,
  state       text   not null generated always as (body ->> 'state') stored,
  leader_id   text   not null generated always as (body ->> 'leaderId') stored,
  proposer_id text   not null generated always as (body ->> 'proposerId') stored,
  repeat_of   text   generated always as (body ->> 'repeatOf') stored,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, leader_id) references persons (street_id, id),
  foreign key (street_id, proposer_id) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('draft', 'open', 'cancelled'))
);
create index volunteer_tasks_coming on volunteer_tasks (street_id, ends_at, id);
-- A task is repeated once, whoever of the workers is first.
create unique index volunteer_tasks_repeated on volunteer_tasks (street_id, repeat_of) where repeat_of is not null;

create table volunteer_shifts (
  street_id     text    not null,
  id            text    not null,
  task_id       text    not null,
  label         text    not null,
  starts_at     bigint  not null,
  ends_at       bigint  not null,
  capacity      int     not null check (capacity > 0),
  minimum       int     not null check (minimum between 0 and capacity),
  state         text    not null check (state in ('open', 'cancelled', 'over')),
  moved_at      bigint,
  minimum_asked boolean not null,
  -- Counted by the trigger below, never by a program: people in places.
  taken         int     not null default 0,
  next_turn     int     not null default 1,
  -- When something happens to it by itself.
  next_at       bigint,
  primary key (street_id, id),
  foreign key (street_id, task_id) references volunteer_tasks (street_id, id),
  check (ends_at > starts_at and ends_at - starts_at <= 43200000),
  constraint volunteer_shifts_capacity check (taken between 0 and capacity)
);
create index volunteer_shifts_of on volunteer_shifts (street_id, task_id, starts_at);
create index volunteer_shifts_next on volunteer_shifts (street_id, next_at) where next_at is not null;

create table volunteer_signups (
  street_id text  not null,
  id        text  not null,
  body      jsonb not null,
  task_id   text  not null generated always as (body ->> 'taskId') stored,
  shift_id  text  not null generated always as (body ->> 'shiftId') stored,
  person_id text  not null generated always as (body ->> 'personId') stored,
  guest     boolean not null generated always as (body ->> 'guestEnc' is not null) stored,
  turn      int   not null generated always as ((body ->> 'turn')::int) stored,
  state     text  not null generated always as (body ->> 'state') stored,
  -- Until when an offer stands.
  until     bigint generated always as ((body ->> 'until')::bigint) stored,
  primary key (street_id, id),
  unique (street_id, shift_id, turn),
  foreign key (street_id, task_id) references volunteer_tasks (street_id, id),
  foreign key (street_id, shift_id) references volunteer_shifts (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('asked', 'accepted', 'waiting', 'offered', 'present', 'done', 'no_show', 'cancelled', 'declined')),
  check ((state = 'offered') = (until is not null))
);
create unique index volunteer_signups_once on volunteer_signups (street_id, shift_id, person_id)
  where not guest and state not in ('cancelled', 'declined');
create index volunteer_signups_of on volunteer_signups (street_id, person_id, state);
create index volunteer_signups_in on volunteer_signups (street_id, task_id);

-- 名额: every way into a place and out of it is counted here, and the shift's check refuses the one too many.
create function volunteer_places(state text) returns int immutable language sql as $$
  select case when state in ('accepted', 'offered', 'present', 'done', 'no_show') then 1 else 0 end
$$;
create function count_places() returns trigger language plpgsql as $$
declare
  change int := volunteer_places(new.state);
begin
  if tg_op = 'UPDATE' then
    change := change - volunteer_places(old.state);
  end if;
  if change <> 0 then
    update volunteer_shifts set taken = taken + change where street_id = new.street_id and id = new.shift_id;
  end if;
  return null;
end
$$;
create trigger volunteer_signups_counted after insert or update on volunteer_signups
  for each row execute function count_places();

-- 时长台账: minutes of service, one entry a line, signed. A correction turns the old entry around and writes another.
create table service_records (
  street_id     text   not null,
  id            text   not null,
  kind          text   not null check (kind in ('service', 'reversal', 'correction')),
  person_id     text   not null,
  signup_id     text   not null,
  task_id       text   not null,
  grid_path     text   not null,
  title         text   not null,
  leader_id     text   not null,
  -- The day of the service in China, counted since 1970.
  day           int    not null,
  minutes       int    not null check (minutes <> 0),
  correction_of text,
  reason        text   not null default '',
  confirmed_by  text   not null,
  confirmed_at  bigint not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, confirmed_by) references persons (street_id, id),
  foreign key (street_id, signup_id) references volunteer_signups (street_id, id),
  foreign key (street_id, correction_of) references service_records (street_id, id),
  constraint service_records_not_himself check (confirmed_by <> person_id),
  check ((kind = 'reversal') = (minutes < 0)),
  check (kind <> 'reversal' or correction_of is not null)
);
create unique index service_records_once on service_records (street_id, signup_id) where kind = 'service';
create unique index service_records_turned_once on service_records (street_id, correction_of) where kind = 'reversal';
create index service_records_of on service_records (street_id, person_id, day desc, id desc);
create trigger service_records_kept before update or delete on service_records
  for each row execute function written_once();

-- What a person served on one day; kept by the trigger, so that two leaders at once cannot pass the cap together.
create table service_days (
  street_id text not null,
  person_id text not null,
  day       int  not null,
  minutes   int  not null,
  primary key (street_id, person_id, day),
  constraint service_days_cap check (minutes between 0 and 720)
);
create function count_service_day() returns trigger language plpgsql as $$
declare
  turned service_records;
begin
  if new.kind = 'reversal' then
    select * into turned from service_records where street_id = new.street_id and id = new.correction_of;
    if turned.minutes <> -new.minutes or turned.person_id <> new.person_id or turned.day <> new.day then
      raise exception 'a reversal turns around exactly what it names' using errcode = 'check_violation';
    end if;
  end if;
  -- A row that is only proposed is checked, too: a reversal finds the day there, or makes it.
  insert into service_days (street_id, person_id, day, minutes) values (new.street_id, new.person_id, new.day, 0)
    on conflict (street_id, person_id, day) do nothing;
  update service_days set minutes = minutes + new.minutes
    where street_id = new.street_id and person_id = new.person_id and day = new.day;
  return null;
end
$$;
create trigger service_records_counted after insert on service_records
  for each row execute function count_service_day();

-- 异议: what somebody says against his record, and the answer of another than who confirmed it.
create table service_disputes (
  street_id   text   not null,
  id          text   not null,
  person_id   text   not null,
  signup_id   text   not null,
  words       text   not null,
  minutes     int    not null check (minutes between 0 and 750),
  at          bigint not null,
  state       text   not null check (state in ('open', 'corrected', 'upheld')),
  answer      text,
  answered_by text,
  answered_at bigint,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, signup_id) references volunteer_signups (street_id, id),
  check (answered_by is null or answered_by <> person_id),
  check ((state = 'open') = (answered_by is null) and (state = 'open') = (answered_at is null)
    and (state = 'open') = (answer is null))
);
create unique index service_disputes_one_at_a_time on service_disputes (street_id, signup_id) where state = 'open';

-- 志愿服务证明: the name that stands on it is sealed; its number is given when it is issued.
create table volunteer_certificates (
  street_id  text   not null,
  id         text   not null,
  person_id  text   not null,
  name_enc   text   not null,
  grid_path  text   not null,
  from_day   int    not null,
  to_day     int    not null check (to_day >= from_day),
  state      text   not null check (state in ('asked', 'issued', 'revoked')),
  asked_at   bigint not null,
  no         text,
  code       text,
  minutes    int check (minutes > 0),
  times      int check (times > 0),
  issued_by  text,
  issued_at  bigint,
  revoked_by text,
  revoked_at bigint,
  reason     text,
  primary key (street_id, id),
  unique (street_id, no),
  foreign key (street_id, person_id) references persons (street_id, id),
  check (issued_by is null or issued_by <> person_id),
  check ((state = 'asked') = (no is null) and (state = 'asked') = (code is null) and (state = 'asked') = (minutes is null)
    and (state = 'asked') = (times is null) and (state = 'asked') = (issued_by is null)
    and (state = 'asked') = (issued_at is null)),
  check ((state = 'revoked') = (revoked_at is not null) and (state = 'revoked') = (revoked_by is not null)
    and (state = 'revoked') = (reason is not null))
);
create unique index volunteer_certificates_asked on volunteer_certificates (street_id, person_id) where state = 'asked';

-- 积分: a ledger beside that of hours, never changed either, and the small things it is good for.
create table point_rewards (
  street_id text not null,
  id        text not null,
  grid_path text not null,
  title     text not null,
  cost      int  not null check (cost > 0),
  constraint point_rewards_stock check (stock >= 0),
  stock     int  not null,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path)
);
create table point_entries (
  street_id text   not null,
  id        text   not null,
  person_id text   not null,
  reason    text   not null check (reason in ('service', 'correction', 'exchange')),
  points    int    not null check (points <> 0),
  day       int    not null,
  at        bigint not null,
  signup_id text,
  reward_id text,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, signup_id) references volunteer_signups (street_id, id),
  foreign key (street_id, reward_id) references point_rewards (street_id, id),
  check ((reason = 'exchange') = (reward_id is not null) and (reason = 'exchange') = (signup_id is null)),
  check (reason <> 'service' or points between 1 and 10),
  check (reason <> 'exchange' or points < 0)
);
create unique index point_entries_once on point_entries (street_id, signup_id) where reason = 'service';
create index point_entries_of on point_entries (street_id, person_id, at);
create trigger point_entries_kept before update or delete on point_entries
  for each row execute function written_once();
