-- A working copy is an item of its own, with its own number and custody, over the same bytes; nothing is stored twice.
alter table evidence_item add column copy_of uuid references evidence_item (id), add check (copy_of <> id);
create index evidence_item_copies on evidence_item (copy_of) where copy_of is not null;
drop index evidence_item_bytes;
create unique index evidence_item_bytes on evidence_item (case_id, sha256) where destroyed_at is null and copy_of is null;
