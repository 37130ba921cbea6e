-- What checked messages are counted and grouped by over time, as messages of cases are; null methods in those checked before.
alter table template_check
  add column methods  integer,
  add column network  text not null default '',
  add column campaign text not null default '',
  add column purpose  text not null default 'UNDETERMINED',
  add column sent_at  timestamptz;
update template_check set purpose = coalesce(result -> 'check' -> 'observations' -> 'purpose' ->> 'value', 'UNDETERMINED');
