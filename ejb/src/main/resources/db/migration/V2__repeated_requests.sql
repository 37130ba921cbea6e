-- What was answered to a request that a program may send again (Idempotency-Key); status is null while it runs.
create table repeated_request (
  login       text not null,
  key         text not null,
  fingerprint text not null,
  begun_at    timestamptz not null,
  status      integer,
  location    text,
  media_type  text,
  body        text,
  primary key (login, key)
);
create index repeated_request_begun on repeated_request (begun_at);
