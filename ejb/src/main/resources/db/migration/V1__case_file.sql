-- Logins of the embedded realm; with Keycloak these two tables stay empty.
create table login_account (
  login         text primary key,
  display_name  text not null,
  password_hash text not null,
  enabled       boolean not null default true
);
create table login_role (
  login text not null references login_account (login) on delete cascade,
  role  text not null,
  primary key (login, role)
);

create table case_file (
  id            uuid primary key,
  title         text not null,
  court         text not null,
  docket_number text,
  judge         text,
  status        text not null,
  demonstration boolean not null default false,
  opened_at     timestamptz not null,
  opened_by     text not null,
  version       integer not null,
  unique (court, docket_number)
);
create table case_member (
  case_id  uuid not null references case_file (id),
  login    text not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (case_id, login)
);
create index case_member_login on case_member (login);

create table party (
  id               uuid primary key,
  case_id          uuid not null references case_file (id),
  name             text not null,
  role             text not null,
  defendant_number integer,
  description      text not null,
  certainty        text not null,
  version          integer not null,
  unique (case_id, defendant_number)
);
create index party_case on party (case_id);
create table reported_fact (
  id        uuid primary key,
  case_id   uuid not null references case_file (id),
  subject   text not null,
  kind      text not null,
  statement text not null,
  certainty text not null,
  source    text not null,
  position  integer not null
);
create index reported_fact_case on reported_fact (case_id, position);

create table evidence_item (
  id          uuid primary key,
  case_id     uuid not null references case_file (id),
  number      integer not null,
  title       text not null,
  file_name   text not null,
  content     text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  length      bigint not null check (length >= 0),
  received_at timestamptz not null,
  received_by text not null,
  version     integer not null,
  unique (case_id, number),
  unique (case_id, sha256)
);
-- What was expanded out of an archive: the leaf members, one after the other, in one vault object.
create table derivative (
  id         uuid primary key,
  item_id    uuid not null unique references evidence_item (id),
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  length     bigint not null,
  tool       text not null,
  parameters text not null,
  made_at    timestamptz not null
);
create table derivative_member (
  derivative_id uuid not null references derivative (id),
  position      integer not null,
  path          text not null,
  byte_offset   bigint not null,
  length        bigint not null,
  primary key (derivative_id, position)
);

create table custody_event (
  id       uuid primary key,
  item_id  uuid not null references evidence_item (id),
  sequence integer not null,
  kind     text not null,
  at       timestamptz not null,
  by_login text not null,
  detail   text not null,
  sha256   text not null,
  unique (item_id, sequence)
);

create table audit_entry (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor       text not null,
  action      text not null,
  case_id     uuid,
  object_type text not null,
  object_id   text not null,
  outcome     text not null,
  detail      text not null
);
create index audit_entry_case on audit_entry (case_id, at);

create table import_run (
  id               uuid primary key,
  case_id          uuid not null references case_file (id),
  item_id          uuid not null references evidence_item (id),
  state            text not null,
  started_at       timestamptz not null,
  started_by       text not null,
  finished_at      timestamptz,
  total_bytes      bigint not null,
  done_bytes       bigint not null,
  next_member      integer not null,
  next_offset      bigint not null,
  parsed           bigint not null,
  with_defects     bigint not null,
  quarantined      bigint not null,
  problems         bigint not null,
  failure          text,
  job_execution    bigint,
  version          integer not null
);
create unique index import_run_one_at_a_time on import_run (item_id) where state in ('QUEUED', 'EXPANDING', 'READING', 'COMPLETED');
create index import_run_case on import_run (case_id);
create table import_problem (
  id        uuid primary key,
  import_id uuid not null references import_run (id),
  path      text not null,
  kind      text not null,
  detail    text not null
);
create index import_problem_import on import_problem (import_id);

create table message (
  id            uuid primary key,
  case_id       uuid not null references case_file (id),
  item_id       uuid not null references evidence_item (id),
  number        bigint not null,
  member        integer not null,
  path          text not null,
  object_sha256 text not null,
  object_offset bigint not null,
  byte_offset   bigint not null,
  length        bigint not null,
  sha256        text not null,
  outcome       text not null,
  quarantine    text,
  sent_at       timestamptz,
  from_name     text not null,
  from_address  text not null,
  subject       text not null,
  message_id    text not null,
  purpose       text not null,
  law_as_of     date not null,
  rule_version  text not null,
  verdict       text not null,
  violated      text[] not null,
  undetermined  text[] not null,
  met           text[] not null,
  defects       text[] not null,
  assessment    jsonb not null,
  search        tsvector not null,
  unique (item_id, member, byte_offset)
);
create index message_case_sent on message (case_id, sent_at, id);
create index message_item_number on message (item_id, number);
create index message_case_verdict on message (case_id, verdict);
create index message_violated on message using gin (violated);
create index message_undetermined on message using gin (undetermined);
create index message_search on message using gin (search);

create table document (
  id          uuid primary key,
  case_id     uuid not null references case_file (id),
  kind        text not null,
  title       text not null,
  file_name   text not null,
  produced_at timestamptz not null,
  produced_by text not null,
  sha256      text not null,
  length      bigint not null,
  pages       integer not null
);
create index document_case on document (case_id, produced_at);
