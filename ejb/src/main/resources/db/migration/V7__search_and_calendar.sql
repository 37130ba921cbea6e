-- Search over the case file. A record is found by its words as written and by their stems (so that the beginning of a word
-- and its inflections both find it), punctuation apart; its kind and its case are words of their own that nobody can type.
create function search_words(written text) returns text language sql immutable parallel safe as
$$ select translate(written, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~‘’“”–—…§', repeat(' ', 40)) $$;
create function record_search(case_id uuid, kind text, title text, body text) returns tsvector language sql immutable parallel safe as
$$ select setweight(to_tsvector('simple'::regconfig, proffer.search_words(title)), 'A')
     || setweight(to_tsvector('english'::regconfig, proffer.search_words(title)), 'A')
     || to_tsvector('simple'::regconfig, proffer.search_words(body))
     || to_tsvector('english'::regconfig, proffer.search_words(body))
     || array_to_tsvector(array['=' || kind, '@' || case_id]) $$;
alter table case_record drop column search;
alter table case_record add column search tsvector generated always as (proffer.record_search(case_id, kind, title, search_text)) stored;
create index case_record_search on case_record using gin (search) with (fastupdate = off) where not removed;

-- Hearings and events by time, over all cases.
create index case_record_time on case_record (kind, sort_order) where kind in ('event', 'hearing') and not removed;

-- Roles on a case.
alter table case_member add column role text not null default 'OTHER';

-- The calendar of a person, for other calendar programs; whoever knows the address may read it, so only its hash is kept.
create table calendar_feed (
  login      text primary key,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  made_at    timestamptz not null
);
