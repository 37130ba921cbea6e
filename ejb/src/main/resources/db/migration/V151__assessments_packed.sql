-- What the engine says of a message takes 7.8 kB of JSON, nearly all of it sentences that stand in most others. The portal
-- packs it against a dictionary of them before it is stored, in a sixth of what the database made of it; nothing asks for it
-- in SQL. What is stored as JSON stays so until it is re-checked.
alter table message add column packed_assessment bytea;
alter table message alter column packed_assessment set storage external;
alter table message alter column assessment drop not null;
alter table message add constraint message_assessed check ((assessment is null) <> (packed_assessment is null));
-- The words searched for stay with the row as long as it has room: what else is long is moved out first.
alter table message alter column search set storage main;
