package org.proffer.web.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.wildfly.security.http.oidc.OidcSecurityContext;
import org.wildfly.security.http.oidc.RefreshableOidcSecurityContext;

/** Logs out at the provider too, so that the next login asks for password and code again. */
@ApplicationScoped
public class OpenIdLogout {
  private static final Logger LOG = Logger.getLogger(OpenIdLogout.class);

  @Inject private OpenIdProvider provider;

  /**
   * Ends the provider's session of a request; does nothing where the login is kept here. A provider
   * that does not answer is told of in the log: the session of the portal ends all the same.
   */
  public void end(HttpServletRequest request) {
    if (request.getAttribute(OidcSecurityContext.class.getName())
            instanceof RefreshableOidcSecurityContext known
        && known.getRefreshToken() != null) {
      try {
        provider.end(known.getRefreshToken());
      } catch (IOException e) {
        LOG.warn("The provider's session could not be ended: " + e.getMessage());
      }
    }
  }
}
