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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.proffer.audit.AuditTrail;
import org.proffer.oidc.LoginServer;
import org.proffer.web.Session;
import org.proffer.web.logins.SignIn;

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
  @Inject private SignIn signIn;

  /**
   * Logs in; the session's cookie is in the answer. Changes then need the header {@code
   * X-Requested-With}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response open(JsonObject asked) throws ServletException {
    String login = asked.getString("login", "");
    return switch (signIn.in(
        request, login, asked.getString("password", ""), asked.getString("newPassword", null))) {
      case IN -> Response.ok(who(login)).build();
      case TO_BE_REPLACED ->
          new Problem(
                  403,
                  "password-to-be-replaced",
                  "This password was given to you",
                  "The password is right, and lets nobody in until it is replaced.",
                  "Send it once more, with one of your own as newPassword.")
              .response();
      case WAIT -> tooMany();
      case REFUSED, ELSEWHERE -> refused();
    };
  }

  private Response refused() {
    if (LoginServer.isUsed()) {
      return new Problem(
              401,
              "login-refused",
              "Logins are kept elsewhere",
              "Passwords are not taken here: Keycloak keeps the logins.",
              "Get a token there, and send it with each request.")
          .response();
    }
    return new Problem(
            401,
            "login-refused",
            "Login refused",
            "Login or password is wrong, or the login is closed or locked.",
            "Check both, and try again; five wrong passwords lock a login.")
        .response();
  }

  private static Response tooMany() {
    return Response.fromResponse(
            new Problem(
                    429,
                    "too-many-failures",
                    "Too many failures",
                    "Too many logins failed from this address.",
                    "Wait a quarter of an hour.")
                .response())
        .header(HttpHeaders.RETRY_AFTER, 900)
        .build();
  }

  private static JsonObject who(String login) {
    return Json.createObjectBuilder().add("login", login).build();
  }

  /**
   * Proves again that it is the person whose session it is; what asks for a fresh proof is then
   * open.
   */
  @POST
  @Path("/proof")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response prove(JsonObject asked) {
    return switch (signIn.again(request, asked.getString("password", ""))) {
      case IN -> Response.noContent().build();
      case WAIT -> tooMany();
      case TO_BE_REPLACED, REFUSED, ELSEWHERE -> notProved();
    };
  }

  private static Response notProved() {
    return new Problem(
            403,
            "not-proved",
            "That is not the password",
            LoginServer.isUsed()
                ? "Passwords are not taken here: Keycloak keeps the logins."
                : "The password is wrong, or the login is closed or locked.",
            LoginServer.isUsed()
                ? "Log out, log in again there, and repeat what you did."
                : "Try again; five wrong passwords lock the login.")
        .response();
  }

  /** Replaces one's own password; other sessions end, and this one too. */
  @POST
  @Path("/password")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response choosePassword(JsonObject asked) throws ServletException {
    String login = request.getUserPrincipal().getName();
    return switch (signIn.in(
        request, login, asked.getString("password", ""), asked.getString("newPassword", ""))) {
      case IN -> Response.noContent().build();
      case WAIT -> tooMany();
      case TO_BE_REPLACED, REFUSED, ELSEWHERE -> notProved();
    };
  }

  /** Who is logged in. */
  @GET
  public JsonObject who() {
    return who(request.getUserPrincipal().getName());
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
    return Response.noContent().header("Clear-Site-Data", Session.FORGET).build();
  }
}
