-- 服务清单、每周小目标、每月小变化. What core/offers and core/goals decide these tables keep even against a program that
-- forgets it: no sitting has more bookings than places, nobody is in one twice, a grid has one goal a week.

create table service_offers (
  street_id   text   not null,
  id          text   not null,
  version     int    not null check (version > 0),
  body        jsonb  not null,
  grid_path   text   not null generated always as (body ->> 'gridPath') stored,
  state       text   not null generated always as (body ->> 'state') stored,
  provider_id text   not null generated always as (body ->> 'providerId') stored,
  to_day      int    not null generated always as ((body ->> 'toDay')::int) stored,
  made_at     bigint not null generated always as ((body ->> 'madeAt')::bigint) stored,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, provider_id) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('open', 'ended')),
  check (to_day >= (body ->> 'fromDay')::int)
);
create index service_offers_by_grid on service_offers (street_id, grid_path text_pattern_ops, made_at desc);
create index service_offers_of on service_offers (street_id, provider_id);

-- One stretch on one day, written when it is first booked or called off.
create table offer_sittings (
  street_id text   not null,
  offer_id  text   not null,
  starts_at bigint not null,
  ends_at   bigint not null,
  capacity  int    not null check (capacity > 0),
  state     text   not null check (state in ('open', 'off', 'over')),
  -- Counted by the trigger below, never by a program.
  taken     int    not null default 0,
  -- When something happens to it by itself.
  next_at   bigint,
  primary key (street_id, offer_id, starts_at),
  foreign key (street_id, offer_id) references service_offers (street_id, id),
  check (ends_at > starts_at),
  constraint offer_sittings_capacity check (taken between 0 and capacity)
);
create index offer_sittings_next on offer_sittings (street_id, next_at) where next_at is not null;

create table offer_bookings (
  street_id  text   not null,
  id         text   not null,
  offer_id   text   not null,
  starts_at  bigint not null,
  person_id  text   not null,
  -- 替邻居约: his name, sealed; empty once it is forgotten.
  for_enc    text,
  at         bigint not null,
  state      text   not null check (state in ('booked', 'came', 'absent', 'cancelled', 'off')),
  settled_at bigint,
  primary key (street_id, id),
  foreign key (street_id, offer_id, starts_at) references offer_sittings (street_id, offer_id, starts_at),
  foreign key (street_id, person_id) references persons (street_id, id),
  check ((state = 'booked') = (settled_at is null))
);
create unique index offer_bookings_once on offer_bookings (street_id, offer_id, starts_at, person_id)
  where for_enc is null and state not in ('cancelled', 'off');
create index offer_bookings_of on offer_bookings (street_id, person_id, starts_at desc, id desc);
create index offer_bookings_in on offer_bookings (street_id, offer_id, starts_at);
create index offer_bookings_old on offer_bookings (street_id, starts_at);

create function booked_places(state text) returns int immutable language sql as $$
  select case when state in ('booked', 'came', 'absent') then 1 else 0 end
$$;
create function count_booked_places() returns trigger language plpgsql as $$
declare
  change int := booked_places(new.state);
begin
  if tg_op = 'UPDATE' then
    change := change - booked_places(old.state);
  end if;
  if change <> 0 then
    update offer_sittings set taken = taken + change
      where street_id = new.street_id and offer_id = new.offer_id and starts_at = new.starts_at;
  end if;
  return null;
end
$$;
create trigger offer_bookings_counted after insert or update on offer_bookings
  for each row execute function count_booked_places();

create table weekly_goals (
  street_id text   not null,
  id        text   not null,
  version   int    not null check (version > 0),
  body      jsonb  not null,
  grid_path text   not null generated always as (body ->> 'gridPath') stored,
  week      text   not null generated always as (body ->> 'week') stored,
  state     text   not null generated always as (body ->> 'state') stored,
  set_at    bigint not null generated always as ((body ->> 'setAt')::bigint) stored,
  -- Until when it runs: the end of its week.
  due_at    bigint not null,
  -- When it is missed by itself; nothing once it is settled.
  next_at   bigint,
  primary key (street_id, id),
  constraint weekly_goals_one_a_week unique (street_id, grid_path, week),
  foreign key (street_id, grid_path) references grids (street_id, path),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('open', 'done', 'missed')),
  check ((state = 'open') = (next_at is not null)),
  check (week ~ '^\d{4}-W\d{2}$')
);
create index weekly_goals_by_grid on weekly_goals (street_id, grid_path text_pattern_ops, due_at desc);
create index weekly_goals_next on weekly_goals (street_id, next_at) where next_at is not null;

create table monthly_changes (
  street_id text   not null,
  id        text   not null,
  body      jsonb  not null,
  grid_path text   not null generated always as (body ->> 'gridPath') stored,
  month     text   not null generated always as (body ->> 'month') stored,
  at        bigint not null generated always as ((body ->> 'at')::bigint) stored,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (month ~ '^\d{4}-\d{2}$')
);
create index monthly_changes_by_grid on monthly_changes (street_id, grid_path text_pattern_ops, at desc);

-- Photos that prove a goal and show a change go the way of those of a project.
alter table council_photos drop constraint council_photos_subject_check;
alter table council_photos add constraint council_photos_subject_check
  check (subject in ('slip', 'before', 'after', 'goal', 'change_before', 'change_after'));
create or replace function council_photo_shows() returns trigger language plpgsql as $$
begin
  if exists (select from building_photos b where b.street_id = new.street_id and b.photo_id = new.photo_id)
    or not (case
      when new.subject = 'slip' then exists (
        select from ballot_slips s where s.street_id = new.street_id and s.id = new.subject_id)
      when new.subject = 'goal' then exists (
        select from weekly_goals g where g.street_id = new.street_id and g.id = new.subject_id)
      when new.subject in ('change_before', 'change_after') then exists (
        select from monthly_changes m where m.street_id = new.street_id and m.id = new.subject_id)
      else exists (select from projects p where p.street_id = new.street_id and p.id = new.subject_id)
    end)
  then
    raise exception 'a photo of another kind of thing' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- Lists of a grid are read by grid, newest first.
create index volunteer_tasks_from on volunteer_tasks (street_id, (body -> 'source' ->> 'id'));
create index weekly_goals_about on weekly_goals (street_id, (body -> 'about' ->> 'id'));
create index volunteer_tasks_by_grid on volunteer_tasks (street_id, grid_path text_pattern_ops);
