-- The custody log: every event is a leaf of a Merkle log (RFC 9162), given its place in the transaction of what it records.
alter table custody_event
  add column to_login      text,
  add column location      text,
  add column authority     text,
  add column result        text not null default 'DONE' check (result in ('DONE', 'FAILED')),
  add column sha256_before text,
  add column place         bigint unique check (place >= 0),
  add column hash          bytea check (length(hash) = 32),
  add check ((place is null) = (hash is null));
alter table custody_event alter column sha256 drop not null;

-- What must be known of the log to add to it: its size and the roots of its complete subtrees. Whoever adds holds this row.
create table custody_log (
  one      boolean primary key default true check (one),
  size     bigint not null check (size >= 0),
  subtrees bytea not null check (length(subtrees) % 32 = 0)
);
insert into custody_log values (true, 0, '');
revoke insert, delete, truncate on custody_log from proffer_app;

-- Events are only ever added. Those of before the log are given their places once.
create function custody_only_grows() returns trigger language plpgsql as
$$
begin
  if tg_op = 'UPDATE' and old.place is null and new.place is not null
     and to_jsonb(new) - 'place' - 'hash' = to_jsonb(old) - 'place' - 'hash' then
    return new;
  end if;
  raise exception 'the custody log only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger custody_only_grows before update or delete on custody_event for each row execute function custody_only_grows();
create trigger custody_never_emptied before truncate on custody_event for each statement execute function custody_only_grows();
revoke update, delete, truncate on custody_event from proffer_app;
grant update (place, hash) on custody_event to proffer_app;

-- Who holds an item: exactly one person at any time.
alter table evidence_item add column holder text, add column verified_at timestamptz, add column damaged_at timestamptz;
update evidence_item set holder = received_by;
alter table evidence_item alter column holder set not null;

-- An item passes from one person to another when both say so; one offer at a time.
create table custody_transfer (
  id         uuid primary key,
  item_id    uuid not null references evidence_item (id),
  from_login text not null,
  to_login   text not null check (to_login <> from_login),
  offered_by text not null,
  offered_at timestamptz not null,
  reason     text not null check (length(reason) between 1 and 1000),
  authority  text not null default '',
  ended_at   timestamptz,
  outcome    text check (outcome in ('TAKEN', 'DECLINED', 'WITHDRAWN')),
  check ((ended_at is null) = (outcome is null))
);
create unique index custody_transfer_open on custody_transfer (item_id) where ended_at is null;
create index custody_transfer_waiting on custody_transfer (to_login) where ended_at is null;
do $$
begin
  alter table custody_transfer enable row level security;
  alter table custody_transfer force row level security;
  execute format('create policy owner on proffer.custody_transfer to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', current_user);
  create policy members on custody_transfer to proffer_app using (exists (select from proffer.evidence_item i where i.id = custody_transfer.item_id));
end $$;
revoke delete, truncate on custody_transfer from proffer_app;
