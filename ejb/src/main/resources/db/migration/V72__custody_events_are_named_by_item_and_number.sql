-- What is not hashed could be changed unseen: an event has no name beside its item and its number there.
alter table custody_event drop column id;
alter table custody_event drop constraint custody_event_item_id_sequence_key;
alter table custody_event add primary key (item_id, sequence);
