package org.proffer.restrictions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Hands on the marks of a case to what is made from it: those that stand and those that are set
 * later, as long as one thing it rests on is marked.
 */
@ApplicationScoped
public class InheritedMarks {
  @PersistenceContext private EntityManager entities;

  /**
   * Says that a thing was made from every evidence item of a case that its maker sees. Within the
   * caller's transaction, as the maker.
   *
   * @param kind the kind of thing, for example {@code document}
   */
  public void ofCase(UUID caseId, UUID thing, String kind) {
    entities
        .createNativeQuery(
            """
            insert into proffer.rests_on (thing_id, thing_kind, case_id, target_id)
            select cast(:thing as uuid), :kind, i.case_id, i.id from proffer.evidence_item i where i.case_id = :case
            on conflict do nothing""")
        .setParameter("thing", thing.toString())
        .setParameter("kind", kind)
        .setParameter("case", caseId)
        .executeUpdate();
    spread(caseId);
  }

  /**
   * Says what a thing was made from: evidence items, messages, records of the case. Within the
   * caller's transaction.
   *
   * @param kind the kind of thing, for example {@code document}
   */
  public void of(UUID caseId, UUID thing, String kind, Collection<UUID> foundations) {
    entities
        .createNativeQuery(
            """
            insert into proffer.rests_on (thing_id, thing_kind, case_id, target_id)
            select cast(:thing as uuid), :kind, :case, cast(t as uuid) from unnest(string_to_array(:all, ',')) t
            on conflict do nothing""")
        .setParameter("thing", thing.toString())
        .setParameter("kind", kind)
        .setParameter("case", caseId)
        .setParameter(
            "all", foundations.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .executeUpdate();
    spread(caseId);
  }

  private void spread(UUID caseId) {
    entities
        .createNativeQuery("select cast(proffer.spread_marks(:case) as text)")
        .setParameter("case", caseId)
        .getSingleResult();
  }
}
