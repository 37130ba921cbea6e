package org.proffer.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.proffer.access.FreshProof;
import org.proffer.access.Paces;
import org.proffer.audit.Origin;
import org.proffer.oidc.LoginServer;
import org.proffer.oidc.VouchedProof;
import org.proffer.web.logins.SignIn;

/** Tells the audit log where each request comes from. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OriginFilter implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    from(
        (HttpServletRequest) request,
        () -> {
          chain.doFilter(request, response);
          return true;
        });
  }

  /** Does the work of a request; what it writes to the audit log knows where it came from. */
  public static <T> T from(HttpServletRequest request, Callable<T> work)
      throws IOException, ServletException {
    HttpSession session = request.getSession(false);
    Origin origin =
        new Origin(request.getRemoteAddr(), session == null ? null : name(session.getId()));
    try {
      return Origin.from(
          origin,
          () ->
              Paces.from(
                  origin.address(),
                  () ->
                      FreshProof.since(
                          LoginServer.isUsed()
                              ? VouchedProof.at(request)
                              : SignIn.provedAt(request),
                          work)));
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /** The beginning of the hash of a session's id: tells sessions apart, and opens none. */
  private static String name(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
