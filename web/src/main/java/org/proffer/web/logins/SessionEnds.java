package org.proffer.web.logins;

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
import java.time.Instant;
import org.proffer.api.Problem;
import org.proffer.audit.AuditTrail;
import org.proffer.web.OriginFilter;
import org.proffer.web.OutageAnswer;

/** Lets no session of an embedded login go on that is too old, or whose login was closed. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SessionEnds implements Filter {
  @Inject private OpenSessions sessions;
  @Inject private AuditTrail audit;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    boolean goesOn;
    try {
      goesOn = mayGoOn(http);
    } catch (RuntimeException failure) {
      if (OutageAnswer.given(http, answer, failure)) {
        return;
      }
      throw failure;
    }
    if (goesOn) {
      chain.doFilter(request, response);
    } else {
      end(http, answer);
    }
  }

  private boolean mayGoOn(HttpServletRequest request) {
    Instant begun = SignIn.begun(request);
    return begun == null
        || request.getUserPrincipal() == null
        || sessions.mayGoOn(request.getUserPrincipal().getName(), begun);
  }

  private void end(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String login = request.getUserPrincipal().getName();
    OriginFilter.from(
        request,
        () -> {
          audit.logout(login);
          return true;
        });
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    if (request.getServletPath().startsWith("/api/")) {
      Problem.loginRequired().send(response);
    } else {
      String query = request.getQueryString();
      boolean again = request.getMethod().equals("GET");
      response.sendRedirect(
          again
              ? request.getRequestURI() + (query == null ? "" : "?" + query)
              : request.getContextPath() + "/index.xhtml");
    }
  }
}
