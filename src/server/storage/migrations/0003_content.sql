-- A photo is shown to neighbours once it has been checked. What was there before is demo data or was shown already.
alter table photos add column state text not null default 'pass'
  check (state in ('pending', 'pass', 'review', 'refused'));
alter table photos alter column state drop default;
-- Why it waits or is not shown; null while nobody said anything against it.
alter table photos add column doubt text;
-- The look a person took: who, when, and what the author was told.
alter table photos add column decided_by text;
alter table photos add column decided_at bigint;
alter table photos add column reason text;
alter table photos add foreign key (street_id, decided_by) references persons (street_id, id);
alter table photos add check (decided_by is null or decided_by <> uploader_id);
create index photos_to_review on photos (street_id, created_at, id)
  where state in ('review', 'refused') and decided_by is null;

-- Photos on their way to WeChat's check: the row is written with what makes the photo public, and gone once it is
-- settled. due_at moves on before WeChat is asked, so a worker that dies leaves it to the next try.
create table photo_checks (
  street_id text   not null,
  photo_id  text   not null,
  step      text   not null check (step in ('ask', 'answer')),
  tries     int    not null default 0,
  due_at    bigint not null,
  primary key (street_id, photo_id),
  foreign key (street_id, photo_id) references photos (street_id, id)
);
create index photo_checks_due on photo_checks (street_id, due_at);

-- Where the number WeChat gave a check and its pushed answer meet, whichever comes first.
create table photo_traces (
  street_id text not null,
  trace_id  text not null,
  photo_id  text,
  says      text check (says in ('pass', 'review', 'risky')),
  doubt     text,
  primary key (street_id, trace_id),
  foreign key (street_id, photo_id) references photos (street_id, id)
);
