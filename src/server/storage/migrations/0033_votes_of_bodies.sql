-- Bodies of owners, households and residents strike a unit before a vote and entrust a vote, too: what is struck or entrusted
-- is a registered house, or stands in the list of a body.
alter table roll_strikes drop constraint roll_strikes_street_id_unit_id_fkey;
create trigger roll_strikes_known before insert on roll_strikes for each row execute function unit_is_known();
alter table proxies drop constraint proxies_street_id_unit_id_fkey;
create trigger proxies_known before insert on proxies for each row execute function unit_is_known();
