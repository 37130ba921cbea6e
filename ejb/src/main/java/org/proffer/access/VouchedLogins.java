package org.proffer.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * People whose logins are kept elsewhere. The portal knows those who came in: their names, and
 * their roles as they were then. No password of the embedded realm belongs to them.
 */
@Stateless
@PermitAll // who is logged in may be known
public class VouchedLogins {
  @PersistenceContext private EntityManager entities;
  @Inject private Caller caller;

  /**
   * Takes note of the caller, who has just come in or whose roles have changed. The roles are given
   * by whoever keeps the logins, and written by the portal: nobody gives roles to themselves.
   */
  @PortalsOwnWork
  public void cameIn(String displayName) {
    Actor actor = caller.actor();
    if (actor.login().equals(Caller.NOBODY)) {
      return;
    }
    entities
        .createNativeQuery(
            "insert into login_account (login, display_name, password_hash) values (:login, :name, '')"
                + " on conflict (login) do update set display_name = excluded.display_name")
        .setParameter("login", actor.login())
        .setParameter("name", displayName)
        .executeUpdate();
    List<String> roles = actor.roles().stream().map(Role::name).sorted().toList();
    entities
        .createNativeQuery("delete from login_role where login = :login")
        .setParameter("login", actor.login())
        .executeUpdate();
    for (String role : roles) {
      entities
          .createNativeQuery(
              "insert into login_role (login, role) values (:login, :role) on conflict do nothing")
          .setParameter("login", actor.login())
          .setParameter("role", role)
          .executeUpdate();
    }
  }
}
