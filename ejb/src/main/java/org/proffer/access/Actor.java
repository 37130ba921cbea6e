package org.proffer.access;

import java.util.Set;

/**
 * The person who asks.
 *
 * @param login unique name of the login
 * @param roles what the person is
 */
public record Actor(String login, Set<Role> roles) {
  public Actor {
    roles = Set.copyOf(roles);
  }
}
