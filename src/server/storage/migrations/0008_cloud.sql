-- What WeChat's cloud calls the file of a photo; null where photos lie in a folder, by their hash.
alter table photos add column file_id text;

-- How often somebody called in the minute he last called in: one row for each caller and what is counted.
-- A caller is a keyed hash. `minute` counts from 1970.
create table call_counts (
  street_id text   not null,
  caller    text   not null,
  counted   text   not null check (counted in ('signIns', 'commands', 'photos')),
  minute    bigint not null,
  calls     int    not null,
  primary key (street_id, caller, counted)
);
