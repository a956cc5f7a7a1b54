-- 订阅消息 of a booking: a message is about a concern, a council's motion, or one sitting of a standing service.
alter table outgoing_messages add column offer_id text;
alter table outgoing_messages add column starts_at bigint;
alter table outgoing_messages add foreign key (street_id, offer_id) references service_offers (street_id, id);
alter table outgoing_messages drop constraint outgoing_messages_check2;
alter table outgoing_messages add constraint outgoing_messages_about
  check (num_nonnulls(concern_id, motion_id, offer_id) = 1 and (offer_id is null) = (starts_at is null));
