-- WeChat's own account with us, and ours with WeChat.

-- Sealed; WeChat wants it back when its content check or its messages are asked for. Null for personas.
alter table logins add column openid_enc text;
create index logins_by_person on logins (street_id, person_id);

-- The access token of the mini-program's account, one for all processes. Asked anew from change_at on.
create table wechat_tokens (
  street_id text   not null,
  app_id    text   not null,
  token_enc text   not null,
  change_at bigint not null,
  primary key (street_id, app_id)
);
