-- Who somebody is to his neighbours and to those who call him back, and codes that lead to a house.

-- Set when WeChat vouched for the number; a number typed by hand is reachable, but nobody checked it.
alter table persons add column phone_verified_at bigint check (phone_verified_at is null or phone_enc is not null);

-- A photo is made for one use: a face is a small square, and never becomes evidence in a matter.
alter table photos add column use text not null default 'concern' check (use in ('concern', 'avatar'));
alter table photos add check (use = 'concern' or concern_id is null);

-- The face somebody chose; null shows none.
alter table persons add column avatar_id text;
alter table persons add foreign key (street_id, avatar_id) references photos (street_id, id);

-- The picture of a code, made once for each scene. Base64: no engine disagrees about text.
create table mini_codes (
  street_id  text   not null,
  scene      text   not null check (length(scene) between 1 and 32),
  media_type text   not null check (media_type in ('image/jpeg', 'image/png')),
  image      text   not null,
  made_at    bigint not null,
  primary key (street_id, scene)
);
