package org.proffer.documents;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.cases.CaseId;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/** Plans of bundles: the papers in the order somebody set, kept from one day to the next. */
@Stateless
public class BundlePlans {
  private static final int MOST = 300;
  private static final String COLUMNS =
      "select id, case_id, title, prefix, parts, version, changed_at, changed_by from proffer.bundle_plan ";

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Clock clock;

  /** The plans of a case, the newest first. */
  public List<BundlePlan> of(CaseId caseId) {
    access.require(Action.READ_DOCUMENT, caseId.value());
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            COLUMNS + "where case_id = :case order by changed_at desc, id", Object[].class)
        .setParameter("case", caseId.value())
        .getResultStream()
        .map(BundlePlans::view)
        .toList();
  }

  /** One plan. */
  public BundlePlan get(UUID id) {
    access.require(Action.READ_DOCUMENT);
    BundlePlan plan = find(id, "");
    access.require(Action.READ_DOCUMENT, plan.caseId().value(), "bundle plan", id);
    return plan;
  }

  private BundlePlan find(UUID id, String lock) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(COLUMNS + "where id = :id" + lock, Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .map(BundlePlans::view)
        .findFirst()
        .orElseThrow(() -> new NotFound("bundle plan", id));
  }

  private static BundlePlan view(Object[] row) {
    return new BundlePlan(
        (UUID) row[0],
        new CaseId((UUID) row[1]),
        (String) row[2],
        (String) row[3],
        BundlePlan.read((String) row[4]),
        ((Number) row[5]).intValue(),
        BatchStore.instant(row[6]),
        (String) row[7]);
  }

  /** Keeps a new plan. */
  public BundlePlan add(CaseId caseId, String title, String prefix, List<UUID> parts) {
    Actor actor = access.require(Action.PRODUCE_DOCUMENT, caseId.value());
    check(title, parts);
    UUID id = Ids.next(clock);
    entities
        .createNativeQuery(
            "insert into proffer.bundle_plan (id, case_id, title, prefix, parts, version, changed_at, changed_by)"
                + " values (:id, :case, :title, :prefix, :parts, 1, :at, :by)")
        .setParameter("id", id)
        .setParameter("case", caseId.value())
        .setParameter("title", title.strip())
        .setParameter("prefix", prefix.strip())
        .setParameter("parts", BundlePlan.written(parts))
        .setParameter("at", Timestamp.from(clock.instant()))
        .setParameter("by", actor.login())
        .executeUpdate();
    return find(id, "");
  }

  /**
   * Keeps a plan as it is now.
   *
   * @param read the version that was read
   * @throws DocumentChanged if somebody kept it meanwhile
   */
  public BundlePlan revise(UUID id, int read, String title, String prefix, List<UUID> parts) {
    Actor actor = asked(id);
    check(title, parts);
    BundlePlan plan = find(id, " for update");
    if (plan.version() != read) {
      throw new DocumentChanged(plan.title(), plan.version(), plan.changedBy());
    }
    entities
        .createNativeQuery(
            "update proffer.bundle_plan set title = :title, prefix = :prefix, parts = :parts, version = version + 1,"
                + " changed_at = :at, changed_by = :by where id = :id")
        .setParameter("title", title.strip())
        .setParameter("prefix", prefix.strip())
        .setParameter("parts", BundlePlan.written(parts))
        .setParameter("at", Timestamp.from(clock.instant()))
        .setParameter("by", actor.login())
        .setParameter("id", id)
        .executeUpdate();
    return find(id, "");
  }

  /** Gives a plan up. */
  public void remove(UUID id) {
    asked(id);
    entities
        .createNativeQuery("delete from proffer.bundle_plan where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  private Actor asked(UUID id) {
    access.require(Action.PRODUCE_DOCUMENT);
    return access.require(
        Action.PRODUCE_DOCUMENT, find(id, "").caseId().value(), "bundle plan", id);
  }

  private static void check(String title, List<UUID> parts) {
    if (title.isBlank() || title.length() > 200) {
      throw new InvalidInput(
          "title", "A bundle has a title of at most 200 characters.", "Say what it is.");
    }
    if (parts.size() > MOST || new HashSet<>(parts).size() < parts.size()) {
      throw new InvalidInput(
          "parts",
          "A bundle has at most " + MOST + " papers, each once.",
          "Leave some of them out.");
    }
  }
}
