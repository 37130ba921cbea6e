-- Bytes may belong to a document's version, a bundle, or something of the compliance desk: destroying an item erases none of them.
create or replace function bytes_in_use(hash text) returns boolean language sql stable security definer
  set search_path = proffer, pg_temp as
$$
  select exists (select from proffer.evidence_item e where e.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.derivative d join proffer.evidence_item e on e.id = d.item_id where d.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.item_photo p join proffer.evidence_item e on e.id = p.item_id where p.sha256 = hash and e.destroyed_at is null)
      or exists (select from proffer.document d where d.sha256 = hash)
      or exists (select from proffer.document_version d where d.sha256 = hash)
      or exists (select from proffer.bundle b where b.sha256 = hash)
      or exists (select from proffer.template_check t where t.sha256 = hash)
      or exists (select from proffer.mailing_audit_list l where l.sha256 = hash)
      or exists (select from proffer.mailing_audit a where a.all_findings = hash)
      or exists (select from proffer.desk_report r where r.sha256 = hash)
      or exists (select from proffer.record_version v where v.content ->> 'sha256' = hash)
$$;
