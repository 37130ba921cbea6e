package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.proffer.operations.Meters;
import org.proffer.platform.NotFound;

/** The figures of the portal for Prometheus, on the machine itself alone. */
@Path("/metrics")
@RequestScoped
public class MetricsResource {
  @Inject private Meters meters;

  /**
   * All figures in the text format of Prometheus.
   *
   * @throws NotFound if the request comes from another machine, or through a proxy
   */
  @GET
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  public String scrape(@Context HttpServletRequest request) {
    if (!fromThisMachine(request)) {
      throw new NotFound("page", "metrics");
    }
    return meters.scrape();
  }

  private static boolean fromThisMachine(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
          && request.getHeader("Forwarded") == null
          && request.getHeader("X-Forwarded-For") == null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
