package org.proffer.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which roles one person may not hold together. */
public final class SeparationOfDuties {
  /** Whoever watches, or gives out roles, does nothing else. */
  private static final Set<Role> ALONE = EnumSet.of(Role.AUDITOR, Role.ADMIN);

  /** Whoever saw what may be privileged does not try the case. */
  private static final Set<Role> TRIAL_TEAM =
      EnumSet.of(Role.PROSECUTOR, Role.SUPERVISING_ATTORNEY, Role.PARALEGAL);

  private SeparationOfDuties() {}

  /** Whether one person may hold all these roles. */
  public static boolean allows(Set<Role> roles) {
    boolean alone = roles.size() < 2 || Collections.disjoint(roles, ALONE);
    boolean filter = roles.contains(Role.FILTER_TEAM) && !Collections.disjoint(roles, TRIAL_TEAM);
    return alone && !filter;
  }
}
