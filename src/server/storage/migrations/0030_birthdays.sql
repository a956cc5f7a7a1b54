-- When the clock looks next whether a child has turned fourteen; none once his guardian was told. It is the first of a
-- month for every child: an instant of his own would tell the month he was born in, which is sealed.
alter table children add column next_at bigint default 0;
create index children_to_look_at on children (street_id, next_at) where ended_at is null and next_at is not null;
