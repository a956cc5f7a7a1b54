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
