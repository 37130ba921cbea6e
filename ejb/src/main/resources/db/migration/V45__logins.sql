-- What the embedded logins remember: failures, lockout, whose choice the password was, and since when sessions count. The
-- server lets in whoever has the ticket that the portal gave out a moment ago for a password it had proved.
alter table login_account
  add column failures        integer not null default 0 check (failures >= 0),
  add column first_failed_at timestamptz,
  add column locked_at       timestamptz,
  add column password_from   text not null default 'LAUNCHER' check (password_from in ('LAUNCHER', 'ADMINISTRATOR', 'PERSON')),
  add column password_set_at timestamptz not null default now(),
  add column last_login_at   timestamptz,
  add column sessions_since  timestamptz not null default '-infinity',
  add column ticket_hash     text,
  add column ticket_until    timestamptz;
