-- 三方联动: an open matter reminds of its day by itself: a quarter of its time before it, and when it has come.
alter table joint_matters add column next_at bigint;
update joint_matters set next_at = due_at - (due_at - opened_at) / 4 where state = 'open';
alter table joint_matters add check (next_at is null or state = 'open');
create index joint_matters_next on joint_matters (street_id, next_at) where next_at is not null;
