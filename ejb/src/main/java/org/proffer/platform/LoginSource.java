package org.proffer.platform;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where the logins are kept: here, or at an OpenID provider, which the variables {@code
 * PROFFER_OIDC_PROVIDER}, {@code PROFFER_OIDC_CLIENT} and {@code PROFFER_OIDC_SECRET} name to the
 * server's configuration and to the portal alike.
 */
@ApplicationScoped
public class LoginSource {
  /** Whether the logins are kept elsewhere. */
  public boolean isElsewhere() {
    return !provider().isEmpty();
  }

  /** Address of the provider without a slash at its end; empty where there is none. */
  public String provider() {
    return variable("PROFFER_OIDC_PROVIDER", "").replaceFirst("/+$", "");
  }

  /** Scheme, host and port of the provider, as a policy for browsers names it; may be empty. */
  public String providerOrigin() {
    return provider().replaceFirst("^(https?://[^/]+).*$", "$1");
  }

  /** The portal's name there. */
  public String client() {
    return variable("PROFFER_OIDC_CLIENT", "proffer-portal");
  }

  /** The portal's secret there. */
  public String secret() {
    return variable("PROFFER_OIDC_SECRET", "");
  }

  private static String variable(String name, String fallback) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? fallback : value.strip();
  }
}
