-- Heads and offices, and the audit log.

-- 审计: one row a command, written in the command's own transaction. The seal (seq, prev_hash, hash) is put on
-- shortly after, by the clock, so that commands never wait for each other at the end of one chain.
-- No foreign keys: what was done outlives the rows it was done to.
create table audit_log (
  street_id  text   not null,
  id         text   not null,
  at         bigint not null,
  actor_id   text,
  office     text   not null,
  operation  text   not null,
  subject_id text,
  request_id text   not null,
  -- Keyed: whoever reads the log learns nothing of what was typed, whoever knows the input can prove it.
  input_hash text   not null,
  outcome    text   not null,
  seq        bigint check (seq > 0),
  prev_hash  text,
  hash       text,
  primary key (street_id, id),
  check ((seq is null) = (hash is null) and (seq is null) = (prev_hash is null))
);
create unique index audit_log_in_order on audit_log (street_id, seq) where seq is not null;
create index audit_log_to_seal on audit_log (street_id, at, id) where seq is null;
create index audit_log_by_actor on audit_log (street_id, actor_id, at desc);

-- Looks at personal data are chained like commands, in a chain of their own.
alter table access_log add column seq bigint check (seq > 0);
alter table access_log add column prev_hash text;
alter table access_log add column hash text;
alter table access_log add constraint access_log_sealed_whole
  check ((seq is null) = (hash is null) and (seq is null) = (prev_hash is null));
create unique index access_log_in_order on access_log (street_id, seq) where seq is not null;
create index access_log_to_seal on access_log (street_id, at, id) where seq is null;

-- The last link of each chain; its lock is what two sealers meet at, and nobody else.
create table audit_chains (
  street_id text   not null,
  chain     text   not null check (chain in ('audit_log', 'access_log')),
  seq       bigint not null check (seq >= 0),
  hash      text   not null,
  primary key (street_id, chain)
);

-- Append-only: the one change a row ever sees is its seal. A revoked right would bind only a role that is not
-- the owner, and the embedded database has no other; a trigger binds every role. Whoever switches it off can
-- still change rows: that is what the chain finds.
create function keep_as_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.seq is null and new.seq is not null
      and to_jsonb(new) - array['seq', 'prev_hash', 'hash'] = to_jsonb(old) - array['seq', 'prev_hash', 'hash']
    then
      return new;
    end if;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_log_kept before update or delete on audit_log
  for each row execute function keep_as_written();
create trigger audit_log_not_emptied before truncate on audit_log
  for each statement execute function keep_as_written();
create trigger access_log_kept before update or delete on access_log
  for each row execute function keep_as_written();
create trigger access_log_not_emptied before truncate on access_log
  for each statement execute function keep_as_written();

-- 楼栋长任职: the whole appointment as the rules see it; every column is projected from it by the database itself.
create table head_appointments (
  street_id    text  not null,
  id           text  not null,
  version      int   not null check (version > 0),
  body         jsonb not null,
  building_id  text   not null generated always as (body ->> 'buildingId') stored,
  grid_path    text   not null generated always as (body ->> 'gridPath') stored,
  person_id    text   not null generated always as (body ->> 'personId') stored,
  state        text   not null generated always as (body ->> 'state') stored,
  nominated_at bigint not null generated always as ((body ->> 'nominatedAt')::bigint) stored,
  from_at      bigint generated always as ((body ->> 'from')::bigint) stored,
  to_at        bigint generated always as ((body ->> 'to')::bigint) stored,
  primary key (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('nominated', 'declined', 'withdrawn', 'confirmed', 'active', 'ended')),
  check ((state in ('confirmed', 'active', 'ended')) = (from_at is not null and to_at is not null)),
  check (body ->> 'nominatedBy' <> person_id and body ->> 'confirmedBy' <> person_id
    and body ->> 'confirmedBy' <> body ->> 'nominatedBy')
);
-- 一栋一人: one in office, and one more at most who waits for his first day.
create unique index head_appointments_in_office on head_appointments (street_id, building_id) where state = 'active';
create unique index head_appointments_next on head_appointments (street_id, building_id) where state = 'confirmed';
create index head_appointments_by_grid on head_appointments (street_id, grid_path text_pattern_ops, state);
create index head_appointments_by_building on head_appointments (street_id, building_id, nominated_at desc);
create index head_appointments_by_person on head_appointments (street_id, person_id);
create index head_appointments_due_out on head_appointments (street_id, to_at) where state = 'active';
create index head_appointments_due_in on head_appointments (street_id, from_at) where state = 'confirmed';

-- What permissions read stays role_grants; these tell where a grant came from and why it ended.
alter table role_grants add column appointment_id text;
alter table role_grants add column granted_by text;
alter table role_grants add column seconded_by text;
alter table role_grants add column ended_by text;
alter table role_grants add column end_reason text;
alter table role_grants add foreign key (street_id, appointment_id) references head_appointments (street_id, id);
create index role_grants_by_appointment on role_grants (street_id, appointment_id) where appointment_id is not null;

-- One building has one head and one seat one holder at any instant, whoever writes the grant. Times overlap rarely
-- enough for no index to say so: the place's own row is locked first, so that two writers take turns and the second
-- sees what the first has committed. (An exclusion constraint over ranges would need an extension.)
create function one_holder() returns trigger language plpgsql as $$
begin
  if new.role = 'head' then
    perform from buildings where street_id = new.street_id and id = new.building_id for no key update;
  elsif new.role in ('secretary', 'grid_head', 'pioneer', 'captain', 'police', 'traffic') then
    perform from grids where street_id = new.street_id and path = new.grid_path for no key update;
  else
    return new;
  end if;
  if exists (
    select from role_grants g
    where g.street_id = new.street_id and g.id <> new.id and g.role = new.role and g.grid_path = new.grid_path
      and g.building_id is not distinct from new.building_id
      and (new.role = 'head' or g.acting = new.acting)
      and g.from_at < new.to_at and g.to_at > new.from_at
  ) then
    raise exception 'another one holds this office at that time' using errcode = 'unique_violation';
  end if;
  return new;
end
$$;
create trigger role_grants_one_holder before insert or update on role_grants
  for each row execute function one_holder();

-- 双人复核: an office that waits for a second street admin.
create table office_requests (
  street_id     text    not null,
  id            text    not null,
  person_id     text    not null,
  role          text    not null,
  grid_path     text    not null,
  department_id text,
  acting        boolean not null,
  to_at         bigint  not null,
  asked_by      text    not null,
  asked_at      bigint  not null,
  answered_by   text,
  answered_at   bigint,
  approved      boolean,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  check (asked_by <> person_id),
  check (answered_by is null or (answered_by <> asked_by and answered_by <> person_id)),
  check ((answered_by is null) = (answered_at is null) and (answered_by is null) = (approved is null))
);
create unique index office_requests_waiting on office_requests
  (street_id, person_id, role, grid_path) where answered_at is null;

-- Offices whose holder agreed that his phone stands on the notice board; no row: it does not.
create table posted_phones (
  street_id text   not null,
  person_id text   not null,
  since     bigint not null,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references persons (street_id, id)
);

-- 党群服务站.
create table service_stations (
  street_id text not null,
  id        text not null,
  grid_path text not null,
  name      text not null,
  address   text not null,
  hours     text not null,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path)
);
create index service_stations_by_grid on service_stations (street_id, grid_path text_pattern_ops);

-- Notices that heads pass on in their houses; one row a house that had a head when it was written.
create table head_notices (
  street_id   text   not null,
  id          text   not null,
  grid_path   text   not null,
  title       text   not null,
  words       text   not null,
  author_id   text   not null,
  author_role text   not null,
  at          bigint not null,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, author_id) references persons (street_id, id)
);
create index head_notices_by_author on head_notices (street_id, author_id, at desc);
create table head_notice_houses (
  street_id   text not null,
  notice_id   text not null,
  building_id text not null,
  passed_by   text,
  passed_at   bigint,
  primary key (street_id, notice_id, building_id),
  foreign key (street_id, notice_id) references head_notices (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  check ((passed_by is null) = (passed_at is null))
);
create index head_notice_houses_waiting on head_notice_houses (street_id, building_id) where passed_at is null;

create index residencies_to_confirm on residencies (street_id, building_id)
  where to_at is null and confirmed_at is null;

-- Heads that were in office before appointments were kept get the one that their grant tells of.
insert into head_appointments (street_id, id, version, body)
select street_id, 'a.' || id, 1, jsonb_build_object(
  'id', 'a.' || id, 'streetId', street_id, 'buildingId', building_id, 'gridPath', grid_path, 'personId', person_id,
  'kind', case when acting then 'acting' else 'head' end, 'method', 'recommended', 'basis', 'residence',
  'basisWords', '', 'nominatedBy', 'before', 'nominatedAt', from_at, 'publicUntil', from_at,
  'term', to_at - from_at, 'objections', '[]'::jsonb, 'confirmedBy', 'register', 'confirmedAt', from_at,
  'note', '', 'from', from_at, 'to', to_at, 'state', 'active', 'handover', null)
from role_grants where role = 'head' and to_at > (extract(epoch from now()) * 1000)::bigint;
update role_grants set appointment_id = 'a.' || id
where role = 'head' and to_at > (extract(epoch from now()) * 1000)::bigint;
