-- Templates of documents, in versions; what was published once is never changed. They are the office's, of no case.
create table document_template (
  id           uuid primary key,
  kind         text not null,
  version      integer not null check (version > 0),
  body         text not null,
  origin       text not null check (origin in ('SHIPPED', 'OFFICE')),
  note         text not null default '',
  saved_at     timestamptz not null,
  saved_by     text not null,
  published_at timestamptz,
  published_by text,
  unique (kind, version),
  check ((published_at is null) = (published_by is null))
);
create function published_template_stays() returns trigger language plpgsql as
$$
begin
  if tg_op = 'DELETE' or old.published_at is not null then
    raise exception 'a published template is never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger published_template_stays before update or delete on document_template for each row execute function published_template_stays();

-- A document is drafted, reviewed, approved, filed; its row has the newest version. What the portal made before is final.
alter table document
  add column subject     uuid,
  add column version     integer not null default 1,
  add column status      text not null default 'FINAL' check (status in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'FILED', 'FINAL')),
  add column status_at   timestamptz,
  add column status_by   text,
  add column status_note text not null default '',
  add column filed_on    date,
  add column docket_entry text not null default '';

-- Every version as it was made: what the drafter wrote, the body with the source of each value, the pages.
create table document_version (
  id           uuid primary key,
  document_id  uuid not null references document (id),
  case_id      uuid not null references case_file (id),
  version      integer not null check (version > 0),
  made_at      timestamptz not null,
  made_by      text not null,
  template_id  uuid not null references document_template (id),
  form         text not null,
  html         text not null,
  data         text not null,
  sha256       text not null,
  length       bigint not null,
  pages        integer not null,
  conformity   text not null default 'PENDING' check (conformity in ('PENDING', 'PASSED', 'FAILED')),
  broken       text not null default '',
  signed_by    text not null default '',
  unique (document_id, version)
);
do $$
begin
  alter table proffer.document_version enable row level security;
  alter table proffer.document_version force row level security;
  execute format('create policy owner on proffer.document_version to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', current_user);
  create policy members on proffer.document_version to proffer_app
    using (((select proffer.who()) = '*' or case_id in (select proffer.my_cases())) and document_id not in (select proffer.hidden_content()));
  create policy residents_add on proffer.document_version as restrictive for insert to proffer_app with check (proffer.writes_case(case_id));
  create policy residents_change on proffer.document_version as restrictive for update to proffer_app using (proffer.writes_case(case_id));
  create policy residents_remove on proffer.document_version as restrictive for delete to proffer_app using (proffer.writes_case(case_id));
end $$;
revoke delete, truncate on document_version from proffer_app;
