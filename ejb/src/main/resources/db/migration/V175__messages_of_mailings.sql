-- What was recorded of a checked message, as a facts file; mailings that were given as messages; reports that the office signed;
-- lists of requests that were given as a file.
alter table template_check add column facts jsonb not null default '{}';

-- The messages of a mailing as they were given, and what was known of the programme on each day they were sent.
create table mailing_audit_messages (
  audit_id     uuid primary key,
  client_id    uuid not null,
  file_name    text not null,
  sha256       text not null,
  length       bigint not null,
  messages     integer not null check (messages > 0),
  days         date[] not null,
  known        jsonb,
  facts_sha256 text,
  foreign key (audit_id, client_id) references mailing_audit (id, client_id)
);
create table mailing_message (
  audit_id     uuid not null,
  client_id    uuid not null,
  number       integer not null,
  address      text not null,
  sent_at      timestamptz,
  message_id   text not null,
  subject      text not null,
  content_hash text not null,
  violated     text[] not null,
  undetermined text[] not null,
  reasons      jsonb not null,
  primary key (audit_id, number),
  foreign key (audit_id, client_id) references mailing_audit (id, client_id)
);
create index mailing_message_violated on mailing_message using gin (violated);

create table desk_report_signature (
  report_id uuid not null references desk_report (id),
  client_id uuid not null references client (id),
  sha256    text not null,
  length    bigint not null,
  signed_at timestamptz not null,
  signed_by text not null,
  primary key (report_id)
);

create table opt_out_list (
  id         uuid primary key,
  client_id  uuid not null references client (id),
  file_name  text not null,
  rows       bigint not null,
  entered    bigint not null,
  known      bigint not null,
  not_read   bigint not null,
  mapping    jsonb not null,
  problems   jsonb not null,
  entered_at timestamptz not null,
  entered_by text not null
);
create index opt_out_list_client on opt_out_list (client_id, entered_at desc);

do $$
declare
  t text;
begin
  foreach t in array array['mailing_audit_messages', 'mailing_message', 'desk_report_signature', 'opt_out_list'] loop
    call guard_client_table(t);
    execute format('revoke truncate on proffer.%I from proffer_app', t);
  end loop;
end $$;
revoke update, delete on desk_report_signature, opt_out_list from proffer_app;

create or replace function bytes_in_use(hash text) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$
  select exists (select from proffer.evidence_item e where e.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.derivative d join proffer.evidence_item e on e.id = d.item_id where d.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.item_photo p join proffer.evidence_item e on e.id = p.item_id where p.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.document d where d.sha256 = hash)
      or exists (select from proffer.document_version d where d.sha256 = hash)
      or exists (select from proffer.bundle b where b.sha256 = hash)
      or exists (select from proffer.template_check t where t.sha256 = hash)
      or exists (select from proffer.mailing_audit_list l where l.sha256 = hash)
      or exists (select from proffer.mailing_audit a where a.all_findings = hash)
      or exists (select from proffer.mailing_audit_messages m where hash in (m.sha256, m.facts_sha256))
      or exists (select from proffer.desk_report r where r.sha256 = hash)
      or exists (select from proffer.desk_report_signature s where s.sha256 = hash)
      or exists (select from proffer.record_version v where v.content ->> 'sha256' = hash)
$$;
