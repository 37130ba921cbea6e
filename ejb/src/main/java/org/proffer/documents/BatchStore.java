package org.proffer.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.platform.Ids;
import org.proffer.platform.NotFound;

/** Batches and their items as they are stored, each change in a transaction of its own. */
@ApplicationScoped
@Transactional
class BatchStore {
  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Whose case a batch is, and of what. */
  record Head(CaseId caseId, DocumentKind kind, Instant startedAt, String startedBy) {}

  UUID enter(CaseId caseId, DocumentKind kind, List<UUID> subjects, String by) {
    UUID id = Ids.next(clock);
    entities
        .createNativeQuery(
            "insert into proffer.document_batch (id, case_id, kind, started_at, started_by)"
                + " values (:id, :case, :kind, :at, :by)")
        .setParameter("id", id)
        .setParameter("case", caseId.value())
        .setParameter("kind", kind.name())
        .setParameter("at", Timestamp.from(clock.instant()))
        .setParameter("by", by)
        .executeUpdate();
    int position = 1;
    for (UUID subject : subjects) {
      entities
          .createNativeQuery(
              "insert into proffer.document_batch_item (batch_id, case_id, subject, position)"
                  + " values (:id, :case, :subject, :position)")
          .setParameter("id", id)
          .setParameter("case", caseId.value())
          .setParameter("subject", subject)
          .setParameter("position", position++)
          .executeUpdate();
    }
    audit.record(by, "START_BATCH", caseId.value(), "batch", id, subjects.size() + " " + kind.id());
    return id;
  }

  Head head(UUID id) {
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select case_id, kind, started_at, started_by from proffer.document_batch where id = :id",
                Object[].class)
            .setParameter("id", id)
            .getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("batch", id);
    }
    Object[] row = rows.get(0);
    return new Head(
        new CaseId((UUID) row[0]),
        DocumentKind.valueOf((String) row[1]),
        instant(row[2]),
        (String) row[3]);
  }

  static Instant instant(Object value) {
    return value instanceof Timestamp stamp
        ? stamp.toInstant()
        : value instanceof java.time.OffsetDateTime at ? at.toInstant() : (Instant) value;
  }

  /**
   * The subjects for which there is no document yet, in their order; those that failed included.
   */
  List<UUID> open(UUID id) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select subject from proffer.document_batch_item where batch_id = :id and document_id is null order by position",
            UUID.class)
        .setParameter("id", id)
        .getResultList();
  }

  /** The documents that are made, in their order. */
  List<DocumentId> made(UUID id) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select document_id from proffer.document_batch_item where batch_id = :id and document_id is not null order by position",
            UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .map(DocumentId::new)
        .toList();
  }

  /** Notes why there is no document of a subject. */
  void failed(UUID id, UUID subject, String problem) {
    entities
        .createNativeQuery(
            "update proffer.document_batch_item set problem = :problem"
                + " where batch_id = :id and subject = :subject and document_id is null")
        .setParameter("problem", problem)
        .setParameter("id", id)
        .setParameter("subject", subject)
        .executeUpdate();
  }

  BatchView view(UUID id, boolean running) {
    Head head = head(id);
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select subject, document_id is not null, problem from proffer.document_batch_item where batch_id = :id order by position",
                Object[].class)
            .setParameter("id", id)
            .getResultList();
    return new BatchView(
        id,
        head.caseId(),
        head.kind(),
        head.startedAt(),
        head.startedBy(),
        running,
        rows.stream().filter(r -> (Boolean) r[1]).count(),
        rows.stream().filter(r -> !(Boolean) r[1] && ((String) r[2]).isEmpty()).count(),
        rows.stream()
            .filter(r -> !(Boolean) r[1] && !((String) r[2]).isEmpty())
            .map(r -> new BatchView.Failed((UUID) r[0], (String) r[2]))
            .toList());
  }

  List<UUID> of(CaseId caseId) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select id from proffer.document_batch where case_id = :case order by started_at desc",
            UUID.class)
        .setParameter("case", caseId.value())
        .getResultList();
  }
}
