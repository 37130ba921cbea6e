package org.proffer.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit log. What is done is written in its own transaction: if the row cannot be
 * written, nothing is done. What is refused or fails is written apart, so that it stays when the
 * rest is undone.
 */
@ApplicationScoped
public class AuditTrail {
  /** What the portal itself does. */
  public static final String SYSTEM = "system";

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private AuditAlarm alarm;

  /**
   * Records that something was done or seen.
   *
   * @param actor login of the person, or {@code system}
   * @param action what, in capitals with underscores
   * @param caseId the case it concerns, if any
   * @param objectType the kind of thing, for example {@code evidence}
   * @param objectId which one
   * @param detail ids and counts; no names, addresses or message text
   * @throws AuditUnavailable if it cannot be recorded, and so is not done
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(
      String actor,
      String action,
      @Nullable UUID caseId,
      String objectType,
      Object objectId,
      String detail) {
    write(Act.done(actor, action, caseId, objectType, objectId, detail));
  }

  /**
   * Records what was done or seen, in the transaction of the act.
   *
   * @throws AuditUnavailable if it cannot be recorded, and so is not done
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(Act act) {
    write(act);
  }

  /**
   * Records what stays recorded whatever becomes of the transaction that runs now: a refusal, a
   * failure, a login.
   *
   * @throws AuditUnavailable if it cannot be recorded
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void recordApart(Act act) {
    write(act);
  }

  /**
   * Records a login.
   *
   * @throws AuditUnavailable if it cannot be recorded; the person is then not to be let in
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void login(String login) {
    write(Act.done(login, "LOGIN", null, "login", login, ""));
  }

  /**
   * Records a login that failed.
   *
   * @param asked the login that was asked for, which may not exist
   * @param why in a few words, without the password
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void loginFailed(String asked, String why) {
    String shown = asked.length() > 100 ? asked.substring(0, 100) : asked;
    write(Act.done(shown, "LOGIN", null, "login", shown, why).ending(Act.Outcome.FAILED));
  }

  /** Records the end of a session. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void logout(String login) {
    write(Act.done(login, "LOGOUT", null, "login", login, ""));
  }

  private void write(Act act) {
    try {
      entities.persist(new AuditEntry(clock.instant(), act, Origin.current()));
    } catch (PersistenceException e) {
      alarm.raise(AuditAlarm.Trouble.UNWRITABLE, "An act could not be recorded: " + act.action());
      throw new AuditUnavailable(e);
    }
  }
}
