package org.proffer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.proffer.api.Problem;
import org.proffer.platform.Outage;

/**
 * Answers in place of a page or a resource while a disk is full or the database is away: a page of
 * its own, which asks the database for nothing.
 */
public final class OutageAnswer {
  private static final Logger LOG = Logger.getLogger("org.proffer.web");
  private static final String SECONDS = "30";

  private OutageAnswer() {}

  /**
   * Answers a request that an outage ended.
   *
   * @return false if it failed for another reason, or the answer had begun; nothing was answered
   */
  public static boolean given(
      HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    Optional<Outage> outage = Outage.of(failure);
    if (outage.isEmpty() || response.isCommitted()) {
      return false;
    }
    LOG.warnf("A request could not be answered: %s", outage.get().title());
    response.reset();
    response.setHeader("Retry-After", SECONDS);
    response.setHeader("Cache-Control", "no-store");
    if (request.getServletPath().startsWith("/api/")) {
      Problem.of(outage.get()).send(response);
    } else {
      page(request, response, outage.get());
    }
    return true;
  }

  private static void page(HttpServletRequest request, HttpServletResponse response, Outage outage)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="UTF-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>%1$s · Proffer</title><link rel="stylesheet" href="%2$s/resources/css/proffer.css" /></head>
            <body><main id="main"><div class="panel empty"><h1>%1$s</h1><p>%3$s</p>
            <a class="button primary" href="%2$s/index.xhtml">Go to my cases</a></div></main></body>
            </html>
            """
                .formatted(outage.title(), request.getContextPath(), outage.advice()));
  }
}
