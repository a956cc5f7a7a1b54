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

-- 导入和核对手机号碰在同一刻: whoever proves a number holds this row for reading, a file that is written holds it
-- alone. So of the two one is first, and the other sees what it wrote.
create table register_gates (
  street_id text not null primary key
);

-- 日志满三年: where each chain of the log begins now. The link before the first row that is left is signed with the
-- installation's secret, so that a beginning somebody else made up is found out.
create table audit_checkpoints (
  street_id text   not null,
  chain     text   not null check (chain in ('audit_log', 'access_log')),
  seq       bigint not null check (seq > 0),
  hash      text   not null,
  -- Nothing at or after this instant was taken away.
  before    bigint not null,
  made_at   bigint not null,
  signature text   not null,
  primary key (street_id, chain),
  -- Three years of 365 days, whoever asks for less.
  check (made_at - before >= 94608000000)
);
create function keep_checkpoint() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.seq > old.seq and new.before >= old.before then
    return new;
  end if;
  raise exception 'the beginning of a log only moves on' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_checkpoints_move_on before update or delete on audit_checkpoints
  for each row execute function keep_checkpoint();

-- As before, and one more: a row behind a checkpoint may go.
create or replace function keep_as_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.seq is null and new.seq is not null
      and to_jsonb(new) - array['seq', 'prev_hash', 'hash'] = to_jsonb(old) - array['seq', 'prev_hash', 'hash']
    then
      return new;
    end if;
  end if;
  if tg_op = 'DELETE' then
    if exists (
      select from audit_checkpoints c
      where c.street_id = old.street_id and c.chain = tg_table_name and c.seq >= old.seq and c.before > old.at
    ) then
      return old;
    end if;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- 事情在哪儿: points that are still exact, by when their matter was closed.
create index concerns_pointed on concerns (street_id, closed_at)
  where lat_e6 is not null and closed_at is not null
    and (building_id is not null or lat_e6 % 1000 <> 0 or lng_e6 % 1000 <> 0);
