-- What the compliance desk finds: checks of templates, audits of mailings, clocks of requests, findings and their remedies,
-- watches of mechanisms, reports. All of it belongs to a client, none of it to a case.
create table template_check (
  id           uuid primary key,
  client_id    uuid not null references client (id),
  programme_id uuid,
  title        text not null,
  origin       text not null check (origin in ('PASTED', 'UPLOADED', 'SENT', 'SEED')),
  sha256       text not null,
  length       bigint not null,
  verdict      text not null check (verdict in ('VIOLATED', 'UNDETERMINED', 'MET', 'NOT_APPLICABLE')),
  violated     text[] not null,
  undetermined text[] not null,
  law_as_of    date not null,
  rule_version text not null,
  result       jsonb not null,
  checked_at   timestamptz not null,
  checked_by   text not null
);
create index template_check_client on template_check (client_id, checked_at desc);

create table mailing_audit (
  id           uuid primary key,
  client_id    uuid not null references client (id),
  programme_id uuid,
  title        text not null check (length(title) between 1 and 300),
  state        text not null check (state in ('PREPARED', 'RUNNING', 'COMPLETED', 'FAILED')),
  settings     jsonb not null,
  tally        jsonb,
  problem      text not null default '',
  all_findings text,
  created_at   timestamptz not null,
  created_by   text not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  unique (id, client_id)
);
create index mailing_audit_client on mailing_audit (client_id, created_at desc);
create table mailing_audit_list (
  audit_id  uuid not null,
  client_id uuid not null,
  list      text not null check (list in ('SENDS', 'OPT_OUTS', 'SUPPRESSIONS', 'CONSENTS', 'TRANSFERS')),
  file_name text not null,
  sha256    text not null,
  length    bigint not null,
  header    jsonb not null,
  mapping   jsonb not null,
  primary key (audit_id, list),
  foreign key (audit_id, client_id) references mailing_audit (id, client_id)
);
create table mailing_audit_finding (
  audit_id     uuid not null,
  client_id    uuid not null,
  number       integer not null,
  requirement  text not null,
  verdict      text not null,
  address      text not null,
  at           timestamptz,
  line         bigint not null,
  requested_at timestamptz not null,
  request_line bigint not null,
  last_day     date not null,
  reason       text not null,
  missing      jsonb not null,
  kind         text not null,
  by_whom      text not null,
  primary key (audit_id, number),
  foreign key (audit_id, client_id) references mailing_audit (id, client_id)
);
create index mailing_audit_finding_list on mailing_audit_finding (audit_id, requirement, verdict, number);
create index mailing_audit_finding_address on mailing_audit_finding (audit_id, address);
create table mailing_audit_problem (
  audit_id    uuid not null,
  client_id   uuid not null,
  number      integer not null,
  list        text not null,
  line        bigint not null,
  column_name text not null,
  what        text not null,
  next        text not null,
  primary key (audit_id, number),
  foreign key (audit_id, client_id) references mailing_audit (id, client_id)
);
-- How the columns of a client's files were understood last, by their headings.
create table column_mapping (
  client_id uuid not null references client (id),
  list      text not null,
  header    jsonb not null,
  mapping   jsonb not null,
  saved_at  timestamptz not null,
  saved_by  text not null,
  primary key (client_id, list, header)
);

-- Requests to receive no more, each with its clock.
create table opt_out_request (
  id          uuid primary key,
  client_id   uuid not null references client (id),
  address     text not null check (position('@' in address) > 1),
  received_at timestamptz not null,
  last_day    date not null,
  kinds       text not null default '',
  made_to     text not null default '',
  channel     text not null default '',
  honored_at  timestamptz,
  honored_by  text,
  entered_at  timestamptz not null,
  entered_by  text not null,
  unique (client_id, address, received_at, made_to)
);
create index opt_out_request_open on opt_out_request (client_id, last_day) where honored_at is null;
create index opt_out_request_received on opt_out_request (client_id, received_at);

create table desk_finding (
  id           uuid primary key,
  client_id    uuid not null references client (id),
  programme_id uuid,
  requirement  text not null,
  citation     text not null,
  verdict      text not null check (verdict in ('VIOLATED', 'UNDETERMINED')),
  severity     text not null check (severity in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  title        text not null,
  reason       text not null,
  found_in     text not null check (found_in in ('CHECK', 'AUDIT', 'WATCH', 'WALKTHROUGH', 'CLOCK')),
  source_id    uuid not null,
  messages     bigint not null check (messages >= 0),
  happened_on  date not null,
  state        text not null check (state in ('OPEN', 'IN_REMEDY', 'REMEDIED', 'RETESTED', 'ACCEPTED')),
  owner        text not null default '',
  due          date,
  remedy       text not null default '',
  retest_id    uuid,
  accepted_by  text,
  version      integer not null,
  found_at     timestamptz not null,
  changed_at   timestamptz not null,
  unique (id, client_id),
  unique (client_id, found_in, source_id, requirement, verdict)
);
create index desk_finding_client on desk_finding (client_id, state, severity);
create table desk_finding_step (
  finding_id uuid not null,
  client_id  uuid not null,
  version    integer not null,
  at         timestamptz not null,
  by_login   text not null,
  state      text not null,
  words      text not null,
  primary key (finding_id, version),
  foreign key (finding_id, client_id) references desk_finding (id, client_id)
);

create table mechanism_watch (
  id           uuid primary key,
  client_id    uuid not null references client (id),
  mechanism_id uuid not null,
  address      text not null,
  began_at     timestamptz not null,
  until        timestamptz not null,
  every        integer not null check (every between 15 and 1440),
  next_at      timestamptz not null,
  stopped_at   timestamptz,
  started_by   text not null,
  unique (id, client_id)
);
create index mechanism_watch_due on mechanism_watch (next_at) where stopped_at is null;
create table mechanism_probe (
  watch_id  uuid not null,
  client_id uuid not null,
  at        timestamptz not null,
  accepted  boolean not null,
  what      text not null,
  millis    integer not null,
  recorded_by text not null,
  primary key (watch_id, at),
  foreign key (watch_id, client_id) references mechanism_watch (id, client_id)
);

create table desk_report (
  id          uuid primary key,
  client_id   uuid not null references client (id),
  title       text not null,
  file_name   text not null,
  sha256      text not null,
  length      bigint not null,
  pages       integer not null,
  content     jsonb not null,
  attested_by text not null,
  produced_at timestamptz not null,
  produced_by text not null
);

do $$
declare
  t text;
begin
  foreach t in array array['template_check', 'mailing_audit', 'mailing_audit_list', 'mailing_audit_finding', 'mailing_audit_problem', 'column_mapping',
    'opt_out_request', 'desk_finding', 'desk_finding_step', 'mechanism_watch', 'mechanism_probe', 'desk_report'] loop
    call guard_client_table(t);
    execute format('revoke truncate on proffer.%I from proffer_app', t);
  end loop;
end $$;
revoke update, delete on mechanism_probe, desk_finding_step, desk_report from proffer_app;
