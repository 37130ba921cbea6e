package org.proffer.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.session.SessionConfig;
import io.undertow.server.session.SessionCookieConfig;

/**
 * The session's cookie. Over TLS it is Secure and has the prefix {@code __Host-}, so that neither a
 * neighbouring host nor a plain connection can slip one in; a cookie under the plain name is not
 * looked at there. On the plain loopback connection, where browsers refuse that prefix, it has its
 * plain name.
 */
final class HostCookie implements SessionConfig {
  static final String NAME = "__Host-JSESSIONID";

  private final SessionConfig plain;
  private final SessionConfig byTls =
      new SessionCookieConfig().setCookieName(NAME).setPath("/").setHttpOnly(true).setSecure(true);

  HostCookie(SessionConfig plain) {
    this.plain = plain;
  }

  private SessionConfig of(HttpServerExchange exchange) {
    return HeadersOfEveryAnswer.isByTls(exchange) ? byTls : plain;
  }

  @Override
  public void setSessionId(HttpServerExchange exchange, String id) {
    of(exchange).setSessionId(exchange, id);
  }

  @Override
  public void clearSession(HttpServerExchange exchange, String id) {
    of(exchange).clearSession(exchange, id);
  }

  @Override
  public String findSessionId(HttpServerExchange exchange) {
    return of(exchange).findSessionId(exchange);
  }

  @Override
  public SessionCookieSource sessionCookieSource(HttpServerExchange exchange) {
    return of(exchange).sessionCookieSource(exchange);
  }

  @Override
  public String rewriteUrl(String url, String id) {
    return plain.rewriteUrl(url, id);
  }
}
