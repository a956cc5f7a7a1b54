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
