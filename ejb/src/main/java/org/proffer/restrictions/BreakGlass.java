package org.proffer.restrictions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Members;
import org.proffer.access.RowIdentity;
import org.proffer.audit.AuditTrail;
import org.proffer.law.deadlines.BusinessDays;
import org.proffer.platform.Ids;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;

/**
 * Breaking glass: an attorney who is no member enters a case for an hour, reads, and is reviewed.
 * It opens no wall, no marked matter, and nothing is written.
 */
@Stateless
public class BreakGlass {
  /** How long a stay lasts. */
  public static final Duration STAY = Duration.ofMinutes(60);

  /** The shortest reason that says anything, in characters. */
  public static final int SHORTEST_REASON = 20;

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Members members;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Enters a case by its docket number.
   *
   * @param court code of the court
   * @throws InvalidInput if the reason is too short, or the person is a member
   * @throws NotFound if there is no such case; a case behind a wall answers alike
   */
  public BreakGlassUse enter(String court, String docketNumber, String reason) {
    Actor actor = access.requireFresh(Action.BREAK_GLASS);
    String said = reason.strip();
    if (said.length() < SHORTEST_REASON) {
      throw new InvalidInput(
          "reason",
          "A reason has at least " + SHORTEST_REASON + " characters.",
          "Say what cannot wait, so that the reviewer understands.");
    }
    return RowIdentity.asPortal(() -> entered(actor.login(), court, docketNumber.strip(), said));
  }

  private BreakGlassUse entered(String login, String court, String docketNumber, String reason) {
    UUID caseId =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select c.id from proffer.case_file c"
                    + " where c.court = :court and c.docket_number = :docket and not exists"
                    + " (select from proffer.case_wall w where w.case_id = c.id and w.login = :login)"
                    + " order by c.opened_at",
                UUID.class)
            .setParameter("court", court)
            .setParameter("docket", docketNumber)
            .setParameter("login", login)
            .setMaxResults(1)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("case", docketNumber));
    if (members.isMember(caseId, login)) {
      throw new InvalidInput(
          "docketNumber", "The case is open to you already.", "Find it in your list of cases.");
    }
    Instant now = clock.instant();
    BreakGlassRow use = new BreakGlassRow();
    use.id = Ids.next(clock);
    use.caseId = caseId;
    use.login = login;
    use.reason = reason;
    use.beganAt = now;
    use.until = now.plus(STAY);
    entities.persist(use);
    members.admit(caseId, login, use.until);
    entities.flush();
    audit.record(login, "BREAK_GLASS", caseId, "case", caseId, "until " + use.until);
    return view(use);
  }

  /** The uses that nobody has reviewed yet, the oldest first. */
  public List<BreakGlassUse> toReview() {
    access.require(Action.REVIEW_BREAK_GLASS);
    return RowIdentity.asPortal(
        () ->
            entities
                .createQuery(
                    "from BreakGlassRow u where u.reviewedAt is null order by u.beganAt",
                    BreakGlassRow.class)
                .getResultStream()
                .map(BreakGlass::view)
                .toList());
  }

  /**
   * Records what a reviewer found.
   *
   * @throws InvalidInput if nothing is said, or the use is the reviewer's own
   * @throws NotFound if there is no such use to review
   */
  public BreakGlassUse review(UUID id, String found) {
    Actor actor = access.require(Action.REVIEW_BREAK_GLASS);
    if (found.isBlank()) {
      throw new InvalidInput("found", "A review says what was found.", "Write a sentence.");
    }
    return RowIdentity.asPortal(
        () -> {
          BreakGlassRow use = entities.find(BreakGlassRow.class, id);
          if (use == null || use.reviewedAt != null) {
            throw new NotFound("use of break-glass", id);
          }
          if (use.login.equals(actor.login())) {
            throw new InvalidInput(
                "id", "Nobody reviews a use of their own.", "Ask another supervising attorney.");
          }
          use.reviewedAt = clock.instant();
          use.reviewedBy = actor.login();
          use.review = found.strip();
          entities.flush();
          audit.record(actor.login(), "REVIEW_BREAK_GLASS", use.caseId, "break-glass", id, "");
          return view(use);
        });
  }

  private static BreakGlassUse view(BreakGlassRow use) {
    return new BreakGlassUse(
        use.id,
        use.caseId,
        use.login,
        use.reason,
        use.beganAt,
        use.until,
        BusinessDays.after(use.beganAt.atZone(ZoneOffset.UTC).toLocalDate(), 1),
        use.reviewedAt,
        use.reviewedBy == null ? "" : use.reviewedBy,
        use.review == null ? "" : use.review);
  }
}
