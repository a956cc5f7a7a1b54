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

-- 名册: who has a vote in a body of owners, households or residents. A line is struck, never deleted: rolls, ballots and
-- receipts of before go on naming it. Its label is free again for the next one.
alter table council_units add column entered_at bigint;
alter table council_units add column struck_at bigint;
alter table council_units add column struck_reason text;
alter table council_units add check ((struck_at is null) = (struck_reason is null));
alter table council_units drop constraint council_units_street_id_council_id_label_key;
create unique index council_units_listed on council_units (street_id, council_id, label) where struck_at is null;

-- Only who is meant by a struck line may still become another row of the same person: who proves the number of a file.
create function council_unit_as_struck() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    or (old.struck_at is not null and to_jsonb(new) - 'person_id' <> to_jsonb(old) - 'person_id')
  then
    raise exception 'a line of a list is struck, and stays so' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger council_units_as_struck before update or delete on council_units
  for each row execute function council_unit_as_struck();
