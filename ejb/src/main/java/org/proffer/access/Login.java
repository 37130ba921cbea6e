package org.proffer.access;

import java.util.Set;

/**
 * A login of the embedded realm.
 *
 * @param login unique name
 * @param displayName as shown
 * @param roles what the person is
 */
public record Login(String login, String displayName, Set<Role> roles) {
  public Login {
    roles = Set.copyOf(roles);
  }
}
