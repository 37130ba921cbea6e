-- What stood behind a charging instrument that was filed is corrected with a reason, and shows it: the version names the
-- instrument, the record that it has such a version.
alter table record_version add column after_filing text not null default '';
alter table case_record add column corrected boolean not null default false;
