-- Most questions are about one case, which the policy was asked about first. The row policies compare with that case before they
-- gather all cases of the person, which takes milliseconds for somebody with thousands. Whoever sets it to another case gains
-- nothing: it counts only where the person is a member who would see the case anyway.
create function case_at_hand() returns uuid language sql stable security definer
  set search_path = proffer, pg_temp as
$$
  select m.case_id from proffer.case_member m
  where m.case_id = nullif(current_setting('proffer.case_at_hand', true), '')::uuid
    and m.login = proffer.who() and (m.until is null or m.until > now()) and m.role <> 'FILTER_TEAM'
$$;
grant execute on function case_at_hand() to proffer_app;

do $$
declare
  mine text := '((select proffer.who()) = ''*'' or case_id = (select proffer.case_at_hand()) or case_id in (select proffer.my_cases())';
  unhidden text := 'not in (select proffer.hidden_content())';
begin
  execute 'alter policy seen on proffer.case_file using ((select proffer.who()) = ''*'' or id = (select proffer.case_at_hand())'
    || ' or id in (select proffer.my_cases()) or proffer.sees_case(id))';
  execute 'alter policy members on proffer.case_record using (' || mine || ' or kind = ''case'' and proffer.sees_case(case_id)) and id ' || unhidden || ')';
  execute 'alter policy members on proffer.record_version using (' || mine || ') and record_id ' || unhidden || ')';
  execute 'alter policy members on proffer.record_reference using (' || mine || ') and from_id ' || unhidden || ')';
  execute 'alter policy members on proffer.document using (' || mine || ') and id ' || unhidden || ')';
  execute 'alter policy members on proffer.evidence_item using (' || mine || ' or id in (select proffer.filtered_content())) and id ' || unhidden || ')';
  execute 'alter policy members on proffer.message using (' || mine || ' or item_id in (select proffer.filtered_content())) and item_id ' || unhidden || ')';
  execute 'alter policy members on proffer.recheck_run using (' || mine || '))';
end $$;
