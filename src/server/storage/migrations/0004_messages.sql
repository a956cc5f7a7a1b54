-- WeChat's subscribe messages: what a person has granted, and what waits to be sent to him. The inbox is the truth;
-- a message only calls him to it.

-- Written with the inbox row it speaks of. due_at moves when a try has failed or people sleep.
create table outgoing_messages (
  street_id    text    not null,
  id           text    not null,
  person_id    text    not null,
  inbox_id     text    not null,
  concern_id   text    not null,
  kind         text    not null,
  template     text    not null,
  weight       int     not null,
  urgent       boolean not null,
  at           bigint  not null,
  due_at       bigint  not null,
  until        bigint  not null,
  -- A worker sends it until then; if it is still not settled, that worker has died.
  leased_until bigint,
  tries        int     not null default 0,
  -- How often its worker died between sending and writing so down: it may have arrived once too often, never twice.
  repeats      int     not null default 0 check (repeats <= 1),
  settled_at   bigint,
  outcome      text check (outcome in ('sent', 'failed', 'read', 'outdated', 'expired', 'superseded', 'no_grant',
                                       'refused', 'invalid', 'given_up')),
  errcode      int,
  -- WeChat's number of a message sent, rounded as JSON reads it.
  wechat_id    text,
  primary key (street_id, id),
  unique (street_id, inbox_id),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, inbox_id) references inbox_messages (street_id, id),
  foreign key (street_id, concern_id) references concerns (street_id, id),
  check ((settled_at is null) = (outcome is null)),
  check (settled_at is null or leased_until is null)
);
create index outgoing_due on outgoing_messages (street_id, urgent desc, due_at) where settled_at is null;
create index outgoing_waiting on outgoing_messages (street_id, person_id) where settled_at is null;
create index outgoing_by_wechat on outgoing_messages (street_id, person_id, wechat_id) where wechat_id is not null;

-- One row, one message: it is spent on at most one, and a message takes at most one.
create table message_grants (
  street_id  text   not null,
  id         text   not null,
  person_id  text   not null,
  template   text   not null,
  granted_at bigint not null,
  spent_on   text,
  -- Worth nothing any more: WeChat says there is none left, or the person has turned this template off.
  ended_at   bigint,
  primary key (street_id, id),
  unique (street_id, spent_on),
  foreign key (street_id, person_id) references persons (street_id, id),
  foreign key (street_id, spent_on) references outgoing_messages (street_id, id)
);
create index message_grants_open on message_grants (street_id, person_id, template)
  where spent_on is null and ended_at is null;
