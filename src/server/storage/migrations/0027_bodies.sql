-- 停用法定规则: a text that holds no longer is switched off by one official, with a reason; on again takes two, as before.
alter table statutes add column off_by text;
alter table statutes add column off_at bigint;
alter table statutes add column off_reason text;
alter table statutes add foreign key (street_id, off_by) references persons (street_id, id);
alter table statutes add check ((off_by is null) = (off_at is null) and (off_by is null) = (off_reason is null));
alter table statutes add check (off_by is null or confirmed_by is not null);

-- What was read stays as it was read: it is confirmed once, then switched off once, and never goes.
create or replace function statute_as_read() returns trigger language plpgsql as $$
declare
  open_yet text[] := case
    when old.confirmed_by is null then array['confirmed_by', 'confirmed_at']
    when old.off_by is null then array['off_by', 'off_at', 'off_reason']
    else array[]::text[]
  end;
begin
  if tg_op = 'DELETE' or to_jsonb(new) - open_yet <> to_jsonb(old) - open_yet then
    raise exception 'a statute stays as it was read' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
