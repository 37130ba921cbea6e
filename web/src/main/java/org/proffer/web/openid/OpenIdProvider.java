package org.proffer.web.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.LoginSource;

/**
 * The provider that keeps the logins. Tokens go to it in the body of a request from server to
 * server, never in an address.
 */
@ApplicationScoped
public class OpenIdProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Inject private LoginSource source;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile @Nullable JsonObject discovered;

  /** Whether the provider answers at all. */
  public boolean answers() {
    try {
      discover();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a token is good now: its session not ended, its owner not disabled (RFC 7662).
   *
   * @throws IOException if the provider cannot be asked
   */
  public boolean isActive(String token) throws IOException {
    HttpResponse<String> answer = post("introspection_endpoint", Map.of("token", token));
    return answer.statusCode() == 200 && json(answer.body()).getBoolean("active", false);
  }

  /** Ends the provider's session that a refresh token belongs to. */
  public void end(String refreshToken) throws IOException {
    HttpResponse<String> answer =
        post("end_session_endpoint", Map.of("refresh_token", refreshToken));
    if (answer.statusCode() >= 400) {
      throw new IOException("the provider answered " + answer.statusCode());
    }
  }

  private HttpResponse<String> post(String endpoint, Map<String, String> form) throws IOException {
    JsonObject known = discovered;
    String address = (known == null ? discover() : known).getString(endpoint);
    String body =
        form(form)
            + "&"
            + form(Map.of("client_id", source.client(), "client_secret", source.secret()));
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private JsonObject discover() throws IOException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                URI.create(source.provider() + "/.well-known/openid-configuration")));
    if (answer.statusCode() != 200) {
      throw new IOException("the provider answered " + answer.statusCode());
    }
    JsonObject found = json(answer.body());
    discovered = found;
    return found;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonObject json(String text) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new IOException("the provider's answer is no JSON", e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
