package org.proffer.restrictions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

/** Hands on the marks of a case to what is made from the whole of it. */
@ApplicationScoped
public class InheritedMarks {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Marks a thing made from everything in a case that its maker sees, with every mark that stands
   * on something the maker sees. Within the caller's transaction.
   *
   * @param kind the kind of thing, for example {@code document}
   */
  public void ofCase(UUID caseId, UUID thing, String kind, String maker) {
    entities
        .createNativeQuery(
            """
            insert into proffer.content_mark (id, case_id, target_id, target_kind, mark, authority, inherited_from, set_at, set_by)
            select distinct on (k.mark) gen_random_uuid(), k.case_id, cast(:thing as uuid), :kind, k.mark, k.authority, k.id, cast(:now as timestamptz), :maker
            from proffer.content_mark k
            where k.case_id = :case and k.lifted_at is null and k.inherited_from is null
              and k.target_id not in (select proffer.hidden_content())
            on conflict do nothing""")
        .setParameter("thing", thing.toString())
        .setParameter("kind", kind)
        .setParameter("now", Timestamp.from(clock.instant()))
        .setParameter("maker", maker)
        .setParameter("case", caseId)
        .executeUpdate();
  }
}
