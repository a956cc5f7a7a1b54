-- 纸票、电话票: entered by one office from a slip with its photo, confirmed by another person who reads the slip
-- himself; only then a ballot. What was chosen is sealed, and stays here no longer than the slip waits: of a secret
-- poll nothing but the paper itself joins a house and its choice.
create table ballot_slips (
  street_id   text   not null,
  id          text   not null,
  poll_id     text   not null,
  unit_id     text   not null,
  channel     text   not null check (channel in ('paper', 'phone')),
  state       text   not null check (state in ('waiting', 'counted', 'refused', 'late')),
  sealed      text,
  entered_by  text   not null,
  entered_at  bigint not null,
  decided_by  text,
  decided_at  bigint,
  note        text   not null default '',
  disputed_by text,
  disputed_at bigint,
  dispute     text,
  primary key (street_id, id),
  foreign key (street_id, poll_id, unit_id) references poll_units (street_id, poll_id, unit_id),
  foreign key (street_id, entered_by) references persons (street_id, id),
  foreign key (street_id, decided_by) references persons (street_id, id),
  foreign key (street_id, disputed_by) references persons (street_id, id),
  -- Four eyes.
  check (decided_by <> entered_by),
  check ((state in ('counted', 'refused')) = (decided_by is not null) and (decided_by is null) = (decided_at is null)),
  check ((state = 'waiting') = (sealed is not null)),
  check (disputed_by is null or state = 'counted'),
  check ((disputed_by is null) = (disputed_at is null) and (disputed_by is null) = (dispute is null))
);
create unique index ballot_slips_waiting on ballot_slips (street_id, poll_id, unit_id) where state = 'waiting';
create index ballot_slips_by_poll on ballot_slips (street_id, poll_id, entered_at);

-- A slip says what it said: it leaves `waiting` once, and is disputed once.
create function slip_as_entered() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a slip is never deleted' using errcode = 'insufficient_privilege';
  end if;
  if to_jsonb(new) - array['state', 'sealed', 'decided_by', 'decided_at', 'note', 'disputed_by', 'disputed_at', 'dispute']
      <> to_jsonb(old) - array['state', 'sealed', 'decided_by', 'decided_at', 'note', 'disputed_by', 'disputed_at', 'dispute']
    or (old.state <> 'waiting' and (old.state, old.decided_by, old.decided_at, old.note)
      is distinct from (new.state, new.decided_by, new.decided_at, new.note))
    or (old.disputed_by is not null and new is distinct from old)
  then
    raise exception 'a slip stays as it was entered and decided' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger ballot_slips_as_entered before update or delete on ballot_slips
  for each row execute function slip_as_entered();

-- How a house's one ballot came in.
alter table ballots add column channel text not null default 'app' check (channel in ('app', 'paper', 'phone'));
alter table poll_participants add column channel text not null default 'app'
  check (channel in ('app', 'paper', 'phone'));

-- No ballot from paper without a slip that two people read.
create function slip_of_ballot() returns trigger language plpgsql as $$
begin
  if new.channel <> 'app' and not exists (
    select from ballot_slips s where s.street_id = new.street_id and s.poll_id = new.poll_id
      and s.unit_id = new.unit_id and s.channel = new.channel and s.state = 'counted'
  ) then
    raise exception 'a ballot from paper without its slip' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger ballots_slip before insert or update on ballots for each row execute function slip_of_ballot();
create trigger poll_participants_slip before insert or update on poll_participants
  for each row execute function slip_of_ballot();

-- Photos of the council's doings. A photo shows one thing.
create table council_photos (
  street_id  text not null,
  photo_id   text not null,
  subject    text not null check (subject in ('slip', 'before', 'after', 'receipt')),
  subject_id text not null,
  primary key (street_id, photo_id),
  foreign key (street_id, photo_id) references photos (street_id, id)
);
create index council_photos_by_subject on council_photos (street_id, subject, subject_id);
