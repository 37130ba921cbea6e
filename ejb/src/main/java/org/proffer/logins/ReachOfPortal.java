package org.proffer.logins;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the portal is reached from other machines; the launcher says so in the environment. */
@ApplicationScoped
class ReachOfPortal {
  boolean isBeyondThisMachine() {
    return Boolean.parseBoolean(System.getenv("PROFFER_OPEN"));
  }
}
