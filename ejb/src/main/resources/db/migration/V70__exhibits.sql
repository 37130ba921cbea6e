-- An exhibit inherits the marks of the item or message that it puts before the court.
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
  with recursive cited (record_id, target_id) as (
    select r.id, (r.content ->> f.field)::uuid
    from proffer.case_record r, (values ('item'), ('message')) f (field)
    where r.case_id = the_case and r.kind in ('source', 'exhibit') and r.content ->> f.field is not null
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

-- One exhibit a number, whoever writes.
create unique index exhibit_number on case_record (case_id, (content ->> 'series'), (content ->> 'number'), coalesce(content ->> 'letter', ''))
  where kind = 'exhibit' and not removed;
