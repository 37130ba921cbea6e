package org.proffer.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Who belongs to which case. Asked and changed within the caller's transaction. */
@ApplicationScoped
public class Members {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Whether the login belongs to the case. */
  public boolean isMember(UUID caseId, String login) {
    return entities.find(Membership.class, new Membership.Key(caseId, login)) != null;
  }

  /** The logins of a case, in order. */
  public List<String> of(UUID caseId) {
    return entities
        .createQuery(
            "select m.login from Membership m where m.caseId = :case order by m.login",
            String.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** Adds a login to a case; nothing changes when it is there already. */
  public void add(UUID caseId, String login, String by) {
    if (!isMember(caseId, login)) {
      entities.persist(new Membership(caseId, login, clock.instant(), by));
    }
  }
}
