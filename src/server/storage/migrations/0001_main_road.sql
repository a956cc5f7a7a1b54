-- The main road: grids, buildings, people, concerns and their clocks.
-- street_id leads every key, so that the data can be spread by street later. Times are epoch milliseconds (UTC).
-- Ids are made by the application (UUIDv7 text); nothing here counts by sequence.

create table grids (
  street_id   text not null,
  path        text not null,
  level       int  not null check (level between 0 and 3),
  parent_path text,
  name        text not null,
  kind        text check (kind in ('village', 'community')),
  -- Published size of the grid; details below it may not be registered yet.
  residents   int  not null default 0 check (residents >= 0),
  floating    int  not null default 0 check (floating between 0 and residents),
  buildings   int  not null default 0 check (buildings >= 0),
  heads       int  not null default 0 check (heads >= 0),
  primary key (street_id, path),
  foreign key (street_id, parent_path) references grids (street_id, path),
  check ((level = 0) = (parent_path is null))
);
create index grids_by_parent on grids (street_id, parent_path);

create table departments (
  street_id text not null,
  id        text not null,
  name      text not null,
  primary key (street_id, id)
);

create table estates (
  street_id text not null,
  id        text not null,
  grid_path text not null,
  name      text not null,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path)
);

create table buildings (
  street_id    text not null,
  id           text not null,
  estate_id    text,
  grid_path    text not null,
  -- Number within the estate: 23 for "23栋".
  no           int  not null check (no > 0),
  label        text not null,
  address      text not null,
  plate_status text not null check (plate_status in ('ok', 'missing', 'damaged', 'applied')),
  -- Opaque text on the QR plate; null while the plate is missing.
  plate_code   text,
  lat_e6       int  not null,
  lng_e6       int  not null,
  crs          text not null default 'GCJ02' check (crs in ('GCJ02', 'WGS84')),
  -- Place on the estate's own plan: column and row of the grid of houses.
  plan_col     int  not null default 0,
  plan_row     int  not null default 0,
  use          text not null check (use in ('self', 'rent', 'vacant')),
  san_xiao     text check (san_xiao in ('shop', 'workshop', 'entertainment')),
  floors       int  not null check (floors between 1 and 40),
  structure    text not null check (structure in ('brick_concrete', 'frame', 'brick_timber', 'other')),
  hazard_grade text check (hazard_grade in ('A', 'B', 'C', 'D')),
  status       text not null default 'in_use' check (status in ('in_use', 'evacuated', 'sealed')),
  primary key (street_id, id),
  unique (street_id, estate_id, no),
  unique (street_id, plate_code),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, estate_id) references estates (street_id, id)
);
create index buildings_by_grid on buildings (street_id, grid_path text_pattern_ops);

create table persons (
  street_id   text not null,
  id          text not null,
  -- What neighbours see: "李先生", or a pseudonym; office-holders are shown by the name they are posted under.
  public_name text not null,
  -- AES-256-GCM, key id inside; null while nobody needed it.
  phone_enc   text,
  -- Keyed hash of the phone: finds a person without reading phones.
  phone_index text,
  birth_year  int  check (birth_year between 1900 and 2100),
  created_at  bigint not null,
  primary key (street_id, id)
);
create index persons_by_phone on persons (street_id, phone_index) where phone_index is not null;

-- How a person comes in: 'wechat' with a keyed hash of the openid, or 'persona' in development.
create table logins (
  street_id text not null,
  provider  text not null check (provider in ('wechat', 'persona')),
  subject   text not null,
  person_id text not null,
  primary key (street_id, provider, subject),
  foreign key (street_id, person_id) references persons (street_id, id)
);

create table sessions (
  street_id  text   not null,
  token_hash text   not null,
  person_id  text   not null,
  created_at bigint not null,
  expires_at bigint not null,
  primary key (street_id, token_hash),
  foreign key (street_id, person_id) references persons (street_id, id)
);

create table residencies (
  street_id    text    not null,
  id           text    not null,
  person_id    text    not null,
  building_id  text    not null,
  kind         text    not null check (kind in ('owner', 'tenant', 'family')),
  floating     boolean not null,
  from_at      bigint  not null,
  to_at        bigint,
  confirmed_by text,
  confirmed_at bigint,
  expires_at   bigint,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  check (confirmed_by is null or confirmed_by <> person_id),
  check (to_at is null or to_at > from_at)
);
-- A person has one current home at most.
create unique index residencies_one_home on residencies (street_id, person_id) where to_at is null;
create index residencies_by_building on residencies (street_id, building_id) where to_at is null;

-- Every office: who, which, where, from when to when. In force: from_at <= now < to_at.
create table role_grants (
  street_id     text   not null,
  id            text   not null,
  person_id     text   not null,
  role          text   not null,
  grid_path     text   not null,
  building_id   text,
  department_id text,
  acting        boolean not null default false,
  from_at       bigint not null,
  to_at         bigint not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, department_id) references departments (street_id, id),
  check (to_at > from_at),
  check ((role = 'head') = (building_id is not null)),
  check ((role = 'department') = (department_id is not null))
);
create index role_grants_by_person on role_grants (street_id, person_id);
create index role_grants_by_grid on role_grants (street_id, grid_path text_pattern_ops, role);
create index role_grants_by_building on role_grants (street_id, building_id) where building_id is not null;

create table concerns (
  street_id      text  not null,
  id             text  not null,
  version        int   not null check (version > 0),
  -- The whole concern as the rules see it; every column below is projected from it by the database itself.
  body           jsonb not null,
  no             text   not null generated always as (body ->> 'no') stored,
  state          text   not null generated always as (body ->> 'state') stored,
  category       text   not null generated always as (body ->> 'category') stored,
  severity       text   not null generated always as (body ->> 'severity') stored,
  visibility     text   not null generated always as (body ->> 'visibility') stored,
  grid_path      text   not null generated always as (body ->> 'gridPath') stored,
  level          int    not null generated always as ((body ->> 'level')::int) stored,
  desk           text   not null generated always as (body ->> 'desk') stored,
  owner_id       text   generated always as (body ->> 'ownerId') stored,
  department_id  text   generated always as (body ->> 'departmentId') stored,
  reporter_id    text   not null generated always as (body ->> 'reporterId') stored,
  building_id    text   generated always as (body -> 'place' ->> 'buildingId') stored,
  lat_e6         int    generated always as ((body -> 'place' -> 'point' ->> 'latE6')::int) stored,
  lng_e6         int    generated always as ((body -> 'place' -> 'point' ->> 'lngE6')::int) stored,
  submitted_at   bigint not null generated always as ((body ->> 'submittedAt')::bigint) stored,
  due_at         bigint not null generated always as ((body ->> 'resolveDueAt')::bigint) stored,
  closed_at      bigint generated always as ((body ->> 'closedAt')::bigint) stored,
  changed_at     bigint not null,
  primary key (street_id, id),
  unique (street_id, no),
  foreign key (street_id, reporter_id) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('submitted', 'held', 'accepted', 'in_progress', 'awaiting_department', 'paused', 'resolved', 'verified', 'closed')),
  check (level between 0 and 3),
  check (visibility in ('public', 'parties', 'restricted')),
  check ((state = 'closed') = (closed_at is not null))
);
create index concerns_public on concerns (street_id, submitted_at desc, id desc) where visibility = 'public';
create index concerns_by_grid on concerns (street_id, grid_path text_pattern_ops, submitted_at desc, id desc);
create index concerns_by_reporter on concerns (street_id, reporter_id, submitted_at desc, id desc);
create index concerns_open_due on concerns (street_id, due_at, id) where state <> 'closed';
create index concerns_open_building on concerns (street_id, building_id) where state <> 'closed';

-- The story of a concern, append-only: what happened, who did it in which office.
create table concern_events (
  street_id  text   not null,
  concern_id text   not null,
  seq        int    not null check (seq > 0),
  kind       text   not null,
  at         bigint not null,
  actor_id   text,
  actor_role text   not null,
  level      int    not null,
  detail     jsonb  not null default '{}',
  primary key (street_id, concern_id, seq),
  foreign key (street_id, concern_id) references concerns (street_id, id)
);

create table endorsements (
  street_id  text   not null,
  concern_id text   not null,
  person_id  text   not null,
  at         bigint not null,
  primary key (street_id, concern_id, person_id),
  foreign key (street_id, concern_id) references concerns (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create index endorsements_by_person on endorsements (street_id, person_id);

-- A photo is uploaded first and belongs to a concern once the concern (or its result) is sent.
create table photos (
  street_id   text   not null,
  id          text   not null,
  uploader_id text   not null,
  concern_id  text,
  sha256      text   not null,
  bytes       int    not null check (bytes > 0),
  width       int    not null,
  height      int    not null,
  created_at  bigint not null,
  primary key (street_id, id),
  foreign key (street_id, uploader_id) references persons (street_id, id),
  foreign key (street_id, concern_id) references concerns (street_id, id)
);

-- A clock is a row. It fires once: fired_at is set in the transaction that does what the clock demands.
create table timers (
  street_id  text   not null,
  concern_id text   not null,
  kind       text   not null,
  clock      int    not null,
  due_at     bigint not null,
  fired_at   bigint,
  primary key (street_id, concern_id, kind, clock),
  foreign key (street_id, concern_id) references concerns (street_id, id)
);
create index timers_due on timers (due_at) where fired_at is null;

create table inbox_messages (
  street_id  text   not null,
  id         text   not null,
  person_id  text   not null,
  kind       text   not null,
  concern_id text,
  detail     jsonb  not null default '{}',
  at         bigint not null,
  read_at    bigint,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create index inbox_by_person on inbox_messages (street_id, person_id, at desc, id desc);
create index inbox_unread on inbox_messages (street_id, person_id) where read_at is null;

-- One row a command: the answer is kept in the same transaction, a repeat gets the same answer.
create table commands (
  street_id  text   not null,
  actor_id   text   not null,
  key        text   not null,
  operation  text   not null,
  input_hash text   not null,
  answer     jsonb  not null,
  at         bigint not null,
  primary key (street_id, actor_id, key)
);
create index commands_by_age on commands (at);

-- Numbers shown to people, counted per street and day.
create table daily_numbers (
  street_id text not null,
  day       text not null,
  last      int  not null,
  primary key (street_id, day)
);

-- Public holidays and make-up workdays. A year is known only if it stands in calendar_years.
create table calendar_years (
  year int primary key
);
create table calendar_days (
  day  date primary key,
  kind text not null check (kind in ('holiday', 'workday'))
);

-- Who looked at whose contact, when and why.
create table access_log (
  street_id  text   not null,
  id         text   not null,
  actor_id   text   not null,
  subject_id text   not null,
  concern_id text,
  what       text   not null,
  reason     text   not null,
  at         bigint not null,
  primary key (street_id, id)
);
create index access_log_by_subject on access_log (street_id, subject_id, at desc);

-- What the demo seed has written, so that a start knows whether it is done.
create table seeds (
  profile text   primary key,
  epoch   bigint not null,
  at      bigint not null,
  digest  text   not null
);
