package org.proffer.logins;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.proffer.audit.Act;
import org.proffer.audit.AuditTrail;
import org.proffer.platform.InvalidInput;

/**
 * Proves passwords of the embedded logins. Five failures within fifteen minutes lock a login until
 * an administrator opens it (FBI CJIS Security Policy, AC-7). What is refused is refused alike, and
 * takes alike long: for a login that does not exist, is closed, is locked, or has another password.
 */
@Stateless
@PermitAll // nobody is logged in yet
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignIns {
  /** Failures that lock a login. */
  public static final int MOST_FAILURES = 5;

  /** The time within which they count together; the end is not included. */
  public static final Duration WITHIN = Duration.ofMinutes(15);

  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext private EntityManager entities;
  @Inject private AuditTrail audit;
  @Inject private ReachOfPortal reach;
  @Inject private Clock clock;

  /** What became of a proof. */
  public enum Proof {
    /** The password is right. */
    GOOD,
    /** It is right, and must be replaced before it lets anybody in. */
    TO_BE_REPLACED,
    /** It proves nothing; why is in the audit log. */
    REFUSED
  }

  /** A login as the table has it. */
  private record Account(
      String hash,
      boolean enabled,
      int failures,
      Instant firstFailedAt,
      boolean locked,
      String from) {}

  /** Proves a password. The audit log says what became of it. */
  public Proof prove(String login, String password) {
    // The hash takes long, and is made before the row is locked: many who come in under one login
    // at
    // once do not wait for each other. What counts is read under the lock.
    String hash = hash(login);
    boolean fits = Passwords.fits(password, hash);
    Account account = account(login);
    if (account == null) {
      return refused(login, "there is no such login");
    }
    if (!account.enabled()) {
      return refused(login, "the login is closed");
    }
    if (account.locked()) {
      return refused(login, "the login is locked");
    }
    if (!account.hash().equals(hash)) {
      return refused(login, "the password was replaced meanwhile");
    }
    if (!fits) {
      return failed(login, account);
    }
    entities
        .createNativeQuery(
            "update proffer.login_account set failures = 0, first_failed_at = null where login = :login")
        .setParameter("login", login)
        .executeUpdate();
    return account.from().equals("ADMINISTRATOR")
            || (account.from().equals("LAUNCHER") && reach.isBeyondThisMachine())
        ? Proof.TO_BE_REPLACED
        : Proof.GOOD;
  }

  /** The hash to compare with; empty where there is no such login. */
  private String hash(String login) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select password_hash from proffer.login_account where login = :login", String.class)
        .setParameter("login", login)
        .uniqueResultOptional()
        .orElse("");
  }

  @org.jspecify.annotations.Nullable
  private Account account(String login) {
    List<?> found =
        entities
            .createNativeQuery(
                "select password_hash, enabled, failures, first_failed_at, locked_at is not null,"
                    + " password_from from proffer.login_account where login = :login for update")
            .setParameter("login", login)
            .getResultList();
    if (found.isEmpty()) {
      return null;
    }
    Object[] row = (Object[]) found.get(0);
    return new Account(
        (String) row[0],
        (Boolean) row[1],
        ((Number) row[2]).intValue(),
        row[3] == null ? Instant.EPOCH : (Instant) row[3],
        (Boolean) row[4],
        (String) row[5]);
  }

  private Proof refused(String login, String why) {
    audit.loginFailed(login, why);
    return Proof.REFUSED;
  }

  private Proof failed(String login, Account account) {
    Instant now = clock.instant();
    boolean together = now.isBefore(account.firstFailedAt().plus(WITHIN));
    int failures = together ? account.failures() + 1 : 1;
    boolean locks = failures >= MOST_FAILURES;
    entities
        .createNativeQuery(
            "update proffer.login_account set failures = :failures, first_failed_at = :first,"
                + " locked_at = case when :locks then cast(:now as timestamptz) end where login = :login")
        .setParameter("failures", failures)
        .setParameter("first", together ? account.firstFailedAt() : now)
        .setParameter("locks", locks)
        .setParameter("now", now)
        .setParameter("login", login)
        .executeUpdate();
    audit.loginFailed(login, "wrong password, " + failures + " of " + MOST_FAILURES);
    if (locks) {
      audit.record(
          Act.done(
              AuditTrail.SYSTEM,
              "LOCK_LOGIN",
              null,
              "login",
              login,
              failures + " wrong passwords within " + WITHIN.toMinutes() + " minutes"));
    }
    return Proof.REFUSED;
  }

  /** Gives out what the server takes in place of a proved password, once, within ten seconds. */
  public String ticket(String login) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String ticket = HexFormat.of().formatHex(random);
    entities
        .createNativeQuery(
            "update proffer.login_account set ticket_hash = encode(sha256(convert_to(:ticket, 'UTF8')), 'hex'),"
                + " ticket_until = now() + interval '10 seconds' where login = :login")
        .setParameter("ticket", ticket)
        .setParameter("login", login)
        .executeUpdate();
    return ticket;
  }

  /** Records that somebody came in. The ticket is worth nothing from here on. */
  public void cameIn(String login) {
    entities
        .createNativeQuery(
            "update proffer.login_account set last_login_at = :now, ticket_hash = null, ticket_until = null"
                + " where login = :login")
        .setParameter("now", clock.instant())
        .setParameter("login", login)
        .executeUpdate();
    audit.login(login);
  }

  /**
   * Replaces a password by one that the person chose. Other sessions of the login end.
   *
   * @return whether the old one was right; nothing is changed if not
   * @throws InvalidInput if the new one cannot be used
   */
  public boolean choose(String login, String password, String chosen) {
    if (prove(login, password) == Proof.REFUSED) {
      return false;
    }
    if (chosen.equals(password)) {
      throw new InvalidInput(
          "newPassword", "The new password is the old one.", "Choose another one.");
    }
    PasswordRules.objection(login, chosen)
        .ifPresent(
            why -> {
              throw new InvalidInput(
                  "newPassword",
                  why,
                  "Choose "
                      + PasswordRules.LEAST
                      + " characters or more, for example four words that do not belong together.");
            });
    entities
        .createNativeQuery(
            "update proffer.login_account set password_hash = :hash, password_from = 'PERSON',"
                + " password_set_at = :now, sessions_since = :now where login = :login")
        .setParameter("hash", Passwords.hash(chosen))
        .setParameter("now", clock.instant())
        .setParameter("login", login)
        .executeUpdate();
    audit.record(Act.done(login, "CHOOSE_PASSWORD", null, "login", login, ""));
    return true;
  }

  /**
   * Since when sessions of a login count; those that began before are over. Empty if the login is
   * closed, or does not exist: then all are.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Optional<Instant> sessionsSince(String login) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select greatest(sessions_since, timestamptz 'epoch') from proffer.login_account"
                + " where login = :login and enabled",
            Instant.class)
        .setParameter("login", login)
        .uniqueResultOptional();
  }
}
