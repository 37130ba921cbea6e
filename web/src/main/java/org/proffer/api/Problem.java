package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.proffer.platform.Outage;

/** A problem document, RFC 9457, with the next step and facts of its own as extensions. */
public record Problem(
    int status, String type, String title, String detail, String next, JsonObject facts) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** A problem without facts of its own. */
  public Problem(int status, String type, String title, String detail, String next) {
    this(status, type, title, detail, next, JsonValue.EMPTY_JSON_OBJECT);
  }

  /** The address needs a login, and there is none, or none that stands. */
  public static Problem loginRequired() {
    return new Problem(
        401,
        "login-required",
        "Please log in",
        "This address needs a login.",
        "Send credentials, or log in on the portal's page.");
  }

  /** What the portal stands on is missing just now. */
  public static Problem of(Outage outage) {
    return new Problem(503, outage.type(), outage.title(), outage.advice(), outage.remedy());
  }

  Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(json()).build();
  }

  /** Answers where no resource is reached. */
  public void send(HttpServletResponse answer) throws IOException {
    answer.setStatus(status);
    answer.setContentType(MEDIA_TYPE);
    answer.setCharacterEncoding("UTF-8");
    answer.getWriter().write(json());
  }

  private String json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "urn:proffer:problem:" + type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("next", next);
    facts.forEach(json::add);
    return json.build().toString();
  }
}
