package org.proffer.oidc;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.proffer.access.Role;
import org.proffer.access.SeparationOfDuties;
import org.proffer.access.VouchedLogins;
import org.proffer.api.Problem;
import org.proffer.audit.AuditTrail;
import org.proffer.web.OriginFilter;

/**
 * Lets nobody go on whose login Keycloak has ended.
 *
 * <p>The server renews the token of a session from its thirtieth second on, and takes the roles
 * from the new one. A token that stayed older was refused, or Keycloak is away: then an open
 * session goes on with the roles it has until its token ends. A token that came with the request
 * has no such past: Keycloak is asked each time, and where it is away the request is refused.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class LoginStanding implements Filter {
  private static final Duration RENEWED_BY = Duration.ofSeconds(35);
  private static final String KNOWN = LoginStanding.class.getName();

  @Inject private LoginServer server;
  @Inject private VouchedLogins logins;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Override
  public void init(FilterConfig config) {
    if (LoginServer.isUsed()) {
      VouchedLogin.bindCodes(config.getServletContext());
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    VouchedLogin login = LoginServer.isUsed() ? VouchedLogin.of(http).orElse(null) : null;
    if (login == null) {
      chain.doFilter(request, response);
      return;
    }
    switch (standing(login)) {
      case GOOD -> goOn(http, answer, login, chain);
      case ENDED -> end(http, answer, login);
      case UNKNOWN -> {
        if (login.ofProgram()) {
          new Problem(
                  503,
                  "login-server-away",
                  "The login cannot be checked",
                  "The server that keeps the logins does not answer.",
                  "Try again in a minute.")
              .send(answer);
        } else {
          goOn(http, answer, login, chain);
        }
      }
    }
  }

  private Standing standing(VouchedLogin login) {
    boolean renewed = login.issuedAt().plus(RENEWED_BY).isAfter(clock.instant());
    return renewed && !login.ofProgram() ? Standing.GOOD : server.of(login.token());
  }

  private void goOn(
      HttpServletRequest request,
      HttpServletResponse response,
      VouchedLogin login,
      FilterChain chain)
      throws IOException, ServletException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (request.isUserInRole(role.name())) {
        roles.add(role);
      }
    }
    HttpSession session = request.getSession(false);
    if (session != null && !login.ofProgram() && !roles.equals(session.getAttribute(KNOWN))) {
      OriginFilter.from(request, () -> note(request, login, roles, session));
    }
    if (SeparationOfDuties.allows(roles)) {
      chain.doFilter(request, response);
    } else if (isOfApi(request)) {
      new Problem(
              403,
              "incompatible-roles",
              "Roles that exclude each other",
              "This login has roles that no one person may hold together, so it has none.",
              "Ask an administrator to take one of the roles away.")
          .send(response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private boolean note(
      HttpServletRequest request, VouchedLogin login, Set<Role> roles, HttpSession session) {
    String who = request.getRemoteUser();
    if (!SeparationOfDuties.allows(roles)) {
      audit.loginFailed(who, "roles that exclude each other: " + roles);
    } else if (session.getAttribute(KNOWN) == null) {
      audit.login(who);
    }
    logins.cameIn(login.name());
    session.setAttribute(KNOWN, roles);
    return true;
  }

  private static void end(
      HttpServletRequest request, HttpServletResponse response, VouchedLogin login)
      throws IOException, ServletException {
    if (!login.ofProgram()) {
      request.logout();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    boolean page = request.getMethod().equals("GET") && request.getHeader("Faces-Request") == null;
    if (isOfApi(request) || !page) {
      Problem.loginRequired().send(response);
    } else {
      response.sendRedirect(request.getContextPath() + "/index.xhtml");
    }
  }

  private static boolean isOfApi(HttpServletRequest request) {
    return request.getServletPath().startsWith("/api");
  }
}
