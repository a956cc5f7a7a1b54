-- 证明不开: whoever answers for certificates may say no, with a reason the volunteer reads; he may ask again.
alter table volunteer_certificates
  add column declined_by text check (declined_by <> person_id),
  add column declined_at bigint;
alter table volunteer_certificates drop constraint volunteer_certificates_state_check;
alter table volunteer_certificates drop constraint volunteer_certificates_check2;
alter table volunteer_certificates drop constraint volunteer_certificates_check3;
alter table volunteer_certificates
  add constraint volunteer_certificates_states check (state in ('asked', 'issued', 'declined', 'revoked')),
  -- Only what was issued has a number, its hours and a hand that signed.
  add constraint volunteer_certificates_issued check (
    (state in ('issued', 'revoked')) = all (array[no is not null, code is not null, minutes is not null,
      times is not null, issued_by is not null, issued_at is not null])),
  add constraint volunteer_certificates_revoked check (
    (state = 'revoked') = all (array[revoked_at is not null, revoked_by is not null])),
  add constraint volunteer_certificates_declined check (
    (state = 'declined') = all (array[declined_at is not null, declined_by is not null])),
  add constraint volunteer_certificates_reasoned check ((state in ('declined', 'revoked')) = (reason is not null));
