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
import org.jspecify.annotations.Nullable;
import org.proffer.audit.AuditTrail;
import org.proffer.cases.CaseId;
import org.proffer.evidence.StoredObject;
import org.proffer.platform.Ids;
import org.proffer.platform.NotFound;
import org.proffer.restrictions.InheritedMarks;

/** Bundles and the series of their numbers, each change in a transaction of its own. */
@ApplicationScoped
@Transactional
class BundleStore {
  private static final String COLUMNS =
      "select b.id, b.case_id, b.title, b.prefix, b.first, b.last, b.parts, b.conforms, b.file_name,"
          + " b.sha256, b.length, b.pages, b.made_at, b.made_by, s.digits, b.part_ids from proffer.bundle b"
          + " join proffer.bates_series s on s.case_id = b.case_id and s.prefix = b.prefix ";

  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private InheritedMarks marks;
  @Inject private Clock clock;

  /** Where the numbers of a prefix stand. */
  record Series(int digits, long next) {}

  /** The series of a prefix; begun at 1 with so many digits if there is none. */
  Series series(CaseId caseId, String prefix, int digits) {
    entities
        .createNativeQuery(
            "insert into proffer.bates_series (case_id, prefix, digits, next) values (:case, :prefix, :digits, 1)"
                + " on conflict do nothing")
        .setParameter("case", caseId.value())
        .setParameter("prefix", prefix)
        .setParameter("digits", digits)
        .executeUpdate();
    return read(caseId, prefix, "");
  }

  private Series read(CaseId caseId, String prefix, String lock) {
    Object[] row =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select digits, next from proffer.bates_series where case_id = :case and prefix = :prefix"
                    + lock,
                Object[].class)
            .setParameter("case", caseId.value())
            .setParameter("prefix", prefix)
            .getSingleResult();
    return new Series(((Number) row[0]).intValue(), ((Number) row[1]).longValue());
  }

  /** Enters a bundle and gives its numbers; null if others gave them meanwhile. */
  @Nullable BundleView enter(
      CaseId caseId,
      String title,
      String prefix,
      Series series,
      BundlePdf.Made made,
      List<UUID> parts,
      boolean conforms,
      String fileName,
      StoredObject object,
      Instant at,
      String by) {
    if (read(caseId, prefix, " for update").next() != series.next()) {
      return null;
    }
    UUID id = Ids.next(clock);
    long last = series.next() + made.pages() - 1;
    entities
        .createNativeQuery(
            "insert into proffer.bundle (id, case_id, title, prefix, first, last, parts, part_ids, conforms, file_name, sha256, length, pages, made_at, made_by)"
                + " values (:id, :case, :title, :prefix, :first, :last, :parts, :ids, :conforms, :file, :sha, :length, :pages, :at, :by)")
        .setParameter("id", id)
        .setParameter("case", caseId.value())
        .setParameter("title", title)
        .setParameter("prefix", prefix)
        .setParameter("first", series.next())
        .setParameter("last", last)
        .setParameter("parts", String.join("\n", made.lines()))
        .setParameter("ids", BundlePlan.written(parts))
        .setParameter("conforms", conforms)
        .setParameter("file", fileName)
        .setParameter("sha", object.sha256())
        .setParameter("length", object.length())
        .setParameter("pages", made.pages())
        .setParameter("at", Timestamp.from(at))
        .setParameter("by", by)
        .executeUpdate();
    entities
        .createNativeQuery(
            "update proffer.bates_series set next = :next where case_id = :case and prefix = :prefix")
        .setParameter("next", last + 1)
        .setParameter("case", caseId.value())
        .setParameter("prefix", prefix)
        .executeUpdate();
    marks.ofCase(caseId.value(), id, "bundle");
    audit.record(by, "MAKE_BUNDLE", caseId.value(), "bundle", id, made.pages() + " pages");
    return get(id);
  }

  BundleView get(UUID id) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(COLUMNS + "where b.id = :id", Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .map(BundleStore::view)
        .findFirst()
        .orElseThrow(() -> new NotFound("bundle", id));
  }

  List<BundleView> of(CaseId caseId) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            COLUMNS + "where b.case_id = :case order by b.made_at desc", Object[].class)
        .setParameter("case", caseId.value())
        .getResultStream()
        .map(BundleStore::view)
        .toList();
  }

  private static BundleView view(Object[] row) {
    String prefix = (String) row[3];
    int digits = ((Number) row[14]).intValue();
    return new BundleView(
        (UUID) row[0],
        new CaseId((UUID) row[1]),
        (String) row[2],
        BundlePdf.number(prefix, digits, ((Number) row[4]).longValue()),
        BundlePdf.number(prefix, digits, ((Number) row[5]).longValue()),
        (String) row[6],
        (Boolean) row[7],
        (String) row[8],
        (String) row[9],
        ((Number) row[10]).longValue(),
        ((Number) row[11]).intValue(),
        BatchStore.instant(row[12]),
        (String) row[13],
        BundlePlan.read((String) row[15]));
  }

  void taken(BundleView bundle, String by) {
    audit.record(
        by,
        "DOWNLOAD_BUNDLE",
        bundle.caseId().value(),
        "bundle",
        bundle.id(),
        bundle.length() + " bytes");
  }
}
