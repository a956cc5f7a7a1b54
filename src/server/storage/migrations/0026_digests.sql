-- Reminders of the clock that say the same of many matters are one line a person and a day, however many workers remind.
alter table inbox_messages add column digest text;
create unique index inbox_digests on inbox_messages (street_id, person_id, digest) where digest is not null;

-- However many timers are due at one instant, the first is found without sorting them all.
drop index timers_due;
create index timers_due on timers (street_id, due_at, concern_id) where fired_at is null;
