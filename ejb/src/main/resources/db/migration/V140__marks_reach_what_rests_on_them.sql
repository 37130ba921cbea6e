-- What a record or a document rests on, where that is no record it refers to by record_reference: an evidence item, a message, and
-- for a document whatever it was made from. A thing rests on all of them, so that lifting the mark of one leaves the marks of the
-- others, and a mark set later reaches what was made before.
create table rests_on (
  thing_id   uuid not null,
  thing_kind text not null,
  case_id    uuid not null references case_file (id),
  target_id  uuid not null,
  primary key (thing_id, target_id)
);
create index rests_on_target on rests_on (target_id);

insert into rests_on (thing_id, thing_kind, case_id, target_id)
select distinct r.id, r.kind, r.case_id, (r.content ->> f.field)::uuid
from case_record r, (values ('item'), ('message')) f (field)
where r.kind in ('source', 'event') and r.content ->> f.field is not null;

-- A report made before rests on every item there was when it was made; which of them its maker saw is not known any more.
insert into rests_on (thing_id, thing_kind, case_id, target_id)
select d.id, 'document', d.case_id, i.id
from document d join evidence_item i on i.case_id = d.case_id and i.received_at <= d.produced_at;

alter table rests_on enable row level security;
alter table rests_on force row level security;
do $$
begin
  execute format('create policy owner on proffer.rests_on to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', current_user);
end $$;
create policy members on rests_on to proffer_app
  using (((select proffer.who()) = '*' or case_id in (select proffer.my_cases())) and thing_id not in (select proffer.hidden_content()));
create policy residents_add on rests_on as restrictive for insert to proffer_app with check (proffer.writes_case(case_id));
create policy residents_change on rests_on as restrictive for update to proffer_app using (proffer.writes_case(case_id));
create policy residents_remove on rests_on as restrictive for delete to proffer_app using (proffer.writes_case(case_id));
grant select, insert, delete on rests_on to proffer_app;

create or replace function spread_marks(the_case uuid) returns void language plpgsql security definer
  set search_path = proffer, pg_temp as
$$
begin
  if not exists (select from proffer.content_mark k where k.case_id = the_case) then
    return;
  end if;
  update proffer.content_mark k set lifted_at = o.lifted_at, lifted_by = o.lifted_by, lifted_under = o.lifted_under
    from proffer.content_mark o where k.case_id = the_case and k.lifted_at is null and o.id = k.inherited_from and o.lifted_at is not null;
  insert into proffer.content_mark (id, case_id, target_id, target_kind, mark, authority, inherited_from, set_at, set_by)
  with recursive marked (target_id, mark, origin) as (
    select k.target_id, k.mark, k.id from proffer.content_mark k where k.case_id = the_case and k.lifted_at is null and k.inherited_from is null
    union
    select next.id, m.mark, m.origin
    from marked m
    cross join lateral (
      select r.thing_id from proffer.rests_on r where r.target_id = m.target_id and r.case_id = the_case
      union all
      select r.thing_id from proffer.rests_on r join proffer.message x on x.id = r.target_id
      where x.item_id = m.target_id and r.case_id = the_case
      union all
      select r.from_id from proffer.record_reference r where r.to_id = m.target_id
      union all
      select r.to_id from proffer.record_reference r where r.from_id = m.target_id and r.field = 'fact'
    ) next (id)
  ), things (id, kind) as (
    select r.id, r.kind from proffer.case_record r where r.case_id = the_case
    union all
    select d.id, 'document' from proffer.document d where d.case_id = the_case
  )
  select distinct on (m.target_id, m.mark) gen_random_uuid(), the_case, m.target_id, t.kind, m.mark, o.authority, o.id, now(), o.set_by
  from marked m
  join things t on t.id = m.target_id
  join proffer.content_mark o on o.id = m.origin
  on conflict do nothing;
end $$;

drop function cited_content(uuid);

-- Once, for the cases that have marks.
do $$
declare
  c uuid;
begin
  for c in select distinct k.case_id from proffer.content_mark k where k.lifted_at is null loop
    perform proffer.spread_marks(c);
  end loop;
end $$;
