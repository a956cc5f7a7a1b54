-- 议事会: councils, what they talk about, how they vote. What the rules of core/council decide, these tables keep even
-- against a program that forgets them: one building one ballot, none outside the poll's time, a roll and a result
-- that never change, and no choice that can be read before the close.

-- Its units are the buildings under its grid; one council works in a place at a time.
create table councils (
  street_id    text not null,
  id           text not null,
  grid_path    text not null,
  name         text not null,
  unit_kind    text not null check (unit_kind = 'building'),
  state        text not null check (state in ('active', 'dissolved')),
  chair_id     text,
  secretary_id text,
  primary key (street_id, id),
  foreign key (street_id, grid_path) references grids (street_id, path),
  foreign key (street_id, chair_id) references persons (street_id, id),
  foreign key (street_id, secretary_id) references persons (street_id, id)
);
create unique index councils_active on councils (street_id, grid_path) where state = 'active';

-- 表决规则, as data and in versions: a poll keeps the one it was opened with.
create table council_charters (
  street_id  text   not null,
  council_id text   not null,
  version    int    not null check (version > 0),
  body       jsonb  not null,
  from_at    bigint not null,
  primary key (street_id, council_id, version),
  foreign key (street_id, council_id) references councils (street_id, id)
);

-- The whole motion as the rules see it; columns are projected from it by the database itself. It is its own clock:
-- next_at is when something happens to it by itself.
create table motions (
  street_id   text   not null,
  id          text   not null,
  version     int    not null check (version > 0),
  body        jsonb  not null,
  next_at     bigint,
  no          text   not null generated always as (body ->> 'no') stored,
  council_id  text   not null generated always as (body ->> 'councilId') stored,
  concern_id  text   generated always as (body ->> 'concernId') stored,
  proposer_id text   not null generated always as (body ->> 'proposerId') stored,
  state       text   not null generated always as (body ->> 'state') stored,
  proposed_at bigint not null generated always as ((body ->> 'proposedAt')::bigint) stored,
  primary key (street_id, id),
  unique (street_id, no),
  foreign key (street_id, council_id) references councils (street_id, id),
  foreign key (street_id, concern_id) references concerns (street_id, id),
  foreign key (street_id, proposer_id) references persons (street_id, id),
  check (body ->> 'id' = id and body ->> 'streetId' = street_id),
  check (state in ('proposed', 'seconded', 'returned', 'scheduled', 'announced', 'debating', 'voting', 'no_quorum',
    'publicity', 'in_review', 'in_force', 'implementing', 'result_publicity', 'ended'))
);
create index motions_by_council on motions (street_id, council_id, proposed_at desc, id desc);
create index motions_by_concern on motions (street_id, concern_id) where concern_id is not null;
create index motions_next on motions (street_id, next_at) where next_at is not null;

create table motion_events (
  street_id  text   not null,
  motion_id  text   not null,
  seq        int    not null check (seq > 0),
  kind       text   not null,
  at         bigint not null,
  actor_id   text,
  actor_role text   not null,
  detail     jsonb  not null default '{}',
  primary key (street_id, motion_id, seq),
  foreign key (street_id, motion_id) references motions (street_id, id)
);

-- 附议、异议: what a building says besides its vote, once for each time it is asked (a second poll asks anew).
create table motion_voices (
  street_id text   not null,
  motion_id text   not null,
  kind      text   not null check (kind in ('second', 'object')),
  round     int    not null check (round >= 0),
  unit_id   text   not null,
  person_id text   not null,
  words     text   not null,
  at        bigint not null,
  primary key (street_id, motion_id, kind, round, unit_id),
  foreign key (street_id, motion_id) references motions (street_id, id),
  foreign key (street_id, unit_id) references buildings (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id)
);

-- 发言: where somebody stands, then why.
create table motion_speeches (
  street_id text   not null,
  motion_id text   not null,
  seq       int    not null check (seq > 0),
  person_id text   not null,
  unit_id   text,
  side      text   not null check (side in ('for', 'against')),
  words     text   not null,
  at        bigint not null,
  primary key (street_id, motion_id, seq),
  foreign key (street_id, motion_id) references motions (street_id, id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, unit_id) references buildings (street_id, id)
);

create table polls (
  street_id       text    not null,
  id              text    not null,
  motion_id       text    not null,
  state           text    not null check (state in ('voting', 'closed', 'void')),
  title           text    not null,
  words           text    not null,
  ballots         text    not null check (ballots in ('open', 'secret')),
  rule            jsonb   not null,
  charter_version int     not null,
  may_change      boolean not null,
  opens_at        bigint  not null,
  closes_at       bigint  not null,
  units           int     not null check (units >= 3),
  represented     int     not null check (represented between 0 and units),
  -- SHA-256 of the roll's lines, told from the opening on.
  roll_hash       text    not null,
  closed_at       bigint,
  tally           jsonb,
  fingerprint     text,
  record          text,
  primary key (street_id, id),
  foreign key (street_id, motion_id) references motions (street_id, id),
  check (closes_at > opens_at),
  -- Nothing closes a poll but its time, and a result exists exactly when it is closed.
  check (closed_at is null or closed_at >= closes_at),
  check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (tally is not null)
    and (state = 'closed') = (fingerprint is not null) and (state = 'closed') = (record is not null))
);
create unique index polls_one_at_a_time on polls (street_id, motion_id) where state = 'voting';
create index polls_by_motion on polls (street_id, motion_id, opens_at desc);

-- 名册: a unit as it stood when the poll opened. An empty seat stays in it.
create table poll_units (
  street_id   text    not null,
  poll_id     text    not null,
  unit_id     text    not null,
  place       int     not null,
  label       text    not null,
  represented boolean not null,
  primary key (street_id, poll_id, unit_id),
  foreign key (street_id, poll_id) references polls (street_id, id),
  foreign key (street_id, unit_id) references buildings (street_id, id)
);

-- Open ballots, one a building, whoever holds its office. The choice is sealed with the installation's secret until
-- the close: a copy of the database tells no result early. `person_id` is who cast it, for the building to know.
create table ballots (
  street_id text   not null,
  poll_id   text   not null,
  unit_id   text   not null,
  person_id text   not null,
  sealed    text   not null,
  receipt   text   not null,
  at        bigint not null,
  times     int    not null default 1 check (times > 0),
  primary key (street_id, poll_id, unit_id),
  foreign key (street_id, poll_id, unit_id) references poll_units (street_id, poll_id, unit_id),
  foreign key (street_id, person_id) references persons (street_id, id)
);

-- 不记名: who took part, without a time; and what was chosen, all of a poll in one row, by a key that can be made only
-- with the poll's own sealed key. One row has one age, and its keys lie in the order of their bytes: neither
-- column nor time nor order joins the two. At the close the box is counted, emptied, and its key is gone.
create table poll_participants (
  street_id text   not null,
  poll_id   text   not null,
  unit_id   text   not null,
  receipt   text   not null,
  -- Looked at by the trigger below, never kept.
  at        bigint,
  primary key (street_id, poll_id, unit_id),
  foreign key (street_id, poll_id, unit_id) references poll_units (street_id, poll_id, unit_id),
  check (at is null)
);
create table poll_boxes (
  street_id text  not null,
  poll_id   text  not null,
  key_enc   text,
  slots     jsonb not null default '{}',
  primary key (street_id, poll_id),
  foreign key (street_id, poll_id) references polls (street_id, id),
  check (key_enc is not null or slots = '{}'::jsonb)
);

-- Lines of a story, units of a roll and voices are written once.
create function written_once() returns trigger language plpgsql as $$
begin
  raise exception '% is written once', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger motion_events_kept before update or delete on motion_events
  for each row execute function written_once();
create trigger motion_voices_kept before update or delete on motion_voices
  for each row execute function written_once();
create trigger motion_speeches_kept before update or delete on motion_speeches
  for each row execute function written_once();
create trigger poll_units_kept before update or delete on poll_units
  for each row execute function written_once();

-- A roll is full from the statement that made it: no unit enters it later.
create function roll_is_full() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct street_id, poll_id from added) a
    join polls p on p.street_id = a.street_id and p.id = a.poll_id
    where p.units <> (
      select count(*) from poll_units u where u.street_id = p.street_id and u.poll_id = p.id
    )
  ) then
    raise exception 'a roll is written whole, when its poll opens' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger poll_units_whole after insert on poll_units
  referencing new table as added for each statement execute function roll_is_full();

-- What a poll was opened with stays; it leaves `voting` once and for good.
create function poll_as_opened() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a poll is never deleted' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'voting'
    or to_jsonb(new) - array['state', 'closed_at', 'tally', 'fingerprint', 'record']
      <> to_jsonb(old) - array['state', 'closed_at', 'tally', 'fingerprint', 'record']
  then
    raise exception 'a poll stays as it was opened, and a result as it was counted'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger polls_as_opened before update or delete on polls for each row execute function poll_as_opened();

-- 截止: a ballot's instant lies in [opens_at, closes_at), and whoever counts holds the poll alone: a ballot that comes
-- behind a tally waits for it here and then finds the poll closed.
create function ballot_in_time() returns trigger language plpgsql as $$
declare
  poll polls;
begin
  if tg_op = 'DELETE' then
    raise exception 'a ballot is replaced, never removed' using errcode = 'insufficient_privilege';
  end if;
  select * into poll from polls where street_id = new.street_id and id = new.poll_id for share;
  if poll.state <> 'voting' or new.at is null or new.at < poll.opens_at or new.at >= poll.closes_at then
    raise exception 'a ballot outside the time of its poll' using errcode = 'check_violation';
  end if;
  if poll.ballots <> (case tg_table_name when 'ballots' then 'open' else 'secret' end) then
    raise exception 'a ballot of the other kind' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and not poll.may_change then
    raise exception 'a ballot that may not be changed' using errcode = 'check_violation';
  end if;
  if tg_table_name = 'poll_participants' then
    new.at := null;
  end if;
  return new;
end
$$;
create trigger ballots_in_time before insert or update or delete on ballots
  for each row execute function ballot_in_time();
create trigger poll_participants_in_time before insert or update or delete on poll_participants
  for each row execute function ballot_in_time();

-- The box takes nothing once its poll is over; it may only be emptied.
create function box_while_voting() returns trigger language plpgsql as $$
begin
  if (select state from polls where street_id = new.street_id and id = new.poll_id) <> 'voting'
    and (new.slots <> '{}'::jsonb or new.key_enc is not null)
  then
    raise exception 'the box of a poll that is over is only emptied' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger poll_boxes_while_voting before insert or update on poll_boxes
  for each row execute function box_while_voting();

alter table inbox_messages add column motion_id text;
alter table inbox_messages add foreign key (street_id, motion_id) references motions (street_id, id);
