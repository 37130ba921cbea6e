package org.proffer.portal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The REST API as a program uses it. */
public final class Api {
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Portal portal;
  private final String login;
  private final String password;

  public Api(Portal portal, String login) {
    this(portal, login, portal.password(login));
  }

  Api(Portal portal, String login, String password) {
    this.portal = portal;
    this.login = login;
    this.password = password;
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(portal.address() + "api/v1" + path))
        .timeout(Duration.ofMinutes(2))
        .header("X-Requested-With", "test");
  }

  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Logs in; done again after the server was started anew. */
  public Api logIn() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        post("/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return this;
  }

  /** A page as the browser of the same session gets it. */
  public String page(String address) throws IOException, InterruptedException {
    return pageAnswer(address).body();
  }

  /** The same, with its status. */
  HttpResponse<String> pageAnswer(String address) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(portal.address() + address))
            .timeout(Duration.ofMinutes(2))
            .build(),
        BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  public HttpResponse<String> send(String caseId, String fileName, byte[] bytes)
      throws IOException, InterruptedException {
    String path =
        "/cases/"
            + caseId
            + "/evidence?fileName="
            + URLEncoder.encode(fileName, StandardCharsets.UTF_8);
    return http.send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(bytes))
            .build(),
        BodyHandlers.ofString());
  }

  public JsonObject read(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(
          path
              + ": "
              + answer.statusCode()
              + " "
              + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return json(new String(answer.body(), StandardCharsets.UTF_8));
  }

  public static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Opens an investigation and gives its id. */
  public String openCase(String title) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        post(
            "/cases",
            "{\"court\":\"mied\",\"title\":\"" + title + "\",\"status\":\"INVESTIGATION\"}");
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    return json(answer.body()).getString("id");
  }

  /** Sends a file and starts its import; gives the id of the import. */
  public String startImport(String caseId, String fileName, byte[] bytes)
      throws IOException, InterruptedException {
    HttpResponse<String> item = send(caseId, fileName, bytes);
    if (item.statusCode() != 201) {
      throw new AssertionError(item.body());
    }
    String evidence = json(item.body()).getString("id");
    HttpResponse<String> started =
        post("/cases/" + caseId + "/imports", "{\"evidenceId\":\"" + evidence + "\"}");
    if (started.statusCode() != 201) {
      throw new AssertionError(started.body());
    }
    return json(started.body()).getString("id");
  }

  /** Asks until the import has ended. */
  public JsonObject ended(String importId) throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (true) {
      JsonObject state = read("/imports/" + importId);
      if (state.getBoolean("ended")) {
        return state;
      }
      if (System.nanoTime() > until) {
        throw new AssertionError("the import does not end: " + state);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  public JsonObject imported(String caseId, String fileName, byte[] bytes)
      throws IOException, InterruptedException {
    return ended(startImport(caseId, fileName, bytes));
  }
}
