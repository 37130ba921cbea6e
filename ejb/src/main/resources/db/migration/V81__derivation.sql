-- What was counted when an item was opened, and what another reader counts in it where one is installed.
alter table derivative
  add column messages        bigint,
  add column second_reader   text,
  add column second_messages bigint;
