package org.proffer.logins;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Role;

/**
 * A login as the administrator sees it.
 *
 * @param open whether it lets anybody in
 * @param lockedAt when failures locked it; null while they have not
 * @param firstPassword whether its password is still the one it was given
 * @param lastLoginAt when somebody last came in with it; null if nobody did
 */
public record LoginView(
    String login,
    String displayName,
    Set<Role> roles,
    boolean open,
    @Nullable Instant lockedAt,
    boolean firstPassword,
    @Nullable Instant lastLoginAt) {
  public LoginView {
    roles = Set.copyOf(roles);
  }
}
