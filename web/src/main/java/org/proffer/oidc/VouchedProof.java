package org.proffer.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/** When Keycloak last saw a proof of who somebody is: the claim {@code auth_time}. */
public final class VouchedProof {
  private VouchedProof() {}

  /** The instant; the epoch if the token does not say. */
  public static Instant at(HttpServletRequest request) {
    if (request.getAttribute(OidcSecurityContext.class.getName())
            instanceof OidcSecurityContext context
        && context.getToken() != null) {
      return context.getToken().getClaimValue("auth_time") instanceof Number seconds
          ? Instant.ofEpochSecond(seconds.longValue())
          : Instant.EPOCH;
    }
    return Instant.EPOCH;
  }
}
