-- What messages are counted and grouped by over time: bits of the methods they show or of which it cannot be told (see Method; null
-- in messages stored before, until they are read again), the network that handed them over, the campaign (the domain they lead to,
-- else "content:" and the beginning of the hash of their content), and the clock of the newest Received line.
alter table message
  add column methods     integer,
  add column network     text not null default '',
  add column campaign    text not null default '',
  add column received_at timestamptz;
create index message_untraced on message (case_id) where methods is null;

-- Trends are answered by this index alone.
drop index message_case_sent;
create index message_case_sent on message (case_id, sent_at, id) include (received_at, item_id, purpose, methods, network, campaign);
