package org.proffer.access;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.EnumSet;
import java.util.Set;

/** Who calls, as the server knows it. */
@Stateless
@PermitAll // asking who one is is open to everyone
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Caller {
  /** The name the server gives to somebody who is not logged in. */
  static final String NOBODY = "anonymous";

  @Resource private SessionContext context;

  /** The login of the caller, {@value #NOBODY} for somebody who is not logged in. */
  public String login() {
    return context.getCallerPrincipal().getName();
  }

  /** The person with the roles of the login; with none of them if no one may hold them together. */
  public Actor actor() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (context.isCallerInRole(role.name())) {
        roles.add(role);
      }
    }
    return new Actor(login(), SeparationOfDuties.allows(roles) ? roles : Set.of());
  }
}
