package org.proffer.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs rely on: logins, repeated requests, refusals, the description of the API. */
class ApiContractIT {
  private static final String INVESTIGATION =
      "{\"court\":\"mied\",\"title\":\"Twice\",\"status\":\"INVESTIGATION\"}";
  private final Portal portal = Portal.running();
  private final Api prosecutor = new Api(portal, "prosecutor");

  @BeforeEach
  void logIn() throws Exception {
    prosecutor.logIn();
  }

  private HttpRequest.Builder openCase(String key, String body) {
    return prosecutor
        .request("/cases")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body));
  }

  @Test
  void aRepeatedRequestIsDoneOnceAndAnsweredAlike() throws Exception {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first = prosecutor.send(openCase(key, INVESTIGATION));
    HttpResponse<String> again = prosecutor.send(openCase(key, INVESTIGATION));

    assertThat(first.statusCode()).isEqualTo(201).isEqualTo(again.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void aKeyServesOneRequestOnly() throws Exception {
    String key = UUID.randomUUID().toString();
    prosecutor.send(openCase(key, INVESTIGATION));
    HttpResponse<String> other =
        prosecutor.send(openCase(key, INVESTIGATION.replace("Twice", "Other")));

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("urn:proffer:problem:request-refused", "different request");
  }

  @Test
  void aRefusalIsRepeatedToo() throws Exception {
    String key = UUID.randomUUID().toString();
    String untitled = INVESTIGATION.replace("Twice", "");
    HttpResponse<String> first = prosecutor.send(openCase(key, untitled));
    HttpResponse<String> again = prosecutor.send(openCase(key, untitled));

    assertThat(first.statusCode()).isEqualTo(422).isEqualTo(again.statusCode());
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void aPasswordSentWithARequestIsNotEvenTried() throws Exception {
    Api unknown = new Api(portal, "nobody");
    String credentials =
        Base64.getEncoder()
            .encodeToString(
                ("prosecutor:" + portal.password("prosecutor")).getBytes(StandardCharsets.UTF_8));

    assertThat(
            unknown
                .send(unknown.request("/cases").header("Authorization", "Basic " + credentials))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void aWrongPasswordOpensNoSession() throws Exception {
    Api unknown = new Api(portal, "nobody");
    HttpResponse<String> refused =
        unknown.post("/session", "{\"login\":\"prosecutor\",\"password\":\"guessed\"}");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(unknown.get("/cases").statusCode()).isEqualTo(401);
  }

  @Test
  void aClosedSessionIsClosed() throws Exception {
    assertThat(prosecutor.send(prosecutor.request("/session").DELETE()).statusCode())
        .isEqualTo(204);
    assertThat(prosecutor.get("/cases").statusCode()).isEqualTo(401);
  }

  @Test
  void theApiDescribesItselfToEverybody() throws Exception {
    Api unknown = new Api(portal, "nobody");
    JsonObject description = unknown.read("/openapi.json");

    assertThat(description.getString("openapi")).startsWith("3.1");
    assertThat(description.getJsonObject("paths")).containsKey("/cases/{id}/imports");
  }
}
