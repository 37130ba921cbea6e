-- Few rows of the audit log are asked for again and again: when the last backup was, how often a login failed.
create index audit_entry_operations on audit_entry (action, at) where action in ('LOGIN', 'BACK_UP', 'RESTORE', 'RESTORE_OLDER');
