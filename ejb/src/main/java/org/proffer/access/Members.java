package org.proffer.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who belongs to which case. Asked and changed within the caller's transaction. */
@ApplicationScoped
public class Members {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Whether the login belongs to the case. */
  public boolean isMember(UUID caseId, String login) {
    Membership membership = entities.find(Membership.class, new Membership.Key(caseId, login));
    return membership != null && !membership.isStay();
  }

  /** The logins of a case, in order. */
  public List<String> of(UUID caseId) {
    return entities
        .createQuery(
            "select m.login from Membership m where m.caseId = :case and m.until is null order by m.login",
            String.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** The members of a case, in the order of their logins. */
  public List<Member> listed(UUID caseId) {
    return entities
        .createQuery(
            "from Membership m where m.caseId = :case and m.until is null order by m.login",
            Membership.class)
        .setParameter("case", caseId)
        .getResultList()
        .stream()
        .map(Membership::view)
        .toList();
  }

  /** Whether a wall stands between the login and the case. */
  public boolean isWalled(UUID caseId, String login) {
    return !entities
        .createNativeQuery(
            "select 1 from proffer.case_wall w where w.case_id = :case and w.login = :login")
        .setParameter("case", caseId)
        .setParameter("login", login)
        .getResultList()
        .isEmpty();
  }

  /** Adds a member to a case, or says anew what the member is. */
  public void put(UUID caseId, Member member) {
    Membership membership =
        entities.find(Membership.class, new Membership.Key(caseId, member.login()));
    if (membership == null) {
      membership = new Membership(caseId, member.login());
      membership.set(member);
      entities.persist(membership);
    } else {
      membership.set(member);
    }
  }

  /** Lets a login into a case until an instant, as a guest who reads. */
  public void admit(UUID caseId, String login, Instant until) {
    Membership.Key key = new Membership.Key(caseId, login);
    Membership there = entities.find(Membership.class, key);
    Membership stay = there == null ? new Membership(caseId, login) : there;
    stay.set(new Member(login, MemberRole.GUEST, clock.instant(), login));
    stay.endsAt(until);
    if (there == null) {
      entities.persist(stay);
    }
  }

  /** Takes a login off a case. */
  public void remove(UUID caseId, String login) {
    Membership membership = entities.find(Membership.class, new Membership.Key(caseId, login));
    if (membership != null) {
      entities.remove(membership);
    }
  }

  /** Adds a login to a case; nothing changes when it is there already. */
  public void add(UUID caseId, String login, String by) {
    if (!isMember(caseId, login)) {
      put(caseId, new Member(login, MemberRole.OTHER, clock.instant(), by));
    }
  }
}
