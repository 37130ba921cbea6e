-- The audit log: rows that are only ever added, and their places in a Merkle log.
alter table audit_entry
  add column address      text,
  add column session      text,
  add column bytes        bigint,
  add column value_before text,
  add column value_after  text;
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_object on audit_entry (object_id, id);

-- The place of a row in the log and the hash of its leaf; stays when the row is removed after its time.
create table audit_leaf (
  place    bigint primary key check (place >= 0),
  entry_id bigint not null unique,
  hash     bytea not null check (length(hash) = 32)
);

-- Rows that have no place yet.
create table audit_pending (entry_id bigint primary key);
insert into audit_pending select id from audit_entry;
create function audit_row_waits() returns trigger language plpgsql as
$$
begin
  insert into proffer.audit_pending values (new.id);
  return null;
end $$;
create trigger audit_row_waits after insert on audit_entry for each row execute function audit_row_waits();

-- Nothing is changed or taken away, except by the retention job.
create function audit_only_grows() returns trigger language plpgsql as
$$
begin
  if tg_op = 'DELETE' and tg_table_name = 'audit_entry' and current_setting('proffer.retention', true) = 'on' then
    return null;
  end if;
  raise exception 'the audit log only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_only_grows before update or delete or truncate on audit_entry for each statement execute function audit_only_grows();
create trigger audit_only_grows before update or delete or truncate on audit_leaf for each statement execute function audit_only_grows();
revoke update, delete, truncate on audit_entry, audit_leaf from proffer_app;
revoke update, truncate on audit_pending from proffer_app;

-- Removes the rows before a place that are older than a year at least; gives their number.
create function audit_remove(before_place bigint, older_than timestamptz) returns bigint language plpgsql security definer
  set search_path = proffer, pg_temp as
$$
declare
  removed bigint;
begin
  if older_than > now() - interval '365 days' then
    raise exception 'audit rows are kept for a year at least' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('proffer.retention', 'on', true);
  delete from proffer.audit_entry e using proffer.audit_leaf l
    where l.entry_id = e.id and l.place < before_place and e.at < older_than;
  get diagnostics removed = row_count;
  perform set_config('proffer.retention', '', true);
  return removed;
end $$;
revoke all on function audit_remove(bigint, timestamptz) from public;
grant execute on function audit_remove(bigint, timestamptz) to proffer_app;
