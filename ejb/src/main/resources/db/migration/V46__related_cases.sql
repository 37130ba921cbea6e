-- A record that names another case is hidden from whoever does not see that case, like marked content: in lists, totals,
-- search, history and export.
create index case_record_related on case_record (case_id) where kind = 'related-case';
create index case_record_related_back on case_record ((content ->> 'other')) where kind = 'related-case';

create or replace function hidden_content() returns setof uuid language sql stable security definer
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
  union all
  select r.id
  from proffer.case_member m
  join proffer.case_record r on r.case_id = m.case_id and r.kind = 'related-case'
  where m.login = proffer.who()
    and exists (select from proffer.case_file c where c.id = (r.content ->> 'other')::uuid)
    and not proffer.sees_case((r.content ->> 'other')::uuid)
$$;
