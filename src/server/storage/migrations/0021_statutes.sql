-- 法定规则: how the law counts residents' and owners' votes, as one official read it and another one read it again.
create table statutes (
  street_id    text   not null,
  id           text   not null,
  rule         text   not null check (rule in ('residents', 'households', 'owners_general', 'owners_major')),
  version      int    not null check (version > 0),
  decision     jsonb  not null,
  source       text   not null,
  source_date  text   not null check (source_date ~ '^\d{4}-\d{2}-\d{2}$'),
  proposed_by  text   not null,
  proposed_at  bigint not null,
  confirmed_by text,
  confirmed_at bigint,
  primary key (street_id, id),
  unique (street_id, rule, version),
  foreign key (street_id, proposed_by) references persons (street_id, id),
  foreign key (street_id, confirmed_by) references persons (street_id, id),
  -- Four eyes.
  check (confirmed_by <> proposed_by),
  check ((confirmed_by is null) = (confirmed_at is null))
);
create unique index statutes_waiting on statutes (street_id, rule) where confirmed_by is null;

-- What was read stays as it was read; it is confirmed once, and never goes.
create function statute_as_read() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.confirmed_by is not null
    or to_jsonb(new) - array['confirmed_by', 'confirmed_at'] <> to_jsonb(old) - array['confirmed_by', 'confirmed_at']
  then
    raise exception 'a statute stays as it was read' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger statutes_as_read before update or delete on statutes
  for each row execute function statute_as_read();

-- Bodies of owners, households or residents, one of each kind in a place.
alter table councils drop constraint councils_unit_kind_check;
alter table councils add constraint councils_unit_kind_check
  check (unit_kind in ('building', 'owner', 'household', 'person'));
drop index councils_active;
create unique index councils_active on councils (street_id, grid_path, unit_kind) where state = 'active';

-- 业主、户、居民的名册: who has one vote in such a body, and with how much area. A house has its vote by being registered.
create table council_units (
  street_id  text   not null,
  council_id text   not null,
  id         text   not null,
  place      int    not null check (place > 0),
  label      text   not null,
  person_id  text,
  -- Square centimetres, whole.
  area       bigint check (area > 0),
  primary key (street_id, id),
  unique (street_id, council_id, label),
  foreign key (street_id, council_id) references councils (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create index council_units_by_council on council_units (street_id, council_id, place);
create index council_units_by_person on council_units (street_id, person_id) where person_id is not null;

alter table poll_units add column area bigint;
alter table poll_units drop constraint poll_units_street_id_unit_id_fkey;
alter table motion_voices drop constraint motion_voices_street_id_unit_id_fkey;

-- A unit is a registered house, or stands in the list of its body.
create function unit_is_known() returns trigger language plpgsql as $$
begin
  if not exists (select from buildings b where b.street_id = new.street_id and b.id = new.unit_id)
    and not exists (select from council_units u where u.street_id = new.street_id and u.id = new.unit_id)
  then
    raise exception 'a unit nobody knows' using errcode = 'foreign_key_violation';
  end if;
  return new;
end
$$;
create trigger poll_units_known before insert on poll_units for each row execute function unit_is_known();
create trigger motion_voices_known before insert on motion_voices for each row execute function unit_is_known();

-- 订阅消息 of a vote: a message is about a concern, or about a council's motion.
alter table outgoing_messages alter column concern_id drop not null;
alter table outgoing_messages add column motion_id text;
alter table outgoing_messages add foreign key (street_id, motion_id) references motions (street_id, id);
alter table outgoing_messages add check ((concern_id is null) <> (motion_id is null));

-- 快截止了: said once a poll.
create table poll_reminders (
  street_id text   not null,
  poll_id   text   not null,
  at        bigint not null,
  primary key (street_id, poll_id),
  foreign key (street_id, poll_id) references polls (street_id, id)
);

-- A photo of a slip shows a slip, one of works a project, and none of a house shows either.
create function council_photo_shows() returns trigger language plpgsql as $$
begin
  if exists (select from building_photos b where b.street_id = new.street_id and b.photo_id = new.photo_id)
    or (new.subject = 'slip') <> exists (
      select from ballot_slips s where s.street_id = new.street_id and s.id = new.subject_id)
    or (new.subject <> 'slip') <> exists (
      select from projects p where p.street_id = new.street_id and p.id = new.subject_id)
  then
    raise exception 'a photo of another kind of thing' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger council_photos_show before insert or update on council_photos
  for each row execute function council_photo_shows();
