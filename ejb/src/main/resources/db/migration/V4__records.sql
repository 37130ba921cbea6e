-- Records of a case file: parties, counts, facts, sentences, events. Each kind is a content class in the code; a row holds
-- the newest version as JSON, record_version every version there ever was.
create table case_record (
  id          uuid primary key,
  case_id     uuid not null references case_file (id),
  kind        text not null,
  title       text not null,
  sort_order  bigint not null,
  content     jsonb not null,
  search_text text not null,
  search      tsvector generated always as (to_tsvector('english', title || ' ' || search_text)) stored,
  version     integer not null,
  removed     boolean not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  unique (id, case_id)
);
create index case_record_list on case_record (case_id, kind, sort_order, title) where not removed;
create index case_record_search on case_record using gin (search) where not removed;

create table record_version (
  record_id uuid not null references case_record (id),
  version   integer not null,
  case_id   uuid not null references case_file (id),
  content   jsonb not null,
  removed   boolean not null,
  note      text not null,
  at        timestamptz not null,
  by_login  text not null,
  primary key (record_id, version)
);
create index record_version_case on record_version (case_id, at);

-- Who refers to whom; both ends in the same case.
create table record_reference (
  from_id uuid not null,
  field   text not null,
  to_id   uuid not null,
  case_id uuid not null,
  primary key (from_id, field, to_id),
  foreign key (from_id, case_id) references case_record (id, case_id),
  foreign key (to_id, case_id) references case_record (id, case_id)
);
create index record_reference_to on record_reference (to_id);

-- Parties and reports were tables of their own.
insert into case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
select p.id, p.case_id, 'party', case when p.defendant_number is null then p.name else 'D-' || p.defendant_number || ' ' || p.name end,
       coalesce(p.defendant_number, 1000000),
       jsonb_strip_nulls(jsonb_build_object('name', p.name, 'role', p.role, 'defendantNumber', p.defendant_number,
         'description', p.description, 'certainty', replace(p.certainty, ' ', '_'))),
       p.description, 1, false, c.opened_at, c.opened_by
from party p join case_file c on c.id = p.case_id;
insert into case_record (id, case_id, kind, title, sort_order, content, search_text, version, removed, changed_at, changed_by)
select f.id, f.case_id, 'report', left(f.subject || ', ' || f.kind || ': ' || f.statement, 300), f.position,
       jsonb_build_object('subject', f.subject, 'matter', f.kind, 'statement', f.statement,
         'certainty', replace(f.certainty, ' ', '_'), 'source', f.source, 'position', f.position),
       f.source, 1, false, c.opened_at, c.opened_by
from reported_fact f join case_file c on c.id = f.case_id;
insert into record_version (record_id, version, case_id, content, removed, note, at, by_login)
select id, version, case_id, content, removed, '', changed_at, changed_by from case_record;
drop table party;
drop table reported_fact;
