package org.proffer.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.proffer.oidc.LoginServer;

/**
 * Tells the browser to load nothing from elsewhere, run nothing inline that has not the nonce of
 * the page, and keep no pages.
 *
 * <p>The directives stand in {@code web.xml}, where PrimeFaces reads them too: it sends the same
 * policy with a nonce, and that one replaces the policy set here. Two policies side by side would
 * both hold, and the one without nonce would stop the scripts of PrimeFaces. What else every answer
 * carries, {@link HeadersOfEveryAnswer} adds.
 */
@WebFilter(
    urlPatterns = {"*.xhtml", "*.html"},
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR})
public class SecurityHeaders implements Filter {
  private static final String POLICY = "Content-Security-Policy";

  private String policy = "default-src 'none'";

  @Override
  public void init(FilterConfig config) {
    policy = withLogin(config.getServletContext().getInitParameter("primefaces.CSP_POLICY"));
  }

  /** A form that is sent after the session has ended is led to the page where logins are kept. */
  private static String withLogin(String policy) {
    return LoginServer.origin()
        .map(origin -> policy.replace("form-action 'self'", "form-action 'self' " + origin))
        .orElse(policy);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = (HttpServletResponse) response;
    http.setHeader(POLICY, policy);
    if (!((HttpServletRequest) request).getServletPath().startsWith("/jakarta.faces.resource/")) {
      http.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, new OnePolicy(http));
  }

  /** A response with at most one policy, the last. */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase(POLICY)) {
        setHeader(name, withLogin(value));
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
