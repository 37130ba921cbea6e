-- What a case is, is a record as well, under the id of the case; case_file keeps what lists and walls ask for.
alter table case_file add column sealed boolean not null default false;
update case_file set status = 'CHARGED' where status = 'FILED';
insert into case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
select id, id, 'case', title, 0,
       jsonb_build_object('title', title, 'court', court, 'docketNumber', coalesce(docket_number, ''), 'judge', coalesce(judge, ''),
         'status', status, 'sealed', false, 'tags', jsonb_build_array(), 'summary', ''),
       concat_ws(' ', docket_number, judge), 1, false, opened_at, opened_by
from case_file;
insert into record_version (record_id, version, case_id, content, removed, note, at, by_login)
select id, version, case_id, content, removed, '', changed_at, changed_by from case_record where kind = 'case';
