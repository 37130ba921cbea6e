package org.proffer.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonException;
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
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Keycloak that keeps the logins, as the environment names it. */
@ApplicationScoped
public class LoginServer {
  private static final String CLIENT = "proffer-portal";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** Whether logins are kept elsewhere. */
  public static boolean isUsed() {
    return issuer() != null;
  }

  /** Scheme, host and port, to which pages lead for a login; empty with the embedded logins. */
  public static Optional<String> origin() {
    String issuer = issuer();
    if (issuer == null) {
      return Optional.empty();
    }
    URI uri = URI.create(issuer);
    return Optional.of(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  private static @Nullable String issuer() {
    String value = System.getenv("PROFFER_OIDC_PROVIDER");
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Asks for the standing of a token, RFC 7662. */
  Standing of(String token) {
    String credentials = CLIENT + ":" + encoded(secret());
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token/introspect"))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString("token=" + encoded(token)))
            .build();
    try {
      HttpResponse<String> answer = http.send(question, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? read(answer.body()) : Standing.UNKNOWN;
    } catch (IOException e) {
      return Standing.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Standing.UNKNOWN;
    }
  }

  private static Standing read(String answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return reader.readObject().getBoolean("active", false) ? Standing.GOOD : Standing.ENDED;
    } catch (JsonException e) {
      return Standing.UNKNOWN;
    }
  }

  private static String secret() {
    String value = System.getenv("PROFFER_OIDC_SECRET");
    return value == null ? "" : value.strip();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
