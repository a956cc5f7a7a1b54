-- What was still missing of everybody's rights: children under fourteen, an end for logs and places, and one instant
-- at which a file and a proven number meet.

-- 替孩子登记: a child under fourteen has no account; his guardian says yes, acts for him, and takes it back.
create table children (
  street_id     text   not null,
  id            text   not null,
  guardian_id   text   not null,
  -- Sealed with the guardian's own key: gone with his account, or when he takes it back, or when the child takes over.
  name_enc      text,
  birth_enc     text,
  registered_at bigint not null,
  -- 到14岁自己接过去: a code read out once, found by a keyed hash.
  code_enc      text,
  code_index    text,
  code_until    bigint,
  ended_at      bigint,
  ended_kind    text check (ended_kind in ('removed', 'grown', 'closed')),
  person_id     text,
  primary key (street_id, id),
  foreign key (street_id, guardian_id) references persons (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  check ((ended_at is null) = (ended_kind is null)),
  check ((ended_kind is not distinct from 'grown') = (person_id is not null)),
  check ((ended_at is null) = (name_enc is not null) and (ended_at is null) = (birth_enc is not null)),
  check ((code_enc is null) = (code_index is null) and (code_enc is null) = (code_until is null)),
  check (code_enc is null or ended_at is null),
  check (person_id <> guardian_id)
);
create index children_by_guardian on children (street_id, guardian_id) where ended_at is null;
create unique index children_by_code on children (street_id, code_index) where code_index is not null;

-- One row each time the guardian says yes or no for a child. The last one counts; none is ever changed.
create table child_consents (
  street_id text    not null,
  id        text    not null,
  child_id  text    not null,
  purpose   text    not null check (purpose in ('report', 'household')),
  version   int     not null check (version > 0),
  given     boolean not null,
  at        bigint  not null,
  primary key (street_id, id),
  foreign key (street_id, child_id) references children (street_id, id)
);
create index child_consents_by_child on child_consents (street_id, child_id, at desc, id desc);
create trigger child_consents_kept before update or delete on child_consents
  for each row execute function keep_consents();

alter table helped_persons drop constraint helped_persons_consent_check;
alter table helped_persons add constraint helped_persons_consent_check
  check (consent in ('in_person', 'by_phone', 'written', 'guardian'));
alter table helped_persons add column child_id text;
alter table helped_persons add foreign key (street_id, child_id) references children (street_id, id);
alter table helped_persons add constraint helped_persons_child_by_guardian
  check ((consent = 'guardian') = (child_id is not null));
create index helped_persons_by_child on helped_persons (street_id, child_id) where child_id is not null;
