-- The grid's own life: who stands behind an imported phone, matters of three parties, branches, stations and departments,
-- and the tree of grids as history.

-- A file knows people by their phones, the app knows them by their WeChat. Whoever's number WeChat vouched for takes
-- over what a file brought for that number: once, by the first who proves it.
create table joined_persons (
  street_id   text   not null,
  imported_id text   not null,
  person_id   text   not null,
  joined_at   bigint not null,
  primary key (street_id, imported_id),
  foreign key (street_id, imported_id) references persons (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check (imported_id <> person_id)
);
create index joined_persons_by_person on joined_persons (street_id, person_id);

-- Whole files are counted too.
alter table call_counts drop constraint call_counts_counted_check;
alter table call_counts add constraint call_counts_counted_check
  check (counted in ('signIns', 'commands', 'photos', 'files'));

-- 三方联动. Whether an estate has an owners' committee; where it has none, the building heads' council is the third party.
alter table estates add column owners_committee boolean not null default false;

-- A matter is kept whole; every column is projected from it by the database itself, which keeps two promises:
-- it is closed with three sign-offs and never with fewer, and nobody gives two of them.
create table joint_matters (
  street_id   text   not null,
  id          text   not null,
  version     int    not null check (version > 0),
  body        jsonb  not null,
  estate_id   text   not null generated always as (body ->> 'estateId') stored,
  grid_path   text   not null generated always as (body ->> 'gridPath') stored,
  state       text   not null generated always as (body ->> 'state') stored,
  opened_at   bigint not null generated always as ((body ->> 'openedAt')::bigint) stored,
  due_at      bigint not null generated always as ((body ->> 'dueAt')::bigint) stored,
  signed_party     text generated always as (body -> 'signOffs' -> 'party_committee' ->> 'by') stored,
  signed_residents text generated always as (body -> 'signOffs' -> 'residents_committee' ->> 'by') stored,
  signed_owners    text generated always as (body -> 'signOffs' -> 'owners' ->> 'by') stored,
  primary key (street_id, id),
  foreign key (street_id, estate_id) references estates (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('open', 'closed', 'cancelled')),
  check (state <> 'closed'
    or (signed_party is not null and signed_residents is not null and signed_owners is not null)),
  check (signed_party <> signed_residents and signed_party <> signed_owners and signed_residents <> signed_owners)
);
create index joint_matters_by_grid on joint_matters (street_id, grid_path text_pattern_ops, opened_at desc);

create table joint_events (
  street_id  text   not null,
  matter_id  text   not null,
  seq        int    not null check (seq > 0),
  kind       text   not null,
  at         bigint not null,
  actor_id   text   not null,
  detail     jsonb  not null default '{}',
  primary key (street_id, matter_id, seq),
  foreign key (street_id, matter_id) references joint_matters (street_id, id)
);

-- 党群服务站: hours by the kind of day, in minutes, so that the page can say whether the door is open.
alter table service_stations drop column hours;
alter table service_stations add column open_hours jsonb not null
  default '{"workdays": [[510, 720], [840, 1050]], "weekends": [], "holidays": []}';
alter table service_stations add column phone text;
alter table service_stations add column closed_at bigint;
create table station_activities (
  street_id  text   not null,
  id         text   not null,
  station_id text   not null,
  title      text   not null,
  place      text   not null,
  from_at    bigint not null,
  to_at      bigint not null,
  made_by    text   not null,
  off_at     bigint,
  primary key (street_id, id),
  foreign key (street_id, station_id) references service_stations (street_id, id),
  foreign key (street_id, made_by) references persons (street_id, id),
  check (to_at > from_at)
);
create index station_activities_to_come on station_activities (street_id, station_id, from_at) where off_at is null;

-- 功能型党支部: over a grid, or over an estate in it. Its members are counted, never listed.
create table party_branches (
  street_id    text   not null,
  id           text   not null,
  grid_path    text   not null,
  estate_id    text,
  name         text   not null,
  secretary_id text,
  members      int    not null check (members between 0 and 10000),
  duties       text   not null,
  ended_at     bigint,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, estate_id) references estates (street_id, id),
  foreign key (street_id, secretary_id) references persons (street_id, id)
);
create index party_branches_by_grid on party_branches (street_id, grid_path text_pattern_ops);

-- 部门名录, “1+6+N”.
alter table departments add column level text not null default 'street'
  check (level in ('street', 'district', 'city'));
alter table departments add column kind text not null default 'other'
  check (kind in ('center', 'grid', 'court', 'procuratorate', 'police', 'justice', 'platform', 'other'));
alter table departments add column phone text;
alter table departments add column duties text not null default '';

-- The tree as history: a grid is never deleted, and every change of it is a row that stays as it was written.
alter table grids add column closed_at bigint;
alter table grids add column boundary jsonb;
create table grid_changes (
  street_id text   not null,
  id        text   not null,
  grid_path text   not null,
  kind      text   not null check (kind in ('added', 'renamed', 'drawn', 'closed', 'house_in', 'house_out')),
  at        bigint not null,
  by_id     text   not null,
  detail    jsonb  not null default '{}',
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, by_id) references persons (street_id, id)
);
create index grid_changes_by_grid on grid_changes (street_id, grid_path text_pattern_ops, at desc);
create function keep_history() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger grid_changes_stay before update or delete on grid_changes
  for each row execute function keep_history();
