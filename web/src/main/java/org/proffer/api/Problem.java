package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;

/** A problem document, RFC 9457, with the next step and facts of its own as extensions. */
record Problem(
    int status, String type, String title, String detail, String next, JsonObject facts) {
  static final String MEDIA_TYPE = "application/problem+json";

  Problem(int status, String type, String title, String detail, String next) {
    this(status, type, title, detail, next, JsonValue.EMPTY_JSON_OBJECT);
  }

  Response response() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "urn:proffer:problem:" + type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("next", next);
    facts.forEach(json::add);
    return Response.status(status).type(MEDIA_TYPE).entity(json.build().toString()).build();
  }
}
