-- Many documents at once, one for each subject: all of them, or the exact list of what failed.
create table document_batch (
  id         uuid primary key,
  case_id    uuid not null references case_file (id),
  kind       text not null,
  started_at timestamptz not null,
  started_by text not null
);
create table document_batch_item (
  batch_id    uuid not null references document_batch (id),
  case_id     uuid not null references case_file (id),
  subject     uuid not null,
  position    integer not null,
  document_id uuid references document (id),
  problem     text not null default '',
  primary key (batch_id, subject)
);

-- Numbers stamped on pages: without gaps, none given twice.
create table bates_series (
  case_id uuid not null references case_file (id),
  prefix  text not null check (prefix ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  digits  integer not null check (digits between 4 and 9),
  next    bigint not null check (next > 0),
  primary key (case_id, prefix)
);
create table bundle (
  id         uuid primary key,
  case_id    uuid not null references case_file (id),
  title      text not null,
  prefix     text not null,
  first      bigint not null,
  last       bigint not null check (last >= first),
  parts      text not null,
  conforms   boolean not null,
  file_name  text not null,
  sha256     text not null,
  length     bigint not null,
  pages      integer not null,
  made_at    timestamptz not null,
  made_by    text not null,
  unique (case_id, prefix, first),
  foreign key (case_id, prefix) references bates_series (case_id, prefix)
);
do $$
declare
  t text;
begin
  foreach t in array array['document_batch', 'document_batch_item', 'bates_series', 'bundle'] loop
    execute format('alter table proffer.%I enable row level security', t);
    execute format('alter table proffer.%I force row level security', t);
    execute format('create policy owner on proffer.%I to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', t, current_user);
    execute format('create policy members on proffer.%I to proffer_app using (((select proffer.who()) = ''*'' or case_id in (select proffer.my_cases()))%s)', t,
      case when t = 'bundle' then ' and id not in (select proffer.hidden_content())' else '' end);
    execute format('create policy residents_add on proffer.%I as restrictive for insert to proffer_app with check (proffer.writes_case(case_id))', t);
    execute format('create policy residents_change on proffer.%I as restrictive for update to proffer_app using (proffer.writes_case(case_id))', t);
    execute format('create policy residents_remove on proffer.%I as restrictive for delete to proffer_app using (proffer.writes_case(case_id))', t);
  end loop;
end $$;
create function series_only_grows() returns trigger language plpgsql as
$$
begin
  if tg_op = 'DELETE' or new.next < old.next or new.prefix <> old.prefix or new.digits <> old.digits then
    raise exception 'numbers that were given are not given again' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger series_only_grows before update or delete on bates_series for each row execute function series_only_grows();
revoke update, delete, truncate on bundle from proffer_app;
