package org.proffer.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.proffer.audit.AuditAlarm;

/** Whether the portal lives, and whether it can work. */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  @Resource(lookup = "java:jboss/datasources/PortalDS")
  private DataSource database;

  @Inject private AuditAlarm alarm;

  /** The server answers. */
  @GET
  @Path("/live")
  public String live() {
    return "{\"status\":\"UP\"}";
  }

  /** The database answers, and what must be recorded can be recorded. */
  @GET
  @Path("/ready")
  public Response ready() {
    try (Connection connection = database.getConnection()) {
      if (alarm.troubles().containsKey(AuditAlarm.Trouble.UNWRITABLE)) {
        return Response.status(503).entity("{\"status\":\"DOWN\",\"reason\":\"audit\"}").build();
      }
      if (connection.isValid(5)) {
        return Response.ok("{\"status\":\"UP\"}").build();
      }
    } catch (SQLException unreachable) {
      return Response.status(503).entity("{\"status\":\"DOWN\",\"reason\":\"database\"}").build();
    }
    return Response.status(503).entity("{\"status\":\"DOWN\",\"reason\":\"database\"}").build();
  }
}
