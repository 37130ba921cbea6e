-- Statistics of a table under row security are hidden from everybody but a superuser, so that V33's answer was always empty;
-- the records of a kind are counted instead, no further than asked. The answer still tells nothing of any case.
drop function kinds_of_many(bigint);
create index case_record_kind on case_record (kind) where not removed;
create function kinds_of_many(kinds text[], many bigint) returns setof text language sql stable security definer
  set search_path = pg_catalog, pg_temp as
$$
  select asked.kind
  from unnest(kinds) as asked (kind)
  where exists (
    select from proffer.case_record r where r.kind = asked.kind and not r.removed offset many limit 1)
$$;
revoke all on function kinds_of_many(text[], bigint) from public;
grant execute on function kinds_of_many(text[], bigint) to proffer_app;
