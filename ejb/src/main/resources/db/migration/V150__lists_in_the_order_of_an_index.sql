-- Each order of a list of messages is that of an index, so that a page of a million messages is read and not sorted. Long
-- addresses and subjects are cut: an index holds no entry of more than a third of a page.
create index message_case_sender on message (case_id, left(lower(from_address), 300), id);
create index message_case_subject on message (case_id, left(lower(subject), 300), id);
create index message_case_item_number on message (case_id, item_id, number);
drop index message_item_number;
-- Totals are still answered by this index alone.
drop index message_case_verdict;
create index message_case_verdict on message (case_id, verdict, id) include (item_id);
