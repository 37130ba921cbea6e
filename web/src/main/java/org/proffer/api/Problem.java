package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;

/** A problem document, RFC 9457, with the next step as an extension. */
record Problem(int status, String type, String title, String detail, String next) {
  static final String MEDIA_TYPE = "application/problem+json";

  Response response() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "urn:proffer:problem:" + type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("next", next);
    return Response.status(status).type(MEDIA_TYPE).entity(json.build().toString()).build();
  }
}
