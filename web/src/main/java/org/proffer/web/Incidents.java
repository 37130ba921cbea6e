package org.proffer.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives what failed on a page a number: the person reads it, the log has the cause beside it. A
 * full disk or a database that is away is said by its name.
 */
@WebFilter(urlPatterns = "*.xhtml")
public class Incidents implements Filter {
  /** Attribute of a request that failed. */
  static final String INCIDENT = "incident";

  private static final Logger LOG = Logger.getLogger("org.proffer.web");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      if (OutageAnswer.given(
          (HttpServletRequest) request, (HttpServletResponse) response, failure)) {
        return;
      }
      if (!isOfAnEndedSession(failure)) {
        UUID incident = UUID.randomUUID();
        request.setAttribute(INCIDENT, incident);
        LOG.errorf(failure, "Incident %s", incident);
      }
      throw failure;
    }
  }

  private static boolean isOfAnEndedSession(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ViewExpiredException) {
        return true;
      }
    }
    return false;
  }
}
