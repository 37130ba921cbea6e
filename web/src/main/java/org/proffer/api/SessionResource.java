package org.proffer.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.proffer.audit.AuditTrail;

/**
 * The login of a program: once, instead of with each request. A password is hashed slowly on
 * purpose, so that a program that sends it each time waits each time.
 */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Context private HttpServletRequest request;
  @Inject private AuditTrail audit;

  /**
   * Logs in; the session's cookie is in the answer. Changes then need the header {@code
   * X-Requested-With}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(JsonObject asked) {
    try {
      if (request.getUserPrincipal() == null) {
        request.getSession();
        request.login(asked.getString("login", ""), asked.getString("password", ""));
      }
    } catch (ServletException e) {
      audit.loginFailed(asked.getString("login", ""), "login or password wrong, or login closed");
      return new Problem(
              401,
              "login-refused",
              "Login refused",
              "Login or password is wrong, or the login is closed.",
              "Check both, and try again.")
          .response();
    }
    request.changeSessionId();
    audit.login(request.getUserPrincipal().getName());
    return Response.ok(who()).build();
  }

  /** Who is logged in. */
  @GET
  public JsonObject who() {
    return Json.createObjectBuilder().add("login", request.getUserPrincipal().getName()).build();
  }

  /** Ends the session. */
  @DELETE
  public Response close() throws ServletException {
    audit.logout(request.getUserPrincipal().getName());
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return Response.noContent().build();
  }
}
