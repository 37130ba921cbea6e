-- The register of evidence: what an item is stands in a record of the case file with the id of the item; the item keeps what
-- lists, walls and acts ask for.
alter table evidence_item
  add column form         text not null default 'CONTAINER' check (form in ('CONTAINER', 'FILE', 'MESSAGE_SET', 'THING')),
  add column sha3_256     text check (sha3_256 ~ '^[0-9a-f]{64}$'),
  add column seal         text not null default '',
  add column shelf        text not null default '',
  add column out_to       text not null default '',
  add column hold         text not null default '',
  add column retain_until date,
  add column destroyed_at timestamptz;
-- The same bytes may come again once they were destroyed.
alter table evidence_item drop constraint evidence_item_case_id_sha256_key;
create unique index evidence_item_bytes on evidence_item (case_id, sha256) where destroyed_at is null;
alter table evidence_item alter column sha256 drop not null, add check (sha256 is not null or form = 'THING');

-- When it happened, where that is not when it was entered.
alter table custody_event add column happened_at timestamptz;

insert into case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
select id, case_id, 'item', left('Item ' || number || ': ' || title, 300), number,
       jsonb_build_object('title', title, 'form', form, 'fileName', file_name, 'number', number, 'nature', 'ORIGINAL'),
       title || ' ' || file_name, 1, false, received_at, received_by
from evidence_item;
insert into record_version (record_id, version, case_id, content, removed, note, at, by_login)
select id, version, case_id, content, removed, '', changed_at, changed_by from case_record where kind = 'item';

-- What is made from a marked item is marked.
create or replace function cited_content(the_case uuid) returns table (record_id uuid, target_id uuid) language sql stable
  set search_path = proffer, pg_temp as
$$
  select r.id, (r.content ->> f.field)::uuid
  from proffer.case_record r
  join (values ('source', 'item'), ('source', 'message'), ('exhibit', 'item'), ('exhibit', 'message'), ('item', 'parent')) f (kind, field) on f.kind = r.kind
  where r.case_id = the_case and r.content ->> f.field is not null
$$;
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
    select * from proffer.cited_content(the_case)
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

-- Photographs of an item: not evidence themselves, a picture of how it looked.
create table item_photo (
  id        uuid primary key,
  item_id   uuid not null references evidence_item (id),
  file_name text not null,
  caption   text not null,
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  length    bigint not null,
  added_at  timestamptz not null,
  added_by  text not null
);
create index item_photo_item on item_photo (item_id, added_at);

-- A stock check: what should be there, and what was seen.
create table stock_check (
  id       uuid primary key,
  case_id  uuid not null references case_file (id),
  shelf    text not null,
  begun_at timestamptz not null,
  begun_by text not null,
  ended_at timestamptz,
  ended_by text,
  check ((ended_at is null) = (ended_by is null))
);
create unique index stock_check_one on stock_check (case_id) where ended_at is null;
create index stock_check_case on stock_check (case_id, begun_at);
create table stock_sighting (
  check_id uuid not null references stock_check (id),
  item_id  uuid not null references evidence_item (id),
  seen_at  timestamptz not null,
  seen_by  text not null,
  shelf    text not null,
  seal     text not null,
  primary key (check_id, item_id)
);
create table stock_difference (
  id       uuid primary key,
  check_id uuid not null references stock_check (id),
  item_id  uuid not null references evidence_item (id),
  kind     text not null,
  detail   text not null
);
create index stock_difference_check on stock_difference (check_id);

-- Destruction: asked by one, approved by another, done after a time in which both can be stopped.
create table destruction (
  id           uuid primary key,
  item_id      uuid not null references evidence_item (id),
  reason       text not null check (length(reason) between 1 and 1000),
  authority    text not null check (length(authority) between 1 and 1000),
  requested_at timestamptz not null,
  requested_by text not null,
  approved_at  timestamptz,
  approved_by  text check (approved_by <> requested_by),
  not_before   timestamptz,
  ended_at     timestamptz,
  ended_by     text,
  outcome      text check (outcome in ('DESTROYED', 'REFUSED', 'WITHDRAWN')),
  check ((ended_at is null) = (outcome is null)),
  check ((approved_at is null) = (approved_by is null)),
  check ((approved_at is null) = (not_before is null)),
  check (outcome is distinct from 'DESTROYED' or approved_at is not null)
);
create unique index destruction_open on destruction (item_id) where ended_at is null;

do $$
declare
  t text;
begin
  foreach t in array array['item_photo', 'stock_check', 'stock_sighting', 'stock_difference', 'destruction'] loop
    execute format('alter table proffer.%I enable row level security', t);
    execute format('alter table proffer.%I force row level security', t);
    execute format('create policy owner on proffer.%I to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', t, current_user);
    execute format('revoke delete, truncate on proffer.%I from proffer_app', t);
  end loop;
  create policy members on item_photo to proffer_app using (exists (select from proffer.evidence_item i where i.id = item_photo.item_id));
  create policy members on destruction to proffer_app using (exists (select from proffer.evidence_item i where i.id = destruction.item_id));
  create policy members on stock_check to proffer_app using ((select proffer.who()) = '*' or case_id in (select proffer.my_cases()));
  create policy members on stock_sighting to proffer_app using (exists (select from proffer.evidence_item i where i.id = stock_sighting.item_id));
  create policy members on stock_difference to proffer_app using (exists (select from proffer.evidence_item i where i.id = stock_difference.item_id));
  create policy residents_add on stock_check as restrictive for insert to proffer_app with check (proffer.writes_case(case_id));
  create policy residents_change on stock_check as restrictive for update to proffer_app using (proffer.writes_case(case_id));
end $$;

-- Whether the bytes of a hash belong to anything that is still there, in whatever case: the portal asks before it erases.
create function bytes_in_use(hash text) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$
  select exists (select from proffer.evidence_item e where e.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.derivative d join proffer.evidence_item e on e.id = d.item_id where d.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.item_photo p join proffer.evidence_item e on e.id = p.item_id where p.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.document d where d.sha256 = hash)
      or exists (select from proffer.record_version v where v.content ->> 'sha256' = hash)
$$;
revoke all on function bytes_in_use(text) from public;
grant execute on function bytes_in_use(text) to proffer_app;

-- Erases the messages read out of an item that is destroyed, with all that hangs on them.
create function erase_messages(the_item uuid) returns bigint language plpgsql security definer
  set search_path = proffer, pg_temp as
$$
declare
  hanging record;
  erased bigint;
begin
  if not exists (select from proffer.evidence_item e where e.id = the_item and e.destroyed_at is not null) then
    raise exception 'the item is not destroyed' using errcode = 'insufficient_privilege';
  end if;
  for hanging in
    select c.conrelid::regclass as child, a.attname as field
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'proffer.message'::regclass and array_length(c.conkey, 1) = 1
  loop
    execute format('delete from %s x using proffer.message m where m.id = x.%I and m.item_id = $1', hanging.child, hanging.field) using the_item;
  end loop;
  delete from proffer.message m where m.item_id = the_item;
  get diagnostics erased = row_count;
  return erased;
end $$;
revoke all on function erase_messages(uuid) from public;
grant execute on function erase_messages(uuid) to proffer_app;
