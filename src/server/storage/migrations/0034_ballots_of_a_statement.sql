-- Ballots of hundreds of houses come in one statement (server/together): what the database keeps of them is asked once
-- for all of them and no more once for each. The promises are the same, and so is the lock on the poll.
drop trigger ballots_in_time on ballots;
drop trigger poll_participants_in_time on poll_participants;
drop function ballot_in_time();
drop trigger ballots_in_room on ballots;
drop function ballot_in_room();
drop trigger ballots_slip on ballots;
drop trigger poll_participants_slip on poll_participants;
drop function slip_of_ballot();

create function ballot_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a ballot is replaced, never removed' using errcode = 'insufficient_privilege';
end
$$;
create trigger ballots_stay before delete on ballots for each row execute function ballot_stays();
create trigger poll_participants_stay before delete on poll_participants
  for each row execute function ballot_stays();

-- 截止: whoever counts holds the poll alone: ballots that come behind a tally wait for it here and find the poll closed.
create function ballots_as_cast() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  perform from polls p
  where (p.street_id, p.id) in (select c.street_id, c.poll_id from cast_now c)
  order by p.id for share;

  select
    case
      when p.state <> 'voting' or c.at < p.opens_at or c.at >= p.closes_at then 'a ballot outside the time of its poll'
      when p.ballots <> (case tg_table_name when 'ballots' then 'open' else 'secret' end) then 'a ballot of the other kind'
      when tg_op = 'UPDATE' and not p.may_change then 'a ballot that may not be changed'
      when tg_op = 'INSERT' and p.meeting_id is not null and not exists (
        select from meeting_signins s
        where s.street_id = c.street_id and s.meeting_id = p.meeting_id and s.unit_id = c.unit_id
      ) then 'a hand of somebody who is not in the room'
      when c.channel <> 'app' and not exists (
        select from ballot_slips s where s.street_id = c.street_id and s.poll_id = c.poll_id
          and s.unit_id = c.unit_id and s.channel = c.channel and s.state = 'counted'
      ) then 'a ballot from paper without its slip'
    end as why
  into wrong
  from cast_now c join polls p on p.street_id = c.street_id and p.id = c.poll_id
  order by why nulls last limit 1;
  if wrong is not null then
    raise exception '%', wrong using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger ballots_as_cast after insert on ballots
  referencing new table as cast_now for each statement execute function ballots_as_cast();
create trigger ballots_as_changed after update on ballots
  referencing new table as cast_now for each statement execute function ballots_as_cast();
create trigger poll_participants_as_cast after insert on poll_participants
  referencing new table as cast_now for each statement execute function ballots_as_cast();
create trigger poll_participants_as_changed after update on poll_participants
  referencing new table as cast_now for each statement execute function ballots_as_cast();

-- 不记名: the instant of taking part is looked at and never kept, so it is looked at before there is a row.
create function participation_in_time() returns trigger language plpgsql as $$
begin
  if not exists (
    select from polls p where p.street_id = new.street_id and p.id = new.poll_id
      and new.at >= p.opens_at and new.at < p.closes_at
  ) then
    raise exception 'a ballot outside the time of its poll' using errcode = 'check_violation';
  end if;
  new.at := null;
  return new;
end
$$;
create trigger poll_participants_in_time before insert or update on poll_participants
  for each row execute function participation_in_time();

drop trigger poll_buckets_while_voting on poll_buckets;
drop function bucket_while_voting();
create function buckets_while_voting() returns trigger language plpgsql as $$
begin
  if exists (
    select from touched t join polls p on p.street_id = t.street_id and p.id = t.poll_id
    where (p.state = 'voting') = (tg_op = 'DELETE')
  ) then
    raise exception 'a bucket takes choices while its poll is under way, and goes when it is over'
      using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;
create trigger poll_buckets_as_made after insert on poll_buckets
  referencing new table as touched for each statement execute function buckets_while_voting();
create trigger poll_buckets_as_filled after update on poll_buckets
  referencing new table as touched for each statement execute function buckets_while_voting();
create trigger poll_buckets_as_emptied after delete on poll_buckets
  referencing old table as touched for each statement execute function buckets_while_voting();
