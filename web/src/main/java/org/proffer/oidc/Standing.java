package org.proffer.oidc;

/** What Keycloak says of a login. */
enum Standing {
  /** The session is open and the login not closed. */
  GOOD,
  /** Ended, closed, expired or revoked. */
  ENDED,
  /** Keycloak does not answer. */
  UNKNOWN
}
