-- 订阅消息 of a booking: a message is about a concern, a council's motion, or one sitting of a standing service.
alter table outgoing_messages add column offer_id text;
alter table outgoing_messages add column starts_at bigint;
alter table outgoing_messages add foreign key (street_id, offer_id) references service_offers (street_id, id);
alter table outgoing_messages drop constraint outgoing_messages_check2;
alter table outgoing_messages add constraint outgoing_messages_about
  check (num_nonnulls(concern_id, motion_id, offer_id) = 1 and (offer_id is null) = (starts_at is null));

-- Under which number somebody without an account is found once WeChat vouches for it; gone as soon as he is.
alter table pairings add column phone_index text;
alter table pairings add check (phone_index is null or person_id is null);
create index pairings_by_phone on pairings (street_id, phone_index) where phone_index is not null;
alter table hardship_cases add column phone_index text;
alter table hardship_cases add check (phone_index is null or person_id is null);
create index hardship_by_phone on hardship_cases (street_id, phone_index) where phone_index is not null;
