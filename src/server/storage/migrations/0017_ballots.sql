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
  subject    text not null check (subject in ('slip', 'before', 'after')),
  subject_id text not null,
  primary key (street_id, photo_id),
  foreign key (street_id, photo_id) references photos (street_id, id)
);
create index council_photos_by_subject on council_photos (street_id, subject, subject_id);

-- 延长: once, seven days at most. Everything else of a poll stays as it was opened.
alter table polls add column was_extended boolean not null default false;
create or replace function poll_as_opened() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a poll is never deleted' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'voting'
    or to_jsonb(new) - array['state', 'closed_at', 'tally', 'fingerprint', 'record', 'closes_at', 'was_extended']
      <> to_jsonb(old) - array['state', 'closed_at', 'tally', 'fingerprint', 'record', 'closes_at', 'was_extended']
    or (new.closes_at, new.was_extended) is distinct from (old.closes_at, old.was_extended)
      and (old.was_extended or not new.was_extended or new.state <> 'voting'
        or new.closes_at <= old.closes_at or new.closes_at > old.closes_at + 604800000)
  then
    raise exception 'a poll stays as it was opened, and a result as it was counted'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

-- 划去、回避: a house without a vote in a matter. What an office says of a house counts when a second person says it, too.
create table roll_strikes (
  street_id text   not null,
  motion_id text   not null,
  unit_id   text   not null,
  reason    text   not null check (reason in ('declared', 'conflict', 'duplicate', 'not_existing')),
  words     text   not null,
  by_id     text   not null,
  at        bigint not null,
  second_id text,
  second_at bigint,
  primary key (street_id, motion_id, unit_id),
  foreign key (street_id, motion_id) references motions (street_id, id),
  foreign key (street_id, unit_id) references buildings (street_id, id),
  foreign key (street_id, by_id) references persons (street_id, id),
  foreign key (street_id, second_id) references persons (street_id, id),
  check (second_id <> by_id),
  check ((second_id is null) = (second_at is null)),
  check (reason <> 'declared' or second_id is null)
);

-- 委托: of one house for one matter, to somebody who lives in it; nobody holds more than two in a matter.
create table proxies (
  street_id  text   not null,
  id         text   not null,
  motion_id  text   not null,
  unit_id    text   not null,
  given_by   text   not null,
  holder_id  text   not null,
  place      int    not null check (place in (1, 2)),
  words      text   not null,
  given_at   bigint not null,
  revoked_at bigint,
  primary key (street_id, id),
  foreign key (street_id, motion_id) references motions (street_id, id),
  foreign key (street_id, unit_id) references buildings (street_id, id),
  foreign key (street_id, given_by) references persons (street_id, id),
  foreign key (street_id, holder_id) references persons (street_id, id),
  check (holder_id <> given_by)
);
create unique index proxies_of_unit on proxies (street_id, motion_id, unit_id) where revoked_at is null;
create unique index proxies_of_holder on proxies (street_id, motion_id, holder_id, place) where revoked_at is null;

-- 落实: the project of a resolution, whole as the rules see it.
create table projects (
  street_id  text not null,
  id         text not null,
  version    int  not null check (version > 0),
  body       jsonb not null,
  motion_id  text not null generated always as (body ->> 'motionId') stored,
  council_id text not null generated always as (body ->> 'councilId') stored,
  state      text not null generated always as (body ->> 'state') stored,
  begun_at   bigint not null,
  primary key (street_id, id),
  unique (street_id, motion_id),
  foreign key (street_id, motion_id) references motions (street_id, id),
  foreign key (street_id, council_id) references councils (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('planned', 'funded', 'running', 'to_accept', 'rework', 'accepted', 'published'))
);
create index projects_by_council on projects (street_id, council_id, begun_at desc, id desc);

create table project_events (
  street_id  text   not null,
  project_id text   not null,
  seq        int    not null check (seq > 0),
  kind       text   not null,
  at         bigint not null,
  actor_id   text,
  note       text   not null,
  primary key (street_id, project_id, seq),
  foreign key (street_id, project_id) references projects (street_id, id)
);
create trigger project_events_kept before update or delete on project_events
  for each row execute function written_once();

-- 公开账, in 分: lines are only added. A wrong one is taken back by a line of the same amount the other way, once.
create table project_money (
  street_id  text   not null,
  project_id text   not null,
  seq        int    not null check (seq > 0),
  direction  text   not null check (direction in ('in', 'out')),
  source     text   not null check (source in ('fiscal', 'collective', 'donation', 'labour')),
  fen        bigint not null check (fen > 0),
  words      text   not null,
  by_id      text   not null,
  at         bigint not null,
  reverses   int,
  primary key (street_id, project_id, seq),
  foreign key (street_id, project_id) references projects (street_id, id),
  foreign key (street_id, by_id) references persons (street_id, id),
  foreign key (street_id, project_id, reverses) references project_money (street_id, project_id, seq)
);
create unique index project_money_reversed on project_money (street_id, project_id, reverses)
  where reverses is not null;
create trigger project_money_kept before update or delete on project_money
  for each row execute function written_once();
create function reversal_of_line() returns trigger language plpgsql as $$
begin
  if new.reverses is not null and not exists (
    select from project_money m where m.street_id = new.street_id and m.project_id = new.project_id
      and m.seq = new.reverses and m.fen = new.fen and m.direction <> new.direction and m.reverses is null
  ) then
    raise exception 'a reversal is its line the other way' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger project_money_reversals before insert on project_money
  for each row execute function reversal_of_line();

-- 居民意见征询 beside a vote, secret as a secret poll is: who has spoken lies apart and has no time, what was said lies in
-- one row by keys made with the poll's own sealed key; at the close the sums stay and the key is gone. No count of
-- the vote reads either table.
create table opinions (
  street_id text  not null,
  poll_id   text  not null,
  residents int   not null check (residents >= 0),
  key_enc   text,
  slots     jsonb not null default '{}',
  sums      jsonb,
  primary key (street_id, poll_id),
  foreign key (street_id, poll_id) references polls (street_id, id),
  check ((key_enc is null) = (sums is not null) and (key_enc is not null or slots = '{}'::jsonb))
);
create table opinion_voters (
  street_id text not null,
  poll_id   text not null,
  person_id text not null,
  primary key (street_id, poll_id, person_id),
  foreign key (street_id, poll_id) references opinions (street_id, poll_id),
  foreign key (street_id, person_id) references persons (street_id, id)
);
create function opinion_while_voting() returns trigger language plpgsql as $$
begin
  if (select state from polls where street_id = new.street_id and id = new.poll_id for share) <> 'voting' then
    raise exception 'an opinion after the close' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger opinion_voters_in_time before insert or update on opinion_voters
  for each row execute function opinion_while_voting();
