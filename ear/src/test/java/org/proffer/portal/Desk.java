package org.proffer.portal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A client of the compliance desk as a program of its officer works on it. */
final class Desk {
  private final Api officer;
  private final String client;

  private Desk(Api officer, String client) {
    this.officer = officer;
    this.client = client;
  }

  static Desk takenOn(Api officer, String name) throws Exception {
    JsonObject asked = Json.createObjectBuilder().add("name", name).build();
    return new Desk(officer, made(officer.post("/clients", asked.toString())).getString("id"));
  }

  static JsonObject made(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  String client() {
    return client;
  }

  JsonObject post(String path, JsonObject body) throws Exception {
    return made(officer.post(path, body.toString()));
  }

  String record(String kind, JsonObjectBuilder content) throws Exception {
    return post("/clients/" + client + "/records/" + kind, content.build()).getString("id");
  }

  JsonObject check(JsonObject asked) throws Exception {
    return post("/clients/" + client + "/checks", asked);
  }

  HttpResponse<String> put(String path, String type, byte[] body) throws Exception {
    return officer.send(
        officer.request(path).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(body)));
  }

  String prepared(JsonObject settings) throws Exception {
    return post("/clients/" + client + "/audits", settings).getString("id");
  }

  void list(String audit, String kind, String csv) throws Exception {
    made(
        put(
            "/desk/audits/" + audit + "/lists/" + kind + "?fileName=" + kind + ".csv",
            "text/csv",
            csv.getBytes(StandardCharsets.UTF_8)));
  }

  JsonObject messages(String audit, String fileName, byte[] bytes) throws Exception {
    return made(
        put(
            "/desk/audits/"
                + audit
                + "/messages?fileName="
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8),
            "application/octet-stream",
            bytes));
  }

  void facts(String audit, String json) throws Exception {
    made(
        put(
            "/desk/audits/" + audit + "/facts",
            "application/json",
            json.getBytes(StandardCharsets.UTF_8)));
  }

  /** Starts an audit and waits until it has ended. */
  JsonObject ended(String audit) throws Exception {
    made(officer.post("/desk/audits/" + audit + "/start", "{}"));
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (true) {
      JsonObject view = officer.read("/desk/audits/" + audit);
      if (!view.getString("state").equals("RUNNING")) {
        if (!view.getString("state").equals("COMPLETED")) {
          throw new AssertionError(view.toString());
        }
        return view;
      }
      if (System.nanoTime() > until) {
        throw new AssertionError("the audit does not end: " + view);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** The findings of the lists of an audit, as {@code SUP-01 VIOLATED a@x.example}. */
  List<String> findings(String audit) throws Exception {
    return officer
        .read("/desk/audits/" + audit + "/findings?limit=1000")
        .getJsonArray("findings")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(
            f ->
                f.getString("requirement")
                    + " "
                    + f.getString("verdict")
                    + " "
                    + f.getString("address"))
        .toList();
  }
}
