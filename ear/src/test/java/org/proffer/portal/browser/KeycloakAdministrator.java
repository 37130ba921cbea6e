package org.proffer.portal.browser;

import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import org.proffer.portal.Api;
import org.proffer.portal.Portal;

/** The person who runs the office's Keycloak, and its token endpoint as programs use it. */
final class KeycloakAdministrator {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String keycloak;
  private final String password;

  KeycloakAdministrator(Portal portal) throws IOException {
    keycloak = portal.keycloak();
    password = Files.readString(portal.home().resolve("keys/keycloak-administrator")).strip();
  }

  /** A token of Keycloak's own realm, not of the office's. */
  String ownToken() throws IOException, InterruptedException {
    return form(
            "/realms/master/protocol/openid-connect/token",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "keycloak",
                "password", password))
        .getString("access_token");
  }

  /** Closes or opens a login. */
  void enable(String login, boolean enabled) throws IOException, InterruptedException {
    send("PUT", "/users/" + id(login), "{\"enabled\":" + enabled + "}");
  }

  /** Opens a login that was closed after too many wrong tries. */
  void open(String login) throws IOException, InterruptedException {
    enable(login, true);
    send("DELETE", "/attack-detection/brute-force/users/" + id(login), "");
  }

  void join(String login, String group) throws IOException, InterruptedException {
    send("PUT", "/users/" + id(login) + "/groups/" + group(group), "{}");
  }

  void leave(String login, String group) throws IOException, InterruptedException {
    send("DELETE", "/users/" + id(login) + "/groups/" + group(group), "");
  }

  /** Adds a client that is not made for the portal, or changes how long tokens of one live. */
  void addClient(String id) throws IOException, InterruptedException {
    send(
        "POST",
        "/clients",
        """
        {"clientId":"%s","publicClient":true,"redirectUris":["http://127.0.0.1/*"],"standardFlowEnabled":true}"""
            .formatted(id));
  }

  void tokensLive(String client, int seconds) throws IOException, InterruptedException {
    JsonObject found = list("/clients?clientId=" + client).getJsonObject(0);
    JsonObject attributes =
        Json.createObjectBuilder(found.getJsonObject("attributes"))
            .add("access.token.lifespan", Integer.toString(seconds))
            .build();
    send(
        "PUT",
        "/clients/" + found.getString("id"),
        Json.createObjectBuilder(found).add("attributes", attributes).build().toString());
  }

  /** The public keys of the office's realm. */
  JsonArray keys() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(keycloak + "/realms/proffer/protocol/openid-connect/certs"))
                .build(),
            BodyHandlers.ofString());
    return Api.json(answer.body()).getJsonArray("keys");
  }

  /** Posts a form to Keycloak; an empty answer is an empty object. */
  JsonObject form(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(keycloak + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    refuseFailure(path, answer);
    return answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : Api.json(answer.body());
  }

  private String id(String login) throws IOException, InterruptedException {
    return list("/users?exact=true&username=" + login).getJsonObject(0).getString("id");
  }

  private String group(String name) throws IOException, InterruptedException {
    return list("/groups?exact=true&search=" + name).getJsonObject(0).getString("id");
  }

  private JsonArray list(String path) throws IOException, InterruptedException {
    try (JsonReader reader = Json.createReader(new StringReader(send("GET", path, "")))) {
      return reader.readArray();
    }
  }

  private String send(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/proffer" + path))
                .header("Authorization", "Bearer " + ownToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString());
    refuseFailure(method + " " + path, answer);
    return answer.body();
  }

  private static void refuseFailure(String what, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new AssertionError(what + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
