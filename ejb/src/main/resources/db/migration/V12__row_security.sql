-- The second line behind the policy of the services. The portal works as proffer_app, which owns nothing and bypasses
-- nothing; each transaction says for whom it runs, and a transaction that does not say sees no row. The owner of the tables
-- is bound as well: only a session that says it migrates (proffer.migrating), and the functions below when the portal calls
-- them, get past.
do $$
begin
  if not exists (select from pg_roles where rolname = 'proffer_app' and not rolsuper and not rolbypassrls) then
    raise exception 'The database has no role proffer_app without superuser and bypassrls.'
      using hint = 'create role proffer_app login nosuperuser nobypassrls password ''...''';
  end if;
end $$;
grant usage on schema proffer to proffer_app;
grant select, insert, update, delete on all tables in schema proffer to proffer_app;
alter default privileges in schema proffer grant select, insert, update, delete on tables to proffer_app;
grant usage on all sequences in schema proffer to proffer_app;
alter default privileges in schema proffer grant usage on sequences to proffer_app;

-- The key under which the portal vouches for an identity; the portal reads it as the owner when it starts.
create table identity_key (key bytea not null);
insert into identity_key select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
revoke all on identity_key from proffer_app;
revoke all on flyway_schema_history from proffer_app;

create function mac(message text) returns bytea language sql stable strict
  set search_path = proffer, pg_temp as
$$ select sha256(key || sha256(key || convert_to(message, 'UTF8'))) from proffer.identity_key $$;
revoke all on function mac(text) from public;

-- Who asks and in which transaction, sealed so that a statement slipped into that transaction cannot become another person.
create function identity_of(login text) returns text language sql stable strict
  set search_path = proffer, pg_temp as
$$ select login || '|' || encode(proffer.mac(login || '|' || pg_backend_pid() || '|' || extract(epoch from transaction_timestamp())), 'hex') $$;
revoke all on function identity_of(text) from public;

-- Takes the word of the portal: the proof is the mac of the login and the time, at most a minute old.
create function bind_identity(login text, said_at bigint, proof bytea) returns void language plpgsql security definer
  set search_path = proffer, pg_temp as
$$
begin
  if proof is distinct from proffer.mac('bind|' || login || '|' || said_at)
     or abs(extract(epoch from clock_timestamp()) * 1000 - said_at) > 60000 then
    raise exception 'this is no proof of an identity' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('proffer.identity', proffer.identity_of(login), true);
end $$;

-- The login that was bound; null when none was. The portal's own work is '*', which no login can be.
create function who() returns text language plpgsql stable security definer parallel restricted
  set search_path = proffer, pg_temp as
$$
declare
  stated text := current_setting('proffer.identity', true);
  login text;
begin
  if stated is null or stated = '' then
    return null;
  end if;
  login := left(stated, -65);
  return case when stated = proffer.identity_of(login) then login end;
end $$;

-- Members and guests: a break-glass stay is a membership that ends by itself.
alter table case_member add column until timestamptz;

-- A wall between a person and a case stands above every membership.
create table case_wall (
  case_id   uuid not null references case_file (id),
  login     text not null,
  reason    text not null,
  raised_at timestamptz not null,
  raised_by text not null,
  primary key (case_id, login)
);
create function wall_ends_membership() returns trigger language plpgsql security definer
  set search_path = proffer, pg_temp as
$$
begin
  delete from proffer.case_member m where m.case_id = new.case_id and m.login = new.login;
  return new;
end $$;
create trigger wall_ends_membership after insert on case_wall for each row execute function wall_ends_membership();
create function wall_bars_membership() returns trigger language plpgsql security definer
  set search_path = proffer, pg_temp as
$$
begin
  perform from proffer.case_file c where c.id = new.case_id for share;
  if exists (select from proffer.case_wall w where w.case_id = new.case_id and w.login = new.login) then
    raise exception 'a wall stands between the login and the case' using errcode = 'check_violation', constraint = 'case_wall';
  end if;
  return new;
end $$;
create trigger wall_bars_membership before insert or update on case_member for each row execute function wall_bars_membership();

-- Uses of break-glass, for the supervisor to review.
create table break_glass (
  id          uuid primary key,
  case_id     uuid not null references case_file (id),
  login       text not null,
  reason      text not null check (length(reason) >= 20),
  began_at    timestamptz not null,
  until       timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by text check (reviewed_by <> login),
  review      text
);
create index break_glass_unreviewed on break_glass (began_at) where reviewed_at is null;

-- Marks on content: grand-jury matter, privileged, under a protective order. What is made from marked content inherits.
create table content_mark (
  id             uuid primary key,
  case_id        uuid not null references case_file (id),
  target_id      uuid not null,
  target_kind    text not null,
  mark           text not null check (mark in ('GRAND_JURY', 'PRIVILEGED', 'PROTECTIVE_ORDER')),
  authority      text not null,
  inherited_from uuid,
  set_at         timestamptz not null,
  set_by         text not null,
  lifted_at      timestamptz,
  lifted_by      text,
  lifted_under   text,
  check ((lifted_at is null) = (lifted_under is null))
);
create unique index content_mark_once on content_mark (target_id, mark) where lifted_at is null;
create index content_mark_case on content_mark (case_id) where lifted_at is null;

-- The persons to whom matter under a mark may be disclosed, with the date on which each was advised of the duty of secrecy.
create table disclosure (
  case_id      uuid not null references case_file (id),
  mark         text not null check (mark in ('GRAND_JURY', 'PROTECTIVE_ORDER')),
  login        text not null,
  advised_on   date not null,
  listed_at    timestamptz not null,
  listed_by    text not null,
  primary key (case_id, mark, login)
);

-- What of the marked content the person does not see. A filter team sees what is privileged; everyone else what is not.
create function hidden_content() returns setof uuid language sql stable security definer
  set search_path = proffer, pg_temp as
$$
  select k.target_id
  from proffer.case_member m
  join proffer.content_mark k on k.case_id = m.case_id and k.lifted_at is null
  where m.login = proffer.who()
    and case k.mark
          when 'PRIVILEGED' then m.role <> 'FILTER_TEAM'
          else m.until is not null or not exists (select from proffer.disclosure d where d.case_id = k.case_id and d.mark = k.mark and d.login = m.login)
        end
$$;
-- What of a case a filter team sees: the items given to it, and what came out of them.
create function filtered_content() returns setof uuid language sql stable security definer
  set search_path = proffer, pg_temp as
$$
  select k.target_id
  from proffer.case_member m
  join proffer.content_mark k on k.case_id = m.case_id and k.mark = 'PRIVILEGED' and k.lifted_at is null
  where m.login = proffer.who() and m.role = 'FILTER_TEAM'
$$;

create function may_join(the_case uuid) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$ select proffer.who() = '*'
     or exists (select from proffer.case_member m where m.case_id = the_case and m.login = proffer.who() and m.until is null)
     or not exists (select from proffer.case_member m where m.case_id = the_case)
        and exists (select from proffer.case_file c where c.id = the_case and c.opened_by = proffer.who()) $$;
create function sees_case(the_case uuid) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$ select exists (select from proffer.case_member m where m.case_id = the_case and m.login = proffer.who() and (m.until is null or m.until > now())) $$;

-- The cases somebody works on or visits, apart from those where the person is of a filter team.
create function my_cases() returns setof uuid language sql stable security definer rows 50
  set search_path = proffer, pg_temp as
$$ select m.case_id from proffer.case_member m
   where m.login = proffer.who() and (m.until is null or m.until > now()) and m.role <> 'FILTER_TEAM' $$;

-- Whoever is a guest reads; only the portal and members write.
create function writes_case(the_case uuid) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$ select proffer.who() = '*'
     or exists (select from proffer.case_member m where m.case_id = the_case and m.login = proffer.who() and m.until is null) $$;

-- What rests on marked content is marked: a source by what it cites, a fact by its sources, whatever refers to it in turn.
create function spread_marks(the_case uuid) returns void language plpgsql security definer
  set search_path = proffer, pg_temp as
$$
begin
  if not exists (select from proffer.content_mark k where k.case_id = the_case) then
    return;
  end if;
  update proffer.content_mark k set lifted_at = o.lifted_at, lifted_by = o.lifted_by, lifted_under = o.lifted_under
    from proffer.content_mark o where k.case_id = the_case and k.lifted_at is null and o.id = k.inherited_from and o.lifted_at is not null;
  insert into proffer.content_mark (id, case_id, target_id, target_kind, mark, authority, inherited_from, set_at, set_by)
  with recursive cited (record_id, target_id) as (
    select r.id, (r.content ->> f.field)::uuid
    from proffer.case_record r, (values ('item'), ('message')) f (field)
    where r.case_id = the_case and r.kind = 'source' and r.content ->> f.field is not null
  ), marked (target_id, mark, origin) as (
    select k.target_id, k.mark, k.id from proffer.content_mark k where k.case_id = the_case and k.lifted_at is null and k.inherited_from is null
    union
    select next.id, m.mark, m.origin
    from marked m
    cross join lateral (
      select c.record_id from cited c where c.target_id = m.target_id
      union all
      select c.record_id from cited c join proffer.message x on x.id = c.target_id where x.item_id = m.target_id
      union all
      select r.from_id from proffer.record_reference r where r.to_id = m.target_id
      union all
      select r.to_id from proffer.record_reference r where r.from_id = m.target_id and r.field = 'fact'
    ) next (id)
  )
  select distinct on (m.target_id, m.mark) gen_random_uuid(), the_case, m.target_id, r.kind, m.mark, o.authority, o.id, now(), o.set_by
  from marked m
  join proffer.case_record r on r.id = m.target_id
  join proffer.content_mark o on o.id = m.origin
  on conflict do nothing;
end $$;

-- The policies.
do $$
declare
  t text;
  -- The portal itself, or somebody who works on the case.
  mine text := '((select proffer.who()) = ''*'' or case_id in (select proffer.my_cases()))';
begin
  foreach t in array array['case_file', 'case_member', 'case_wall', 'break_glass', 'content_mark', 'disclosure', 'case_record', 'record_version',
    'record_reference', 'evidence_item', 'derivative', 'derivative_member', 'custody_event', 'import_run', 'import_problem', 'message',
    'recheck_run', 'superseded_assessment', 'finding_decision', 'document', 'calendar_feed', 'repeated_request'] loop
    execute format('alter table proffer.%I enable row level security', t);
    execute format('alter table proffer.%I force row level security', t);
    execute format('create policy owner on proffer.%I to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', t, current_user);
  end loop;

  create policy own on case_member for select to proffer_app
    using (login = (select proffer.who()) and (until is null or until > now()));
  create policy fellows on case_member for select to proffer_app
    using ((select proffer.who()) = '*' or proffer.sees_case(case_id));
  create policy joining on case_member for insert to proffer_app with check (proffer.may_join(case_id));
  create policy changing on case_member for update to proffer_app using (proffer.may_join(case_id)) with check (proffer.may_join(case_id));
  create policy leaving on case_member for delete to proffer_app using (proffer.may_join(case_id));

  execute 'create policy seen on proffer.case_file for select to proffer_app using ((select proffer.who()) = ''*'' or id in (select proffer.my_cases()) or proffer.sees_case(id))';
  execute 'create policy written on proffer.case_file for update to proffer_app using ' || '(proffer.writes_case(id))';
  create policy opened on case_file for insert to proffer_app with check (opened_by is not null and (select proffer.who()) is not null);

  foreach t in array array['case_wall', 'content_mark', 'disclosure'] loop
    execute format('create policy members on proffer.%I to proffer_app using ', t) || '((select proffer.who()) = ''*'' or proffer.sees_case(case_id))';
  end loop;
  execute 'create policy members on proffer.recheck_run to proffer_app using ' || mine;
  execute 'create policy members on proffer.record_version to proffer_app using (' || mine
    || ' and record_id not in (select proffer.hidden_content()))';
  execute 'create policy members on proffer.record_reference to proffer_app using (' || mine
    || ' and from_id not in (select proffer.hidden_content()))';
  execute 'create policy members on proffer.case_record to proffer_app using ((' || mine
    || ' or kind = ''case'' and proffer.sees_case(case_id)) and id not in (select proffer.hidden_content()))';
  execute 'create policy members on proffer.document to proffer_app using (' || mine
    || ' and id not in (select proffer.hidden_content()))';
  execute 'create policy members on proffer.evidence_item to proffer_app using ((' || mine
    || ' or id in (select proffer.filtered_content())) and id not in (select proffer.hidden_content()))';
  execute 'create policy members on proffer.message to proffer_app using ((' || mine
    || ' or item_id in (select proffer.filtered_content())) and item_id not in (select proffer.hidden_content()))';

  create policy members on derivative to proffer_app using (exists (select from proffer.evidence_item i where i.id = derivative.item_id));
  create policy members on derivative_member to proffer_app using (exists (select from proffer.derivative d where d.id = derivative_member.derivative_id));
  create policy members on custody_event to proffer_app using (exists (select from proffer.evidence_item i where i.id = custody_event.item_id));
  create policy members on import_problem to proffer_app using (exists (select from proffer.import_run r where r.id = import_problem.import_id));
  create policy members on import_run to proffer_app using (exists (select from proffer.evidence_item i where i.id = import_run.item_id));
  create policy members on finding_decision to proffer_app using (exists (select from proffer.message m where m.id = finding_decision.message_id));
  create policy members on superseded_assessment to proffer_app using (exists (select from proffer.message m where m.id = superseded_assessment.message_id));

  foreach t in array array['case_wall', 'content_mark', 'disclosure', 'case_record', 'record_version', 'record_reference', 'evidence_item',
    'import_run', 'message', 'recheck_run', 'finding_decision', 'document'] loop
    execute format('create policy residents_add on proffer.%I as restrictive for insert to proffer_app with check (proffer.writes_case(case_id))', t);
    execute format('create policy residents_change on proffer.%I as restrictive for update to proffer_app using (proffer.writes_case(case_id))', t);
    execute format('create policy residents_remove on proffer.%I as restrictive for delete to proffer_app using (proffer.writes_case(case_id))', t);
  end loop;

  create policy own on calendar_feed to proffer_app using (login = (select proffer.who()) or (select proffer.who()) = '*');
  create policy own on repeated_request to proffer_app using (login = (select proffer.who()) or (select proffer.who()) = '*');
  create policy portal on break_glass to proffer_app using ((select proffer.who()) = '*');
end $$;

-- A docket number is unique among the cases a person may see; a refusal must not tell of one the person may not see.
alter table case_file drop constraint case_file_court_docket_number_key;
create index case_file_docket on case_file (court, docket_number);

-- The state of a case that the policy asks for.
alter table case_file add column legal_hold boolean not null default false;
update case_record set content = content || '{"legalHold": false}' where kind = 'case';

-- What is known of the one who asks before a case, and before a thing in it: all the policy of the services needs.
create function situation(the_case uuid, thing uuid) returns table (member_role text, until timestamptz, walled boolean, status text,
    sealed boolean, legal_hold boolean, disclosed text, marks text)
  language sql stable security definer set search_path = proffer, pg_temp as
$$
  select m.role, m.until, w.login is not null, c.status, c.sealed, c.legal_hold,
         (select string_agg(d.mark, ',') from proffer.disclosure d where d.case_id = c.id and d.login = me.login),
         (select string_agg(distinct k.mark, ',') from proffer.content_mark k
          where k.case_id = c.id and k.lifted_at is null and k.target_id in (thing, (select x.item_id from proffer.message x where x.id = thing), (select r.item_id from proffer.import_run r where r.id = thing)))
  from (select proffer.who() as login) me
  join proffer.case_file c on c.id = the_case
  left join proffer.case_member m on m.case_id = c.id and m.login = me.login and (m.until is null or m.until > now())
  left join proffer.case_wall w on w.case_id = c.id and w.login = me.login
$$;
