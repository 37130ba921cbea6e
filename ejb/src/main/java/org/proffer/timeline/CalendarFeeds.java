package org.proffer.timeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.proffer.access.Access;
import org.proffer.access.Action;
import org.proffer.access.Actor;
import org.proffer.access.Logins;
import org.proffer.access.RowIdentity;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.NotFound;

/**
 * Calendars for other calendar programs, each at a secret address: 256 random bits, of which only
 * the hash is kept. Whoever knows the address may read the hearings and court events of the
 * person's cases, never of a sealed one, until the person revokes it or makes another.
 */
@Stateless
@PermitAll // reading is open to whoever knows the address; the other methods ask the policy
public class CalendarFeeds {
  private static final int BYTES = 32;
  private static final int MOST = 2_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext private EntityManager entities;
  @Inject private Access access;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;
  @Inject private CalendarRows rows;
  @Inject private Clock clock;

  /**
   * Since when the calendar of the person who asks can be read at an address; empty if it cannot.
   */
  public Optional<Instant> madeAt() {
    Actor actor = access.require(Action.SEE_CALENDAR);
    return Optional.ofNullable(entities.find(CalendarFeed.class, actor.login()))
        .map(feed -> feed.madeAt);
  }

  /** Makes an address for the person who asks; an earlier one no longer works. It is told once. */
  public String make() {
    Actor actor = access.require(Action.SEE_CALENDAR);
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    CalendarFeed feed = entities.find(CalendarFeed.class, actor.login());
    if (feed == null) {
      feed = new CalendarFeed(actor.login());
    }
    feed.tokenHash = hash(token);
    feed.madeAt = clock.instant();
    entities.persist(feed);
    audit.record(actor.login(), "MAKE_CALENDAR_FEED", null, "login", actor.login(), "");
    return token;
  }

  /** Takes the address back. */
  public void revoke() {
    Actor actor = access.require(Action.SEE_CALENDAR);
    CalendarFeed feed = entities.find(CalendarFeed.class, actor.login());
    if (feed != null) {
      entities.remove(feed);
      audit.record(actor.login(), "REVOKE_CALENDAR_FEED", null, "login", actor.login(), "");
    }
  }

  /**
   * The calendar at an address, as RFC 5545 has it.
   *
   * @throws NotFound if the address was never made, was revoked, or its person may see no case any
   *     more
   */
  public String read(String token) {
    String login =
        RowIdentity.asPortal(
            () ->
                entities
                    .createQuery(
                        "select f.login from CalendarFeed f where f.tokenHash = :hash",
                        String.class)
                    .setParameter("hash", hash(token))
                    .getResultStream()
                    .findFirst()
                    .filter(l -> logins.mayStill(l, Action.SEE_CALENDAR))
                    .orElseThrow(() -> new NotFound("calendar", "…")));
    return RowIdentity.as(login, () -> ICalendarText.of(rows.ofCourts(login, MOST)));
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(token.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
