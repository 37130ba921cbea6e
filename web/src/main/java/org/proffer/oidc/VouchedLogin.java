package org.proffer.oidc;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcClientContext;
import org.wildfly.security.http.oidc.OidcSecurityContext;
import org.wildfly.security.http.oidc.RefreshableOidcSecurityContext;

/**
 * A login that Keycloak vouched for, as the server holds it.
 *
 * @param token the access token
 * @param issuedAt when the token was made
 * @param ofProgram whether it came with the request, and no session stands behind it
 * @param name as a person reads it
 */
record VouchedLogin(String token, Instant issuedAt, boolean ofProgram, String name) {
  /** The login of a request; none for nobody, and for the embedded logins. */
  static Optional<VouchedLogin> of(HttpServletRequest request) {
    return request.getAttribute(OidcSecurityContext.class.getName())
            instanceof RefreshableOidcSecurityContext context
        ? Optional.of(of(context, request.getRemoteUser()))
        : Optional.empty();
  }

  private static VouchedLogin of(RefreshableOidcSecurityContext context, String login) {
    IDToken person = context.getIDToken();
    String name = person == null ? null : person.getName();
    return new VouchedLogin(
        context.getTokenString(),
        Instant.ofEpochSecond(context.getToken().getIssuedAt()),
        context.getRefreshToken() == null,
        name == null || name.isBlank() ? login : name);
  }

  /**
   * Has the code of each login bound to the browser that asked for it (RFC 7636). The server's
   * configuration has no attribute for it; its library has.
   */
  static void bindCodes(ServletContext application) {
    if (application.getAttribute(OidcClientContext.class.getName())
        instanceof OidcClientContext context) {
      context.resolveDeployment(null).setPkce(true);
    }
  }
}
