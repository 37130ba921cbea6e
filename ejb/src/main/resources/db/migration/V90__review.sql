-- What search knows of a message: its words, weighted A for the subject, B for the sender, C for recipients, and terms of
-- their own, a letter and a colon before each, for addresses, hosts, links, IP addresses, attachments, hashes and defects. The
-- parts of what is written come apart at U+001E, the terms at U+001F; text without them is subject alone. A pause of twenty
-- places stands between the parts, so that no phrase reaches from one into the next.
create function message_search(written text) returns tsvector language sql immutable parallel safe as
$$ select setweight(to_tsvector('english'::regconfig, split_part(written, chr(30), 1)), 'A')
     || '¶:20'::tsvector || setweight(to_tsvector('english'::regconfig, split_part(written, chr(30), 2)), 'B')
     || '¶:20'::tsvector || setweight(to_tsvector('english'::regconfig, split_part(written, chr(30), 3)), 'C')
     || '¶:20'::tsvector || to_tsvector('english'::regconfig, split_part(written, chr(30), 4))
     || array_to_tsvector(array_remove(string_to_array(split_part(written, chr(30), 5), chr(31)), '')) $$;
grant execute on function message_search(text) to proffer_app;

-- Messages of before are found by their words; what else search does not know of them yet is said, and made up for.
alter table message add column search_form smallint not null default 1;
alter table message alter column search_form set default 2;
create index message_older_search on message (case_id) where search_form < 2;

-- Totals are answered by this index alone.
drop index message_case_verdict;
create index message_case_verdict on message (case_id, verdict, item_id);

-- The palette of a case: what messages are coded with. Of the tags of one group a message has at most one.
create table review_tag (
  id       uuid primary key,
  case_id  uuid not null references case_file (id),
  key      smallint check (key between 1 and 9),
  name     text not null check (length(name) between 1 and 60),
  grp      text not null default '' check (length(grp) <= 60),
  retired  boolean not null default false,
  made_at  timestamptz not null,
  made_by  text not null
);
create unique index review_tag_name on review_tag (case_id, lower(name));
create unique index review_tag_key on review_tag (case_id, key) where not retired;

-- What was coded: one act for one message or for all that matched a query. An act is undone by another act, never taken away.
create table coding_act (
  id        uuid primary key,
  case_id   uuid not null references case_file (id),
  kind      text not null check (kind in ('ONE', 'MANY', 'UNDO')),
  at        timestamptz not null,
  by_login  text not null,
  query     text,
  reason    text not null default '',
  undoes    uuid references coding_act (id),
  undone_by uuid references coding_act (id),
  changes   bigint not null,
  passed    bigint not null default 0
);
create index coding_act_case on coding_act (case_id, at);

-- Each change of an act: a tag set on a message, or taken off it.
create table coding_change (
  act_id     uuid not null references coding_act (id),
  case_id    uuid not null references case_file (id),
  message_id uuid not null references message (id),
  tag_id     uuid not null references review_tag (id),
  is_set     boolean not null,
  primary key (act_id, message_id, tag_id)
);
create index coding_change_message on coding_change (message_id);

-- How messages are coded now.
create table message_tag (
  message_id uuid not null references message (id),
  tag_id     uuid not null references review_tag (id),
  case_id    uuid not null references case_file (id),
  act_id     uuid not null references coding_act (id),
  set_at     timestamptz not null,
  set_by     text not null,
  primary key (message_id, tag_id)
);
create index message_tag_tag on message_tag (tag_id);
create index message_tag_case on message_tag (case_id);

-- Which messages somebody has opened.
create table message_seen (
  case_id    uuid not null references case_file (id),
  login      text not null,
  message_id uuid not null references message (id),
  at         timestamptz not null,
  primary key (case_id, login, message_id)
);

-- Batches of messages, each checked out to one reviewer at a time.
create table review_batch (
  id             uuid primary key,
  case_id        uuid not null references case_file (id),
  number         integer not null,
  query          text not null,
  size           integer not null,
  made_at        timestamptz not null,
  made_by        text not null,
  reviewer       text,
  checked_out_at timestamptz,
  finished_at    timestamptz,
  check ((reviewer is null) = (checked_out_at is null)),
  unique (case_id, number)
);
create table review_batch_message (
  batch_id   uuid not null references review_batch (id),
  case_id    uuid not null references case_file (id),
  position   integer not null,
  message_id uuid not null references message (id),
  primary key (batch_id, position)
);
create unique index review_batch_message_once on review_batch_message (case_id, message_id);

-- What somebody remarks on a message, or on words of it.
create table message_comment (
  id         uuid primary key,
  case_id    uuid not null references case_file (id),
  message_id uuid not null references message (id),
  part       text not null,
  at_offset  integer not null,
  at_length  integer not null,
  words      text not null,
  body       text not null check (length(body) between 1 and 4000),
  made_at    timestamptz not null,
  made_by    text not null,
  removed_at timestamptz,
  removed_by text,
  check ((removed_at is null) = (removed_by is null))
);
create index message_comment_message on message_comment (message_id);
create index message_comment_case on message_comment (case_id, made_at);

-- Queries under a name, for oneself or for everybody on the case.
create table saved_search (
  id       uuid primary key,
  case_id  uuid not null references case_file (id),
  name     text not null check (length(name) between 1 and 100),
  query    text not null check (length(query) <= 2000),
  shared   boolean not null,
  made_at  timestamptz not null,
  made_by  text not null
);
create unique index saved_search_name on saved_search (case_id, made_by, lower(name));

-- Hosts whose Received lines a person says can be trusted, with the reason.
create table trusted_host (
  case_id  uuid not null references case_file (id),
  host     text not null,
  reason   text not null check (length(reason) between 1 and 1000),
  set_at   timestamptz not null,
  set_by   text not null,
  primary key (case_id, host)
);

do $$
declare
  t text;
begin
  foreach t in array array['review_tag', 'coding_act', 'coding_change', 'message_tag', 'message_seen', 'review_batch',
    'review_batch_message', 'message_comment', 'saved_search', 'trusted_host'] loop
    execute format('alter table proffer.%I enable row level security', t);
    execute format('alter table proffer.%I force row level security', t);
    execute format('create policy owner on proffer.%I to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', t, current_user);
    execute format('create policy residents_add on proffer.%I as restrictive for insert to proffer_app with check (proffer.writes_case(case_id))', t);
    execute format('create policy residents_change on proffer.%I as restrictive for update to proffer_app using (proffer.writes_case(case_id))', t);
    execute format('create policy residents_remove on proffer.%I as restrictive for delete to proffer_app using (proffer.writes_case(case_id))', t);
  end loop;
  -- What says something of a message is for who sees the message.
  foreach t in array array['coding_change', 'message_tag', 'message_comment', 'review_batch_message'] loop
    execute format('create policy members on proffer.%1$I to proffer_app using (exists (select from proffer.message m where m.id = %1$I.message_id))', t);
  end loop;
  -- What belongs to a case is for its members; the filter team codes with the same tags.
  foreach t in array array['review_tag', 'coding_act', 'review_batch', 'trusted_host'] loop
    execute format('create policy members on proffer.%I to proffer_app using ((select proffer.who()) = ''*'' or proffer.sees_case(case_id))', t);
  end loop;
  create policy own on message_seen to proffer_app using (login = (select proffer.who()) and proffer.sees_case(case_id));
  create policy own on saved_search to proffer_app using (proffer.sees_case(case_id) and (shared or made_by = (select proffer.who())));
end $$;
revoke update, delete, truncate on coding_change from proffer_app;
revoke delete, truncate on coding_act from proffer_app;
revoke delete, truncate on review_tag from proffer_app;
revoke delete, truncate on message_comment from proffer_app;
