-- A re-check of a case under newer rules, with its checkpoint: the last message checked.
create table recheck_run (
  id            uuid primary key,
  case_id       uuid not null references case_file (id),
  rule_version  text not null,
  state         text not null,
  started_at    timestamptz not null,
  started_by    text not null,
  finished_at   timestamptz,
  total         bigint not null,
  done          bigint not null,
  changed       bigint not null,
  unchecked     bigint not null,
  next_after    uuid not null,
  failure       text,
  job_execution bigint,
  version       integer not null
);
create unique index recheck_run_one_at_a_time on recheck_run (case_id) where state in ('QUEUED', 'CHECKING');
create index recheck_run_case on recheck_run (case_id, started_at);

-- What was found under earlier rules, as it was when a re-check replaced it, and by what it was replaced.
create table superseded_assessment (
  recheck_id       uuid not null references recheck_run (id),
  message_id       uuid not null references message (id),
  rule_version     text not null,
  law_as_of        date not null,
  purpose          text not null,
  verdict          text not null,
  violated         text[] not null,
  undetermined     text[] not null,
  met              text[] not null,
  assessment       jsonb not null,
  superseded_at    timestamptz not null,
  changed          boolean not null,
  new_verdict      text not null,
  new_violated     text[] not null,
  new_undetermined text[] not null,
  new_met          text[] not null,
  primary key (recheck_id, message_id)
);
create index superseded_assessment_message on superseded_assessment (message_id);

-- What persons decided of findings, one row a decision, the newest with the highest sequence.
create table finding_decision (
  id           uuid primary key,
  case_id      uuid not null references case_file (id),
  message_id   uuid not null references message (id),
  requirement  text not null,
  sequence     integer not null check (sequence > 0),
  decision     text not null,
  reason       text not null,
  decided_at   timestamptz not null,
  decided_by   text not null,
  rule_version text not null,
  verdict      text not null,
  stale        boolean not null,
  unique (message_id, requirement, sequence)
);
create index finding_decision_case on finding_decision (case_id, message_id);

create index message_case_rules on message (case_id, rule_version);

-- Lists and totals count duties alone; definitions and defences stand in the assessment.
update message m
set violated = array(select r from unnest(m.violated) r where r <> all (d.ids)),
    undetermined = array(select r from unnest(m.undetermined) r where r <> all (d.ids)),
    met = array(select r from unnest(m.met) r where r <> all (d.ids))
from (select array['HDR-B', 'OPT-04', 'SUP-05', 'DIS-04', 'SEX-00', 'SEX-03', 'CLS-01', 'CLS-02', 'CLS-03', 'CLS-04', 'CLS-05', 'CLS-06', 'R316-01', 'R316-02', 'R316-03', 'R316-04', 'R316-05', 'R316-06'] ids) d
where m.violated && d.ids or m.undetermined && d.ids or m.met && d.ids;
update message
set verdict = case when violated <> '{}' then 'VIOLATED' when undetermined <> '{}' then 'UNDETERMINED'
                   when met <> '{}' then 'MET' else 'NOT_APPLICABLE' end
where quarantine is null
  and verdict <> case when violated <> '{}' then 'VIOLATED' when undetermined <> '{}' then 'UNDETERMINED'
                      when met <> '{}' then 'MET' else 'NOT_APPLICABLE' end;
