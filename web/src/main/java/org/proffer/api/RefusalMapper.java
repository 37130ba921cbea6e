package org.proffer.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.proffer.access.TooFast;
import org.proffer.platform.Refusal;
import org.proffer.query.QueryNotUnderstood;
import org.proffer.records.EditConflict;
import org.proffer.records.Objected;

/** Answers refusals of the services. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {
  @Override
  public Response toResponse(Refusal refusal) {
    return answer(refusal);
  }

  static Response answer(Refusal refusal) {
    Response answer = problem(refusal).response();
    return refusal instanceof TooFast tooFast
        ? Response.fromResponse(answer)
            .header(HttpHeaders.RETRY_AFTER, tooFast.retryAfter())
            .build()
        : answer;
  }

  static Problem problem(Refusal refusal) {
    int status =
        switch (refusal.kind()) {
          case NOT_FOUND -> 404;
          case NOT_PERMITTED -> 403;
          case INVALID -> 422;
          case CONFLICT -> 409;
          case CHANGED_MEANWHILE -> 412;
          case TOO_FAST -> 429;
          case UNAVAILABLE -> 503;
        };
    return new Problem(
        status, refusal.type(), refusal.title(), refusal.detail(), refusal.next(), facts(refusal));
  }

  private static JsonObject facts(Refusal refusal) {
    if (refusal instanceof EditConflict conflict) {
      return facts(conflict);
    }
    if (refusal instanceof QueryNotUnderstood query) {
      return Json.createObjectBuilder().add("position", query.position()).build();
    }
    return refusal instanceof Objected objected
        ? Json.createObjectBuilder()
            .add("objections", JsonViews.array(objected.objections(), JsonViews::objection))
            .build()
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static JsonObject facts(EditConflict conflict) {
    return Json.createObjectBuilder()
        .add("current", JsonViews.record(conflict.current()))
        .add("differences", JsonViews.array(conflict.differences(), JsonViews::difference))
        .build();
  }
}
