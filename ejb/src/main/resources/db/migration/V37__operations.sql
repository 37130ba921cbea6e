-- Few rows of the audit log are asked for again and again: when the last backup was, how often a login failed.
create index audit_entry_operations on audit_entry (action, at) where action in ('LOGIN', 'BACK_UP', 'RESTORE', 'RESTORE_OLDER');

-- The version of the schema; the portal's role reads no more of its history.
create function schema_version() returns text language sql stable security definer set search_path = proffer, pg_temp as
$$ select max(version::int)::text from proffer.flyway_schema_history where success $$;
revoke all on function schema_version() from public;
grant execute on function schema_version() to proffer_app;
