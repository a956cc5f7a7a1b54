-- The register of buildings: cards checked on the spot, hazards, inspections, the census, and what was imported.

-- Who graded the house, and when. The first grades came with the census and name nobody.
alter table buildings add column graded_by text;
alter table buildings add column graded_at bigint;
-- A house whose whole body is in danger stands empty or sealed.
alter table buildings add check (hazard_grade is distinct from 'D' or status <> 'in_use');
alter table buildings add check (status = 'in_use' or use <> 'rent');
alter table buildings drop constraint buildings_structure_check;
alter table buildings add check
  (structure in ('brick_concrete', 'frame', 'brick_timber', 'earth_timber', 'other'));
create index buildings_by_hazard on buildings (street_id, hazard_grade) where hazard_grade in ('C', 'D');

-- One card a building: what somebody wrote down and, later, what another one found on the spot.
create table registrations (
  street_id    text   not null,
  building_id  text   not null,
  version      int    not null check (version > 0),
  body         jsonb  not null,
  state        text   not null generated always as (body ->> 'state') stored,
  drafted_by   text   generated always as (body ->> 'draftedBy') stored,
  checked_by   text   generated always as (body ->> 'checkedBy') stored,
  confirmed_at bigint generated always as ((body ->> 'confirmedAt')::bigint) stored,
  -- {name, phone} of the owner and of whoever manages the house, sealed; the index tells equal values apart.
  owner_enc    text,
  owner_index  text,
  manager_enc  text,
  manager_index text,
  primary key (street_id, building_id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  check (state in ('submitted', 'returned', 'verified')),
  check (checked_by is distinct from drafted_by or checked_by is null),
  check ((state = 'verified') = (confirmed_at is not null))
);
create index registrations_by_state on registrations (street_id, state, confirmed_at);

-- A hazard is kept whole, as a concern is. It is its own clock: next_at is when something happens by itself.
create table hazards (
  street_id   text   not null,
  id          text   not null,
  version     int    not null check (version > 0),
  body        jsonb  not null,
  building_id text   not null generated always as (body ->> 'buildingId') stored,
  grid_path   text   not null generated always as (body ->> 'gridPath') stored,
  state       text   not null generated always as (body ->> 'state') stored,
  grade       text   generated always as (body ->> 'grade') stored,
  level       int    not null generated always as ((body ->> 'level')::int) stored,
  found_at    bigint not null generated always as ((body ->> 'foundAt')::bigint) stored,
  due_at      bigint generated always as ((body ->> 'dueAt')::bigint) stored,
  next_at     bigint generated always as ((body ->> 'nextAt')::bigint) stored,
  primary key (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  check (state in ('found', 'control', 'rectifying', 'review', 'cleared')),
  check (grade in ('A', 'B', 'C', 'D')),
  check (level between 0 and 3)
);
create index hazards_open on hazards (street_id, grid_path text_pattern_ops, due_at) where state <> 'cleared';
create index hazards_by_building on hazards (street_id, building_id);
create index hazards_next on hazards (next_at) where next_at is not null;

create table hazard_events (
  street_id  text   not null,
  hazard_id  text   not null,
  seq        int    not null check (seq > 0),
  kind       text   not null,
  at         bigint not null,
  actor_id   text,
  actor_role text   not null,
  detail     jsonb  not null default '{}',
  primary key (street_id, hazard_id, seq),
  foreign key (street_id, hazard_id) references hazards (street_id, id)
);

-- Photos of a house: a field check, a hazard, an inspection. A photo shows one thing.
create table building_photos (
  street_id   text not null,
  photo_id    text not null,
  building_id text not null,
  subject     text not null check (subject in ('check', 'hazard', 'inspection')),
  subject_id  text not null,
  primary key (street_id, photo_id),
  foreign key (street_id, photo_id) references photos (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id)
);
create index building_photos_by_subject on building_photos (street_id, subject, subject_id);

-- A round through a house, with what was looked at. A missed one is a house without a row in the period.
create table inspections (
  street_id   text   not null,
  id          text   not null,
  building_id text   not null,
  kind        text   not null check (kind in ('patrol', 'safety')),
  by_id       text   not null,
  at          bigint not null,
  items       jsonb  not null,
  note        text   not null,
  primary key (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, by_id) references persons (street_id, id)
);
create index inspections_by_building on inspections (street_id, building_id, kind, at desc);

-- 摸排登记: one at a time in a street.
create table census_campaigns (
  street_id  text   not null,
  id         text   not null,
  name       text   not null,
  grid_path  text   not null,
  opened_by  text   not null,
  opened_at  bigint not null,
  due_at     bigint not null,
  closed_by  text,
  closed_at  bigint,
  -- What was reached when it was closed: verified, registered, expected.
  reached    jsonb,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  check (due_at > opened_at),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (reached is null))
);
create unique index census_open on census_campaigns (street_id) where closed_at is null;
