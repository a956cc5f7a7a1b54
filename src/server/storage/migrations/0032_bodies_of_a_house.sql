-- 一栋自己的会: the households or the residents of one house decide what is theirs alone. Owners of one self-built house are no
-- owners' assembly (民法典 278 is about shared buildings), so there is none of them.
alter table councils add column building_id text;
alter table councils add foreign key (street_id, building_id) references buildings (street_id, id);
alter table councils add constraint councils_of_a_house
  check (building_id is null or unit_kind in ('household', 'person'));

-- One of a kind in a place, and one of a kind in a house.
drop index councils_active;
create unique index councils_active on councils (street_id, grid_path, unit_kind)
  where state = 'active' and building_id is null;
create unique index councils_active_in_house on councils (street_id, building_id, unit_kind)
  where state = 'active' and building_id is not null;
