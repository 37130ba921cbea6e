package org.proffer.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database knows of the caller before a case; one question for each decision. */
@ApplicationScoped
class Situations {
  private static final Situation NO_SUCH_CASE =
      new Situation(Relation.NONE, Stage.OPEN, false, false, false, Set.of(), Set.of());

  @PersistenceContext private EntityManager entities;

  /**
   * The situation of the one whose transaction this is. The case is the one at hand from then on:
   * the row policies look at it before all others of the person.
   *
   * @param thing an evidence item, a message, a document or a record of the case; null for the case
   *     as a whole
   */
  Situation of(UUID caseId, @Nullable UUID thing) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select member_role, until, walled, status, sealed, legal_hold, disclosed, marks,"
                    + " set_config('proffer.case_at_hand', cast(:case as text), true)"
                    + " from proffer.situation(:case, cast(:thing as uuid))")
            .setParameter("case", caseId)
            .setParameter("thing", thing == null ? null : thing.toString())
            .getResultList();
    Object[] row = (Object[]) rows.get(0);
    if (row[3] == null) {
      return NO_SUCH_CASE;
    }
    return new Situation(
        relation((String) row[0], (Instant) row[1], (Boolean) row[2]),
        stage((String) row[3]),
        (Boolean) row[4],
        (Boolean) row[5],
        thing != null,
        marks((String) row[7]),
        marks((String) row[6]));
  }

  private static Relation relation(
      @Nullable String memberRole, @Nullable Instant until, boolean walled) {
    if (walled) {
      return Relation.WALLED;
    }
    if (memberRole == null) {
      return Relation.NONE;
    }
    if (until != null) {
      return Relation.GUEST;
    }
    return memberRole.equals(MemberRole.FILTER_TEAM.name())
        ? Relation.FILTER_TEAM
        : Relation.MEMBER;
  }

  private static Stage stage(String status) {
    return switch (status) {
      case "CLOSED" -> Stage.CLOSED;
      case "ARCHIVED" -> Stage.ARCHIVED;
      default -> Stage.OPEN;
    };
  }

  private static Set<Mark> marks(@Nullable String commaSeparated) {
    EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
    if (commaSeparated != null) {
      Arrays.stream(commaSeparated.split(",")).map(Mark::valueOf).forEach(marks::add);
    }
    return marks;
  }
}
