package org.proffer.web.openid;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Logins;
import org.proffer.access.Role;
import org.proffer.audit.AuditTrail;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcSecurityContext;
import org.wildfly.security.http.oidc.RealmAccessClaim;
import org.wildfly.security.http.oidc.RefreshableOidcSecurityContext;

/**
 * Asks the provider, every half minute of a session and at every request with a bearer token,
 * whether the person is still let in. A session whose person was disabled, logged out or given
 * other roles ends. While the provider does not answer, sessions go on with the roles they have
 * until their token's time is over; bearer tokens are refused.
 */
@WebFilter(filterName = "openid", urlPatterns = "/*", asyncSupported = true)
public class OpenIdSessions implements Filter {
  private static final Duration ASK_EVERY = Duration.ofSeconds(30);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

  @Inject private OpenIdProvider provider;
  @Inject private Logins logins;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Ended ended = null;
    if (request.getAttribute(OidcSecurityContext.class.getName())
        instanceof RefreshableOidcSecurityContext known) {
      ended = known.getRefreshToken() == null ? bearer(known) : session(http, known);
    }
    if (ended == null) {
      chain.doFilter(request, response);
    } else {
      ended.answer(http, (HttpServletResponse) response);
    }
  }

  private @Nullable Ended bearer(RefreshableOidcSecurityContext known) {
    try {
      return provider.isActive(known.getTokenString()) ? null : Ended.LOGIN_AGAIN;
    } catch (IOException e) {
      return Ended.PROVIDER_AWAY;
    }
  }

  private @Nullable Ended session(HttpServletRequest http, RefreshableOidcSecurityContext known) {
    HttpSession session = http.getSession();
    Standing standing = standing(session, http.getUserPrincipal().getName(), known);
    String over = standing.over(clock.instant(), known, provider);
    if (over == null) {
      return null;
    }
    audit.sessionEnded(http.getUserPrincipal().getName(), over);
    session.invalidate();
    return Ended.LOGIN_AGAIN;
  }

  private Standing standing(
      HttpSession session, String login, RefreshableOidcSecurityContext known) {
    synchronized (session) {
      Object kept = session.getAttribute(Standing.class.getName());
      if (kept instanceof Standing standing) {
        return standing;
      }
      Set<Role> roles = roles(known);
      IDToken token = known.getIDToken();
      String name = token == null ? null : token.getName();
      logins.arrived(login, name == null || name.isBlank() ? login : name, roles);
      audit.login(login);
      Standing begun = new Standing(roles, clock.instant());
      session.setAttribute(Standing.class.getName(), begun);
      return begun;
    }
  }

  private static Set<Role> roles(RefreshableOidcSecurityContext known) {
    RealmAccessClaim claim = known.getToken().getRealmAccessClaim();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (claim != null && claim.getRoles() != null && claim.getRoles().contains(role.name())) {
        roles.add(role);
      }
    }
    return roles;
  }

  /** What the provider last said of a session. */
  private static final class Standing {
    private final Set<Role> roles;
    private Instant askAt;

    Standing(Set<Role> roles, Instant now) {
      this.roles = roles;
      this.askAt = now.plus(ASK_EVERY);
    }

    /** Why the session is over, if it is; the provider is asked when it is time. */
    synchronized @Nullable String over(
        Instant now, RefreshableOidcSecurityContext known, OpenIdProvider provider) {
      if (now.isBefore(askAt)) {
        return null;
      }
      if (known.refreshToken(false)) {
        askAt = now.plus(ASK_EVERY);
        return roles(known).equals(roles) ? null : "the roles of the person were changed";
      }
      if (provider.answers()) {
        return "the provider no longer knows the session";
      }
      askAt = now.plus(ASK_AGAIN_AFTER);
      return null;
    }
  }
}
