package org.proffer.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The logins of the embedded realm. */
@Stateless
public class Logins {
  @PersistenceContext private EntityManager entities;
  @Inject private Access access;

  /** The logins that can be made members of a case, in order of their names. */
  public List<Login> all() {
    access.require(Action.LIST_CASES);
    return entities
        .createQuery("from LoginAccount order by login", LoginAccount.class)
        .getResultList()
        .stream()
        .map(LoginAccount::view)
        .toList();
  }

  /** The name to show for a login; the login itself where none is known. */
  public String displayName(String login) {
    LoginAccount account = entities.find(LoginAccount.class, login);
    return account == null ? login : account.view().displayName();
  }

  /**
   * Whether a login that is not here now may still do something. With logins kept elsewhere that is
   * for them to say: then only what the person made here earlier stands, until it is revoked.
   */
  public boolean mayStill(String login, Action action) {
    LoginAccount account = entities.find(LoginAccount.class, login);
    if (account == null) {
      return areElsewhere();
    }
    return account.isEnabled()
        && account.view().roles().stream().anyMatch(action.roles()::contains);
  }

  /** Whether there is such a login; with logins kept elsewhere every one may be. */
  public boolean isKnown(String login) {
    return entities.find(LoginAccount.class, login) != null || areElsewhere();
  }

  /** Whether the login is known to be of the filter team. */
  public boolean isOfFilterTeam(String login) {
    LoginAccount account = entities.find(LoginAccount.class, login);
    return account != null && account.view().roles().contains(Role.FILTER_TEAM);
  }

  private boolean areElsewhere() {
    return entities.createQuery("select count(a) from LoginAccount a", Long.class).getSingleResult()
        == 0;
  }
}
