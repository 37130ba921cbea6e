-- What is in a bundle, in its order, by ids; and plans of bundles, in the order that somebody set.
alter table bundle add column part_ids text not null default '';
create table bundle_plan (
  id         uuid primary key,
  case_id    uuid not null references case_file (id),
  title      text not null check (length(title) between 1 and 200),
  prefix     text not null default '',
  parts      text not null,
  version    integer not null check (version > 0),
  changed_at timestamptz not null,
  changed_by text not null
);
create index bundle_plan_case on bundle_plan (case_id, changed_at);
do $$
begin
  alter table proffer.bundle_plan enable row level security;
  alter table proffer.bundle_plan force row level security;
  execute format('create policy owner on proffer.bundle_plan to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', current_user);
  create policy members on proffer.bundle_plan to proffer_app using ((select proffer.who()) = '*' or case_id in (select proffer.my_cases()));
  create policy residents_add on proffer.bundle_plan as restrictive for insert to proffer_app with check (proffer.writes_case(case_id));
  create policy residents_change on proffer.bundle_plan as restrictive for update to proffer_app using (proffer.writes_case(case_id));
  create policy residents_remove on proffer.bundle_plan as restrictive for delete to proffer_app using (proffer.writes_case(case_id));
end $$;
revoke truncate on bundle_plan from proffer_app;
