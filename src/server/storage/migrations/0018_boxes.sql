-- 不记名票箱: one row for all choices of a poll had to be written anew with each ballot, which took a vote of thousands
-- of houses minutes and let one ballot wait for the other. A box now has buckets of some thirty houses each, all of
-- them there from the opening on: a bucket has one age and its keys lie in the order of their bytes, as before.
create table poll_buckets (
  street_id text  not null,
  poll_id   text  not null,
  kind      text  not null default 'vote' check (kind in ('vote', 'opinion')),
  bucket    int   not null check (bucket >= 0),
  slots     jsonb not null default '{}',
  primary key (street_id, poll_id, kind, bucket),
  foreign key (street_id, poll_id) references polls (street_id, id)
);
insert into poll_buckets (street_id, poll_id, bucket, slots)
select b.street_id, b.poll_id, 0, b.slots from poll_boxes b
join polls p on p.street_id = b.street_id and p.id = b.poll_id and p.state = 'voting';

drop trigger poll_boxes_while_voting on poll_boxes;
alter table poll_boxes drop column slots;
alter table poll_boxes add column buckets int not null default 1 check (buckets > 0);
-- What the houses vote lies in one box, what residents think of it in another.
alter table poll_boxes add column kind text not null default 'vote' check (kind in ('vote', 'opinion'));
alter table poll_boxes drop constraint poll_boxes_pkey;
alter table poll_boxes add primary key (street_id, poll_id, kind);

-- A box takes nothing once its poll is over, and loses nothing before: then its buckets go, and its key.
create or replace function box_while_voting() returns trigger language plpgsql as $$
begin
  if new.key_enc is not null
    and (select state from polls where street_id = new.street_id and id = new.poll_id) <> 'voting'
  then
    raise exception 'the box of a poll that is over is only emptied' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger poll_boxes_while_voting before insert or update on poll_boxes
  for each row execute function box_while_voting();

create function bucket_while_voting() returns trigger language plpgsql as $$
declare
  bucket record := case tg_op when 'DELETE' then old else new end;
  voting boolean;
begin
  select state = 'voting' into voting from polls where street_id = bucket.street_id and id = bucket.poll_id;
  if voting <> (tg_op <> 'DELETE') then
    raise exception 'a bucket takes choices while its poll is under way, and goes when it is over'
      using errcode = 'insufficient_privilege';
  end if;
  return bucket;
end
$$;
create trigger poll_buckets_while_voting before insert or update or delete on poll_buckets
  for each row execute function bucket_while_voting();
