-- What people may do with what is kept about them: a key of their own, consent, correction, and the way out.

-- One key a person, wrapped by the installation's secret. What is sealed with it is unreadable once the row is gone,
-- in every copy of the database that is made afterwards, too.
create table person_keys (
  street_id text   not null,
  person_id text   not null,
  key_enc   text   not null,
  made_at   bigint not null,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references persons (street_id, id)
);

-- 注销: the row stays, so that what refers to it stays valid; it says nothing any more.
alter table persons add column erased_at bigint;
alter table persons add check (erased_at is null or (phone_enc is null and phone_index is null and avatar_id is null));

-- Bytes that no photo names any more, until they are gone from where they lie. While `leased_until` is set somebody
-- is removing them, and the same picture cannot come back that moment.
create table dropped_files (
  street_id    text   not null,
  sha256       text   not null,
  file_id      text,
  at           bigint not null,
  leased_until bigint,
  primary key (street_id, sha256)
);
create index dropped_files_by_age on dropped_files (street_id, at);
create index photos_by_bytes on photos (street_id, sha256);
create index photos_by_uploader on photos (street_id, uploader_id);
create index photos_loose on photos (street_id, created_at) where concern_id is null and use = 'concern';

-- What the clock of retention looks for.
create index sessions_by_end on sessions (street_id, expires_at);
create index outgoing_by_settling on outgoing_messages (street_id, settled_at) where settled_at is not null;
create index call_counts_by_minute on call_counts (street_id, minute);
create index persons_sealed_by_the_house on persons (street_id, id) where phone_enc is not null and phone_enc not like 'own.%';
create index logins_sealed_by_the_house on logins (street_id, subject) where openid_enc is not null and openid_enc not like 'own.%';

-- Reading the logs: by day, and a look beside the deed it belongs to.
create index audit_log_by_time on audit_log (street_id, at desc, id desc);
create index access_log_by_actor on access_log (street_id, actor_id, at);

-- Closing an account: asked for, thought over, carried out by the clock; or taken back.
create table account_closings (
  street_id text   not null,
  id        text   not null,
  person_id text   not null,
  asked_at  bigint not null,
  erase_at  bigint not null,
  ended_at  bigint,
  outcome   text check (outcome in ('erased', 'taken_back', 'has_duties')),
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check (erase_at > asked_at),
  check ((ended_at is null) = (outcome is null))
);
create unique index account_closings_open on account_closings (street_id, person_id) where ended_at is null;
create index account_closings_due on account_closings (street_id, erase_at) where ended_at is null;

-- 同意: one row each time somebody says yes or no. The last one counts; none is ever changed.
create table consents (
  street_id text    not null,
  id        text    not null,
  person_id text    not null,
  purpose   text    not null,
  version   int     not null check (version >= 0),
  given     boolean not null,
  at        bigint  not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create index consents_by_person on consents (street_id, person_id, purpose, at desc, id desc);

create function keep_consents() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger consents_kept before update or delete on consents
  for each row execute function keep_consents();

-- 更正: what somebody says is wrong about him, for those who may set it right.
create table corrections (
  street_id   text   not null,
  id          text   not null,
  person_id   text   not null,
  grid_path   text   not null,
  about       text   not null,
  -- His words and the answer, sealed with his own key.
  words_enc   text,
  asked_at    bigint not null,
  due_at      bigint not null,
  reminded_at bigint,
  answered_by text,
  answered_at bigint,
  corrected   boolean,
  answer_enc  text,
  primary key (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  check (answered_by is distinct from person_id or answered_by is null),
  check ((answered_by is null) = (answered_at is null) and (answered_by is null) = (corrected is null))
);
create unique index corrections_open on corrections (street_id, person_id, about) where answered_at is null;
create index corrections_waiting on corrections (street_id, grid_path text_pattern_ops, due_at) where answered_at is null;
create index corrections_late on corrections (street_id, due_at) where answered_at is null and reminded_at is null;
