-- Clients of the compliance desk: organisations whose mail is audited. Apart from cases: no row here refers to one of a
-- case, no row of a case to one here; what somebody sees follows from client_member alone.
create table client (
  id        uuid primary key,
  name      text not null check (length(name) between 1 and 300),
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz,
  version   integer not null default 1
);
create table client_member (
  client_id uuid not null references client (id),
  login     text not null,
  role      text not null check (role in ('READER', 'OFFICER', 'LEAD')),
  added_at  timestamptz not null,
  added_by  text not null,
  primary key (client_id, login)
);
create index client_member_login on client_member (login);

-- Senders, addresses, domains, providers, affiliates, mechanisms, consents, programmes: a content class a kind, as the
-- records of cases are, in tables of their own.
create table client_record (
  id         uuid primary key,
  client_id  uuid not null references client (id),
  kind       text not null,
  title      text not null,
  sort_order bigint not null,
  content    jsonb not null,
  version    integer not null,
  removed    boolean not null,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (id, client_id)
);
create index client_record_list on client_record (client_id, kind, sort_order, title) where not removed;
create table client_record_version (
  record_id uuid not null,
  version   integer not null,
  client_id uuid not null,
  content   jsonb not null,
  removed   boolean not null,
  note      text not null,
  at        timestamptz not null,
  by_login  text not null,
  primary key (record_id, version),
  foreign key (record_id, client_id) references client_record (id, client_id)
);

create function my_clients() returns setof uuid language sql stable security definer rows 20
  set search_path = proffer, pg_temp as
$$ select m.client_id from proffer.client_member m where m.login = proffer.who() $$;
create function writes_client(the_client uuid) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$ select proffer.who() = '*'
     or exists (select from proffer.client_member m where m.client_id = the_client and m.login = proffer.who() and m.role <> 'READER') $$;
create function governs_client(the_client uuid) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$ select proffer.who() = '*'
     or exists (select from proffer.client_member m where m.client_id = the_client and m.login = proffer.who() and m.role = 'LEAD')
     or not exists (select from proffer.client_member m where m.client_id = the_client)
        and exists (select from proffer.client c where c.id = the_client and c.opened_by = proffer.who()) $$;
create function client_situation(the_client uuid) returns table (role text, closed boolean) language sql stable security definer
  set search_path = proffer, pg_temp as
$$ select m.role, c.closed_at is not null
   from proffer.client c join proffer.client_member m on m.client_id = c.id and m.login = proffer.who()
   where c.id = the_client $$;

-- Row security of a table with a client_id: members read, members but readers write.
create procedure guard_client_table(t text) language plpgsql as
$$
begin
  execute format('alter table proffer.%I enable row level security', t);
  execute format('alter table proffer.%I force row level security', t);
  execute format('create policy owner on proffer.%I to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', t, current_user);
  execute format('create policy members on proffer.%I to proffer_app using ((select proffer.who()) = ''*'' or client_id in (select proffer.my_clients()))', t);
  execute format('create policy workers_add on proffer.%I as restrictive for insert to proffer_app with check (proffer.writes_client(client_id))', t);
  execute format('create policy workers_change on proffer.%I as restrictive for update to proffer_app using (proffer.writes_client(client_id))', t);
  execute format('create policy workers_remove on proffer.%I as restrictive for delete to proffer_app using (proffer.writes_client(client_id))', t);
end $$;
revoke all on procedure guard_client_table(text) from public;

call guard_client_table('client_record');
call guard_client_table('client_record_version');
do $$
declare
  t text;
begin
  foreach t in array array['client', 'client_member'] loop
    execute format('alter table proffer.%I enable row level security', t);
    execute format('alter table proffer.%I force row level security', t);
    execute format('create policy owner on proffer.%I to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', t, current_user);
  end loop;
  create policy seen on client for select to proffer_app
    using ((select proffer.who()) = '*' or id in (select proffer.my_clients()) or opened_by = (select proffer.who()) and not exists (select from proffer.client_member m where m.client_id = id));
  create policy opened on client for insert to proffer_app with check (opened_by = proffer.who());
  create policy changed on client for update to proffer_app using (proffer.governs_client(id));
  create policy seen on client_member for select to proffer_app
    using ((select proffer.who()) = '*' or client_id in (select proffer.my_clients()));
  create policy added on client_member for insert to proffer_app with check (proffer.governs_client(client_id));
  create policy changed on client_member for update to proffer_app using (proffer.governs_client(client_id));
  create policy removed on client_member for delete to proffer_app using (proffer.governs_client(client_id));
end $$;
revoke truncate on client, client_member, client_record, client_record_version from proffer_app;
revoke update, delete on client_record_version from proffer_app;
