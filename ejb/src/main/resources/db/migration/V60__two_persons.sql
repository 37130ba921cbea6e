-- Who closed something does not open it again alone, and nobody gives anything to themselves. The services refuse it first,
-- with words; this is the second line. What was closed before this migration has no name, and is opened by whoever may.
alter table case_file add column sealed_by text, add column held_by text;

create function closing_has_its_person() returns trigger language plpgsql
  set search_path = proffer, pg_temp as
$$
declare
  person text := nullif(proffer.who(), '*');
begin
  if tg_op = 'UPDATE' and ((old.sealed and not new.sealed and old.sealed_by = person)
      or (old.legal_hold and not new.legal_hold and old.held_by = person)) then
    raise exception 'another person opens what one has closed' using errcode = 'check_violation', constraint = 'two_persons';
  end if;
  new.sealed_by := case when not new.sealed then null
                        when tg_op = 'UPDATE' and old.sealed then old.sealed_by else person end;
  new.held_by := case when not new.legal_hold then null
                      when tg_op = 'UPDATE' and old.legal_hold then old.held_by else person end;
  return new;
end $$;
create trigger closing_has_its_person before insert or update on case_file for each row execute function closing_has_its_person();

create function wall_is_lifted_by_another() returns trigger language plpgsql
  set search_path = proffer, pg_temp as
$$
begin
  if old.raised_by = proffer.who() then
    raise exception 'another person lifts a wall' using errcode = 'check_violation', constraint = 'two_persons';
  end if;
  return old;
end $$;
create trigger wall_is_lifted_by_another before delete on case_wall for each row execute function wall_is_lifted_by_another();

alter table content_mark add constraint two_persons check (lifted_by <> set_by) not valid;
alter table disclosure add constraint two_persons check (login <> listed_by) not valid;

create function roles_are_given_by_another() returns trigger language plpgsql
  set search_path = proffer, pg_temp as
$$
begin
  if new.login = proffer.who() then
    raise exception 'another person gives roles' using errcode = 'check_violation', constraint = 'two_persons';
  end if;
  return new;
end $$;
create trigger roles_are_given_by_another before insert or update on login_role for each row execute function roles_are_given_by_another();
