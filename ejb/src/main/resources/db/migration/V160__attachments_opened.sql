-- What an attachment holds that is a container (an archive, a message, what Outlook wraps): the list of its members with their
-- hashes, made when the message is read in, and why something of it was not opened. The bytes stay where they are.
create table attachment_opening (
  message_id uuid not null references message (id),
  section    text not null check (length(section) <= 400),
  tool       text not null,
  members    jsonb not null,
  problems   jsonb not null,
  primary key (message_id, section)
);
revoke update, truncate on attachment_opening from proffer_app;

do $$
begin
  alter table proffer.attachment_opening enable row level security;
  alter table proffer.attachment_opening force row level security;
  execute format('create policy owner on proffer.attachment_opening to %I using (session_user <> current_user or current_setting(''proffer.migrating'', true) = ''on'')', current_user);
  -- Who sees the message sees what is in its attachments; the portal alone writes it.
  create policy members on proffer.attachment_opening for select to proffer_app
    using (exists (select from proffer.message m where m.id = attachment_opening.message_id));
  create policy portal on proffer.attachment_opening to proffer_app using ((select proffer.who()) = '*');
end $$;

-- The attachments of messages that are there already are opened by the job that indexes older messages.
update message set search_form = 1 where search_form >= 2 and search @@ '''has:attachment'''::tsquery;
