-- Where people live: how a home was claimed, vouched for, renewed and left.

-- When it was claimed; from_at is since when he lives there by his own word. Null: written down by the register.
alter table residencies add column claimed_at bigint;
-- 还住这儿: asked for another year before the present one runs out; reminded_at: told that it will.
alter table residencies add column renewal_asked_at bigint;
alter table residencies add column reminded_at bigint;
alter table residencies add column ended_kind text
  check (ended_kind in ('withdrawn', 'refused', 'moved', 'moved_out', 'reported'));
alter table residencies add column ended_by text;
alter table residencies add column end_reason text not null default '';
update residencies set ended_kind = case when confirmed_at is null then 'refused' else 'moved_out' end
where to_at is not null;
alter table residencies add constraint residencies_ended_whole check ((to_at is null) = (ended_kind is null));
alter table residencies add constraint residencies_renewed_while_confirmed
  check (renewal_asked_at is null or confirmed_at is not null);
create index residencies_running_out on residencies (street_id, expires_at)
  where to_at is null and expires_at is not null;
create index residencies_by_person on residencies (street_id, person_id, from_at desc);

-- Stretches in which somebody vouched for a home, once they are over or were followed by another one: who counted as
-- a resident at an instant is asked long afterwards. Kept by the database, whoever changes the row.
create table residency_vouchings (
  street_id    text   not null,
  residency_id text   not null,
  confirmed_by text,
  from_at      bigint not null,
  until_at     bigint not null,
  primary key (street_id, residency_id, from_at),
  foreign key (street_id, residency_id) references residencies (street_id, id)
);
create function keep_vouching() returns trigger language plpgsql as $$
declare
  until bigint := least(old.expires_at, coalesce(new.confirmed_at, (extract(epoch from now()) * 1000)::bigint));
begin
  if until > old.confirmed_at then
    insert into residency_vouchings (street_id, residency_id, confirmed_by, from_at, until_at)
    values (old.street_id, old.id, old.confirmed_by, old.confirmed_at, until)
    on conflict do nothing;
  end if;
  return new;
end
$$;
create trigger residencies_vouchings before update on residencies
  for each row when (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
  execute function keep_vouching();

-- 帮他报: for whom a matter was reported, who cannot do it himself. person_id: who he is here, once his phone is vouched for.
create table helped_persons (
  street_id   text   not null,
  concern_id  text   not null,
  helper_id   text   not null,
  consent     text   not null check (consent in ('in_person', 'by_phone', 'written')),
  -- AES-256-GCM; the index finds the one who signs in with this phone.
  name_enc    text   not null,
  phone_enc   text,
  phone_index text,
  person_id   text,
  at          bigint not null,
  primary key (street_id, concern_id),
  foreign key (street_id, concern_id) references concerns (street_id, id),
  foreign key (street_id, helper_id) references persons (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check (person_id <> helper_id),
  check ((phone_enc is null) = (phone_index is null))
);
create index helped_persons_by_phone on helped_persons (street_id, phone_index) where person_id is null;
create index helped_persons_by_person on helped_persons (street_id, person_id) where person_id is not null;

-- Year and month of birth, sealed, of those who were asked because it mattered. birth_year is the demo register's.
alter table persons add column birth_enc text;

-- 监护人同意: of somebody from fourteen to seventeen; one guardian at a time.
create table guardianships (
  street_id   text   not null,
  id          text   not null,
  minor_id    text   not null,
  guardian_id text   not null,
  asked_at    bigint not null,
  agreed_at   bigint,
  ended_at    bigint,
  primary key (street_id, id),
  foreign key (street_id, minor_id) references persons (street_id, id),
  foreign key (street_id, guardian_id) references persons (street_id, id),
  check (minor_id <> guardian_id)
);
create unique index guardianships_one on guardianships (street_id, minor_id) where ended_at is null;
create index guardianships_by_guardian on guardianships (street_id, guardian_id) where ended_at is null;

-- 户: the people who live together in one room of a house. Who knows the code may ask to belong to it.
create table households (
  street_id   text   not null,
  id          text   not null,
  building_id text   not null,
  -- Sealed: which room somebody lives in.
  room_enc    text   not null,
  code        text   not null,
  founded_by  text   not null,
  founded_at  bigint not null,
  primary key (street_id, id),
  foreign key (street_id, building_id) references buildings (street_id, id),
  foreign key (street_id, founded_by) references persons (street_id, id)
);
create unique index households_by_code on households (street_id, code);
create table household_members (
  street_id    text   not null,
  id           text   not null,
  household_id text   not null,
  person_id    text   not null,
  asked_at     bigint not null,
  -- Null while a grown member has not let him in.
  from_at      bigint,
  to_at        bigint,
  admitted_by  text,
  -- Whom he wants to speak for them.
  wants_id     text,
  primary key (street_id, id),
  foreign key (street_id, household_id) references households (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create unique index household_members_one on household_members (street_id, person_id) where to_at is null;
create index household_members_of on household_members (street_id, household_id) where to_at is null;
-- 户代表: one at any instant; those before stay.
create table household_representatives (
  street_id    text   not null,
  id           text   not null,
  household_id text   not null,
  person_id    text   not null,
  from_at      bigint not null,
  to_at        bigint,
  primary key (street_id, id),
  foreign key (street_id, household_id) references households (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create unique index household_representatives_one on household_representatives (street_id, household_id)
  where to_at is null;
