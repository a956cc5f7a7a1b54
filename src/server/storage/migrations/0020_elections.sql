-- 推选: a motion may ask who, not whether. Its poll then has a paper with names, fixed like rule and roll when it opens.
alter table motions drop constraint motions_state_check;
alter table motions add constraint motions_state_check check (state in ('proposed', 'seconded', 'returned', 'scheduled',
  'announced', 'debating', 'voting', 'no_quorum', 'run_off', 'lot', 'publicity', 'in_review', 'in_force',
  'implementing', 'result_publicity', 'ended'));
alter table polls add column slate jsonb;

-- Who was given an office of a council, by which election: whoever reads it later finds the vote that it came from.
create table council_terms (
  street_id  text   not null,
  motion_id  text   not null,
  council_id text   not null,
  office     text   not null check (office in ('chair', 'secretary', 'member')),
  person_id  text   not null,
  from_at    bigint not null,
  primary key (street_id, motion_id, person_id),
  foreign key (street_id, motion_id) references motions (street_id, id),
  foreign key (street_id, council_id) references councils (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create index council_terms_by_council on council_terms (street_id, council_id, office, from_at desc);
create trigger council_terms_kept before update or delete on council_terms
  for each row execute function written_once();
