package org.proffer.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All records of a case with all their versions, for taking a whole case file out and in. Asked
 * within the caller's transaction, after the caller asked the policy.
 */
@ApplicationScoped
public class RecordArchive {
  private static final int AT_ONCE = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private RecordKinds kinds;
  @Inject private RecordStore store;

  /** A record with all its versions, the first one first. */
  public record Kept(UUID id, String kind, List<Version> versions) {
    public Kept {
      versions = List.copyOf(versions);
    }
  }

  /**
   * A version of a record, as it was written.
   *
   * @param afterFiling the filed instrument the record stood behind when this corrected it; empty
   *     otherwise
   */
  public record Version(
      Instant at,
      String by,
      String note,
      boolean removed,
      String afterFiling,
      JsonObject content) {}

  /**
   * Hands out the records of a case one after the other, in the order in which they were added; of
   * a hundred thousand only some hundred are held at a time.
   */
  public void of(UUID caseId, Consumer<Kept> each) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select r.id, r.kind from CaseRecord r where r.caseId = :case order by r.id",
                Object[].class)
            .setParameter("case", caseId)
            .getResultList();
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      hand(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)), each);
    }
  }

  private void hand(List<Object[]> rows, Consumer<Kept> each) {
    List<RecordVersion> versions = store.versions(rows.stream().map(row -> (UUID) row[0]).toList());
    Map<UUID, List<Version>> byRecord =
        versions.stream()
            .collect(
                Collectors.groupingBy(
                    v -> v.recordId,
                    Collectors.mapping(RecordArchive::version, Collectors.toList())));
    for (Object[] row : rows) {
      if (!kinds.named((String) row[1]).inCaseFile()) {
        continue;
      }
      UUID id = (UUID) row[0];
      each.accept(new Kept(id, (String) row[1], byRecord.getOrDefault(id, List.of())));
    }
    versions.forEach(entities::detach);
  }

  private static Version version(RecordVersion v) {
    return new Version(v.at, v.by, v.note, v.removed, v.afterFiling, RecordStore.json(v.content));
  }

  /**
   * The way of records with all their versions into a case.
   *
   * @param ids the new id of every record that is brought, by its old one
   * @param kindOf the kind of every record that is brought, by its old id
   */
  public RecordArrival arrival(UUID caseId, Map<UUID, UUID> ids, Map<UUID, String> kindOf) {
    return new RecordArrival(entities, kinds, store, caseId, ids, kindOf);
  }
}
