-- Copies of a message are found for a reviewer by these.
create index message_same_content on message (case_id, content_sha256) where content_sha256 is not null;
create index message_same_mih on message (case_id, mih) where mih is not null;
