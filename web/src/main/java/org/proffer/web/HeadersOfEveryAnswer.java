package org.proffer.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.session.SessionConfig;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.SessionConfigWrapper;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.servlet.ServletContext;
import java.util.Map;

/**
 * Completes every answer just before it goes out: pages, parts of pages, JSON, files, redirects,
 * and what the server itself refuses before any filter is reached. What a resource said itself
 * stays. What has no policy of its own may load nothing, run nothing and be framed by nobody.
 *
 * <p>Over TLS the browser is told to come by TLS alone from now on, and the session's cookie has a
 * name that no other host and no plain connection can set ({@link HostCookie}).
 */
public final class HeadersOfEveryAnswer implements ServletExtension {
  private static final HttpString POLICY = new HttpString("Content-Security-Policy");
  private static final HttpString FRAMES = new HttpString("X-Frame-Options");
  private static final HttpString HSTS = new HttpString("Strict-Transport-Security");
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Two years, as lists of sites that are reached by TLS alone ask for. */
  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private static final Map<HttpString, String> ALWAYS =
      Map.of(
          POLICY,
          NOTHING,
          new HttpString("X-Content-Type-Options"),
          "nosniff",
          new HttpString("Referrer-Policy"),
          "same-origin",
          new HttpString("Cross-Origin-Resource-Policy"),
          "same-origin",
          new HttpString("Cross-Origin-Opener-Policy"),
          "same-origin",
          new HttpString("Permissions-Policy"),
          "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
          Headers.CACHE_CONTROL,
          "no-store");

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(
        next ->
            exchange -> {
              exchange.addResponseCommitListener(HeadersOfEveryAnswer::complete);
              next.handleRequest(exchange);
            });
    SessionConfigWrapper before = deployment.getSessionConfigWrapper();
    deployment.setSessionConfigWrapper(
        (plain, deployed) -> {
          SessionConfig both = new HostCookie(plain);
          return before == null ? both : before.wrap(both, deployed);
        });
  }

  static boolean isByTls(HttpServerExchange exchange) {
    return "https".equals(exchange.getRequestScheme());
  }

  private static void complete(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getResponseHeaders();
    ALWAYS.forEach(
        (name, value) -> {
          if (!headers.contains(name)) {
            headers.put(name, value);
          }
        });
    if (headers.get(Headers.CACHE_CONTROL).size() > 1) {
      headers.put(Headers.CACHE_CONTROL, "no-store"); // parts of pages add two of their own
    }
    boolean inOwnFrames = headers.getFirst(POLICY).contains("frame-ancestors 'self'");
    headers.put(FRAMES, inOwnFrames ? "SAMEORIGIN" : "DENY");
    if (isByTls(exchange)) {
      headers.put(HSTS, TWO_YEARS);
      exchange.responseCookies().forEach(cookie -> cookie.setSecure(true));
    }
  }
}
