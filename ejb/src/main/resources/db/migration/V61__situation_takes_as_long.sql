-- What is known of the one who asks before a case: the same work whether the case exists or not. One row comes always; lists and
-- marks are looked up for who is a member and behind no wall, whom they concern, so that a stranger's question costs the same
-- before a sealed case with a thousand marks as before none at all. The status is null where there is no such case.
create or replace function situation(the_case uuid, thing uuid) returns table (member_role text, until timestamptz, walled boolean, status text,
    sealed boolean, legal_hold boolean, disclosed text, marks text)
  language sql stable security definer set search_path = proffer, pg_temp as
$$
  select m.role, m.until, w.login is not null, c.status, coalesce(c.sealed, false), coalesce(c.legal_hold, false),
         case when m.login is not null and w.login is null then
           (select string_agg(d.mark, ',') from proffer.disclosure d where d.case_id = the_case and d.login = me.login) end,
         case when m.login is not null and w.login is null then
           (select string_agg(distinct k.mark, ',') from proffer.content_mark k
            where k.case_id = the_case and k.lifted_at is null and k.target_id in (thing, (select x.item_id from proffer.message x where x.id = thing), (select r.item_id from proffer.import_run r where r.id = thing))) end
  from (select proffer.who() as login) me
  left join proffer.case_file c on c.id = the_case
  left join proffer.case_member m on m.case_id = the_case and m.login = me.login and (m.until is null or m.until > now())
  left join proffer.case_wall w on w.case_id = the_case and w.login = me.login
$$;
