-- Bodies of owners, households and residents meet and debate, too: who comes and who speaks is a registered house, or stands
-- in the list of the body.
alter table meeting_signins drop constraint meeting_signins_street_id_unit_id_fkey;
create trigger meeting_signins_known before insert on meeting_signins for each row execute function unit_is_known();
alter table motion_speeches drop constraint motion_speeches_street_id_unit_id_fkey;
create trigger motion_speeches_known before insert on motion_speeches
  for each row when (new.unit_id is not null) execute function unit_is_known();
