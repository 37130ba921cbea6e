-- What came of a seed mailbox: how far it was read, what arrived, what hindered it. The record of the mailbox is the client's.
create table seed_mailbox_state (
  record_id   uuid primary key references client_record (id),
  client_id   uuid not null references client (id),
  validity    bigint not null default 0,
  last_uid    bigint not null default 0,
  arrived     bigint not null default 0,
  arrived_at  timestamptz,
  read_at     timestamptz,
  problem     text not null default ''
);
call guard_client_table('seed_mailbox_state');
revoke truncate on seed_mailbox_state from proffer_app;
-- A copy that arrives twice is checked once.
create unique index template_check_seed on template_check (client_id, programme_id, sha256) where origin = 'SEED';
