-- The kinds of records of which there are many in the whole office, as the planner's statistics say; whether a kind is in the
-- answer tells nothing of any case, and decides only in how many questions a search is asked.
create function kinds_of_many(many bigint) returns setof text language sql stable security definer
  set search_path = pg_catalog, pg_temp as
$$
  select common.kind
  from pg_stats s
  join pg_class c on c.oid = 'proffer.case_record'::regclass
  cross join lateral unnest(s.most_common_vals::text::text[], s.most_common_freqs) as common (kind, freq)
  where s.schemaname = 'proffer' and s.tablename = 'case_record' and s.attname = 'kind'
    and common.freq * c.reltuples >= many
$$;
revoke all on function kinds_of_many(bigint) from public;
grant execute on function kinds_of_many(bigint) to proffer_app;
