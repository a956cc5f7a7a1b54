-- 结对、解困: who visits whom, and whose hardship is seen to. What core/care decides, these tables keep even against a
-- program that forgets it: no helper has more than five households, nothing is visited twice a day, nobody strikes off
-- what he concluded or owns himself, and what is withdrawn holds no words.

create table pairings (
  street_id    text  not null,
  id           text  not null,
  version      int   not null check (version > 0),
  body         jsonb not null,
  -- How the household is called, what it needs, who witnessed, how it ended: sealed for its person, if it has one.
  words_enc    text,
  -- When a missed visit is told of.
  next_at      bigint,
  grid_path    text  not null generated always as (body ->> 'gridPath') stored,
  building_id  text  not null generated always as (body ->> 'buildingId') stored,
  state        text  not null generated always as (body ->> 'state') stored,
  helper_id    text  generated always as (body ->> 'helperId') stored,
  person_id    text  generated always as (body ->> 'personId') stored,
  household_id text  generated always as (body ->> 'householdId') stored,
  proposed_by  text  not null generated always as (body ->> 'proposedBy') stored,
  proposed_at  bigint not null generated always as ((body ->> 'proposedAt')::bigint) stored,
  ended_at     bigint generated always as ((body ->> 'endedAt')::bigint) stored,
  primary key (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, helper_id) references persons (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, household_id) references households (street_id, id),
  foreign key (street_id, proposed_by) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('suggested', 'proposed', 'active', 'declined', 'ended')),
  check (state not in ('proposed', 'active', 'ended') or helper_id is not null),
  -- 本人同意: nobody is visited who did not agree, and nobody agrees for those he visits.
  check (state not in ('active', 'ended') or body -> 'consent' ->> 'by' is not null),
  constraint pairings_not_himself check (helper_id is null or person_id is null or helper_id <> person_id),
  constraint pairings_helper_no_witness check (body -> 'consent' ->> 'by' is null or body -> 'consent' ->> 'by' <> helper_id),
  check ((body ->> 'visitEvery')::int between 1 and 31)
);
create index pairings_in on pairings (street_id, grid_path text_pattern_ops, state);
create index pairings_of_helper on pairings (street_id, helper_id, state);
create index pairings_of_person on pairings (street_id, person_id) where person_id is not null;
create index pairings_of_household on pairings (street_id, household_id) where household_id is not null;
create index pairings_next on pairings (street_id, next_at) where next_at is not null;

-- 一人不超过五户: counted by the trigger below, never by a program.
create table pairing_helpers (
  street_id text not null,
  person_id text not null,
  active    int  not null default 0,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references persons (street_id, id),
  constraint pairing_helpers_five check (active between 0 and 5)
);
create function count_pairings() returns trigger language plpgsql as $$
declare
  was boolean := tg_op = 'UPDATE' and old.state = 'active';
begin
  if was and (new.state <> 'active' or new.helper_id <> old.helper_id) then
    update pairing_helpers set active = active - 1 where street_id = old.street_id and person_id = old.helper_id;
  end if;
  if new.state = 'active' and (not was or new.helper_id <> old.helper_id) then
    -- A row that is only proposed is checked, too: the helper is found there, or made.
    insert into pairing_helpers (street_id, person_id) values (new.street_id, new.helper_id)
      on conflict (street_id, person_id) do nothing;
    update pairing_helpers set active = active + 1 where street_id = new.street_id and person_id = new.helper_id;
  end if;
  return null;
end
$$;
create trigger pairings_counted after insert or update on pairings
  for each row execute function count_pairings();

-- 走访: one a day; what was seen is sealed, that somebody came the household says itself.
create table pairing_visits (
  street_id    text   not null,
  id           text   not null,
  pairing_id   text   not null,
  helper_id    text   not null,
  -- The day in China, counted since 1970.
  day          int    not null,
  at           bigint not null,
  note_enc     text,
  confirmed    boolean,
  confirmed_by text,
  confirmed_at bigint,
  primary key (street_id, id),
  constraint pairing_visits_one_a_day unique (street_id, pairing_id, day),
  foreign key (street_id, pairing_id) references pairings (street_id, id),
  foreign key (street_id, helper_id) references persons (street_id, id),
  foreign key (street_id, confirmed_by) references persons (street_id, id),
  check ((confirmed is null) = (confirmed_by is null) and (confirmed is null) = (confirmed_at is null)),
  constraint pairing_visits_not_himself check (confirmed_by is null or confirmed_by <> helper_id)
);

create table pairing_events (
  street_id  text   not null,
  pairing_id text   not null,
  seq        int    not null check (seq > 0),
  kind       text   not null,
  at         bigint not null,
  actor_id   text   not null,
  primary key (street_id, pairing_id, seq),
  foreign key (street_id, pairing_id) references pairings (street_id, id)
);
create trigger pairing_events_kept before update or delete on pairing_events
  for each row execute function written_once();

create table hardship_cases (
  street_id   text  not null,
  id          text  not null,
  version     int   not null check (version > 0),
  body        jsonb not null,
  -- Name, reasons, measures, notes: one sealed document.
  words_enc   text,
  next_at     bigint,
  grid_path   text  not null generated always as (body ->> 'gridPath') stored,
  building_id text  generated always as (body ->> 'buildingId') stored,
  state       text  not null generated always as (body ->> 'state') stored,
  level       int   generated always as ((body ->> 'level')::int) stored,
  person_id   text  generated always as (body ->> 'personId') stored,
  reported_by text  not null generated always as (body ->> 'reportedBy') stored,
  reported_at bigint not null generated always as ((body ->> 'reportedAt')::bigint) stored,
  owner_id    text  generated always as (body ->> 'ownerId') stored,
  concern_id  text  generated always as (body ->> 'concernId') stored,
  struck_at   bigint generated always as ((body ->> 'struckAt')::bigint) stored,
  primary key (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, reported_by) references persons (street_id, id),
  foreign key (street_id, owner_id) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('reported', 'appealed', 'not_listed', 'listed', 'helping', 'relieved', 'referred', 'stable',
    'struck', 'withdrawn')),
  check (level is null or level between 1 and 3),
  -- Nothing is decided about somebody who did not agree to it.
  constraint hardship_agreed check (state in ('reported', 'withdrawn') or body -> 'consent' ->> 'by' is not null),
  constraint hardship_struck_by_another check (state <> 'struck'
    or (body ->> 'struckBy' <> owner_id and body ->> 'struckBy' <> body ->> 'concludedBy')),
  constraint hardship_withdrawn_is_empty check (state <> 'withdrawn' or words_enc is null)
);
create unique index hardship_one_of_concern on hardship_cases (street_id, concern_id) where concern_id is not null;
create unique index hardship_one_at_a_time on hardship_cases (street_id, person_id)
  where person_id is not null and state not in ('struck', 'withdrawn', 'not_listed');
create index hardship_in on hardship_cases (street_id, grid_path text_pattern_ops, state);
create index hardship_of_owner on hardship_cases (street_id, owner_id) where owner_id is not null;
create index hardship_reported_by on hardship_cases (street_id, reported_by);
create index hardship_next on hardship_cases (street_id, next_at) where next_at is not null;

create table hardship_events (
  street_id text   not null,
  case_id   text   not null,
  seq       int    not null check (seq > 0),
  kind      text   not null,
  at        bigint not null,
  actor_id  text   not null,
  primary key (street_id, case_id, seq),
  foreign key (street_id, case_id) references hardship_cases (street_id, id)
);
create trigger hardship_events_kept before update or delete on hardship_events
  for each row execute function written_once();

-- The slip a household signed: a photo that those who serve may look at, and nobody else.
create table care_photos (
  street_id  text not null,
  photo_id   text not null,
  pairing_id text not null,
  primary key (street_id, photo_id),
  foreign key (street_id, photo_id) references photos (street_id, id),
  foreign key (street_id, pairing_id) references pairings (street_id, id)
);
