-- An import is read in parts: runs of messages found beforehand, each stored in one transaction and marked done in it.
-- The parts belong to the item, so that an import that was stopped goes on with those that are open.
create table import_part (
  item_id      uuid not null references evidence_item (id),
  position     integer not null check (position >= 0),
  member       integer not null,
  byte_offset  bigint not null,
  first_number bigint not null check (first_number > 0),
  entries      integer not null check (entries > 0),
  messages     integer not null check (messages between 0 and entries),
  bytes        bigint not null check (bytes >= 0),
  done_at      timestamptz,
  primary key (item_id, position)
);
create index import_part_open on import_part (item_id, position) where done_at is null;

alter table import_run
  add column planned         bigint,
  add column priority        text not null default 'NORMAL' check (priority in ('URGENT', 'NORMAL', 'BACKGROUND')),
  add column trouble         text,
  add column reading_since   timestamptz,
  add column messages_before bigint not null default 0;
drop index import_run_one_at_a_time;
create unique index import_run_one_at_a_time on import_run (item_id)
  where state in ('QUEUED', 'EXPANDING', 'PLANNING', 'READING', 'PAUSED', 'COMPLETED');

-- What tells that two messages are the same for a reviewer: the bytes (sha256), the content without the traces of its way, and
-- the Message-ID as EDRM hashes it. Null where a message has none, and in messages stored before.
alter table message
  add column content_sha256 bytea check (length(content_sha256) = 32),
  add column mih            bytea check (length(mih) = 16);

-- Statements of the portal's own work ask once who speaks, not for each row.
alter policy residents_add on message with check ((select proffer.who()) = '*' or proffer.writes_case(case_id));

do $$
begin
  alter table import_part enable row level security;
  alter table import_part force row level security;
  execute format('create policy owner on proffer.import_part to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', current_user);
  create policy members on import_part to proffer_app using ((select proffer.who()) = '*');
end $$;
