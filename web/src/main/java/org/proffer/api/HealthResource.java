package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.proffer.operations.Readiness;

/** Whether the portal lives, and whether it can work. */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  @Inject private Readiness readiness;

  /** The server answers. */
  @GET
  @Path("/live")
  public String live() {
    return "{\"status\":\"UP\"}";
  }

  /**
   * The database answers, what must be recorded can be recorded, the vault can be written and has
   * room; 503 with the first that is not so.
   */
  @GET
  @Path("/ready")
  public Response ready() {
    List<Readiness.Check> checks = readiness.checks();
    JsonObjectBuilder tried = Json.createObjectBuilder();
    checks.forEach(check -> tried.add(name(check), check.up() ? "UP" : "DOWN"));
    JsonObjectBuilder json = Json.createObjectBuilder();
    return checks.stream()
        .filter(check -> !check.up())
        .findFirst()
        .map(
            down ->
                Response.status(503)
                    .entity(
                        json.add("status", "DOWN")
                            .add("reason", name(down))
                            .add("checks", tried)
                            .build()))
        .orElseGet(() -> Response.ok(json.add("status", "UP").add("checks", tried).build()))
        .build();
  }

  private static String name(Readiness.Check check) {
    return check.subject().name().toLowerCase(Locale.ROOT);
  }
}
