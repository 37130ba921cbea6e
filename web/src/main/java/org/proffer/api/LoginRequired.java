package org.proffer.api;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.proffer.oidc.LoginServer;

/**
 * Lets nobody in without a login, but for health, figures, the description of the API, logging in,
 * and what has a secret address. A change that comes with the session of a browser must carry
 * {@code X-Requested-With}, which no foreign page can send.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class LoginRequired implements ContainerRequestFilter {
  private static final Set<String> OPEN =
      Set.of("/health/live", "/health/ready", "/metrics", "/openapi.json");
  private static final String SECRET_ADDRESSES = "/calendar/feeds/";
  private static final String BEARER = "Bearer realm=\"Proffer\"";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
    if (OPEN.contains(path)
        || (path.startsWith(SECRET_ADDRESSES) && SAFE.contains(request.getMethod()))
        || (path.equals("/session") && request.getMethod().equals("POST"))) {
      return;
    }
    boolean fromPage = request.getHeaderString("X-Requested-With") != null;
    if (request.getSecurityContext().getUserPrincipal() == null) {
      Response refusal = Problem.loginRequired().response();
      if (!fromPage && LoginServer.isUsed()) {
        refusal.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, BEARER);
      }
      request.abortWith(refusal);
    } else if (!SAFE.contains(request.getMethod())
        && !fromPage
        && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
      request.abortWith(
          new Problem(
                  403,
                  "cross-site",
                  "Not from this page",
                  "A change with the login of a browser session needs the header X-Requested-With.",
                  "Send the header, or send credentials with the request.")
              .response());
    }
  }
}
