package org.proffer.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The realm that an office takes into its Keycloak, against the roles of the portal and the numbers
 * of the CJIS Security Policy (AC-7, AC-11, IA-2, IA-5).
 */
class KeycloakRealmTest {
  private static JsonObject realm;

  @BeforeAll
  static void read() throws IOException {
    Path file =
        Path.of(
            "../wildfly-config/src/main/resources/org/proffer/launcher/keycloak/proffer-realm.json");
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      realm = reader.readObject();
    }
  }

  private static Stream<JsonObject> each(JsonObject of, String name) {
    return of.getJsonArray(name).stream().map(JsonValue::asJsonObject);
  }

  private static JsonObject client(String id) {
    return each(realm, "clients")
        .filter(client -> client.getString("clientId").equals(id))
        .findAny()
        .orElseThrow();
  }

  @Test
  void eachRoleOfThePortalIsARoleAndAGroupThatCarriesItAlone() {
    List<String> roles = Arrays.stream(Role.values()).map(Role::name).toList();
    assertThat(each(realm.getJsonObject("roles"), "realm").map(role -> role.getString("name")))
        .containsExactlyInAnyOrderElementsOf(roles);
    assertThat(each(realm, "groups").map(group -> group.getString("name")))
        .containsExactlyInAnyOrderElementsOf(roles);
    assertThat(each(realm, "groups"))
        .allSatisfy(
            group ->
                assertThat(group.getJsonArray("realmRoles").getString(0))
                    .isEqualTo(group.getString("name")));
    assertThat(each(realm, "groups"))
        .allSatisfy(group -> assertThat(group.getJsonArray("realmRoles")).hasSize(1));
  }

  @Test
  void fiveWrongTriesInFifteenMinutesCloseALoginUntilItIsOpened() {
    assertThat(realm.getBoolean("bruteForceProtected")).isTrue();
    assertThat(realm.getBoolean("permanentLockout")).isTrue();
    assertThat(realm.getInt("failureFactor")).isEqualTo(5);
    assertThat(realm.getInt("maxDeltaTimeSeconds")).isEqualTo(15 * 60);
  }

  @Test
  void aSessionEndsAfterHalfAnHourIdleAndTwelveHoursAtTheLatest() {
    assertThat(realm.getInt("ssoSessionIdleTimeout")).isLessThanOrEqualTo(30 * 60);
    assertThat(realm.getInt("ssoSessionMaxLifespan")).isLessThanOrEqualTo(12 * 60 * 60);
    assertThat(realm.getBoolean("rememberMe")).isFalse();
  }

  @Test
  void nobodyPassesWithoutAPasswordAndAOneTimeCode() {
    JsonObject forms =
        each(realm, "authenticationFlows")
            .filter(flow -> flow.getString("alias").equals("two factors forms"))
            .findAny()
            .orElseThrow();
    assertThat(realm.getString("browserFlow")).isEqualTo("two factors");
    assertThat(
            each(forms, "authenticationExecutions")
                .map(step -> step.getString("authenticator") + " " + step.getString("requirement")))
        .containsExactly("auth-username-password-form REQUIRED", "auth-otp-form REQUIRED");
    assertThat(realm.getInt("otpPolicyDigits")).isGreaterThanOrEqualTo(6);
    assertThat(realm.getInt("otpPolicyPeriod")).isLessThanOrEqualTo(2 * 60);
    assertThat(realm.getBoolean("otpPolicyCodeReusable")).isFalse();
  }

  @Test
  void tokensOfProgramsLiveAMinuteAndAreMadeForThePortal() {
    JsonObject program = client("proffer-program");
    assertThat(realm.getInt("accessTokenLifespan")).isLessThanOrEqualTo(60);
    assertThat(program.getJsonObject("attributes").getString("access.token.lifespan"))
        .isEqualTo("60");
    assertThat(
            each(program, "protocolMappers")
                .map(m -> m.getJsonObject("config").getString("included.client.audience")))
        .containsExactly("proffer-portal");
  }

  @Test
  void noClientTakesPasswordsOrGivesCodesWithoutProof() {
    assertThat(each(realm, "clients"))
        .hasSize(2)
        .allSatisfy(
            client -> {
              assertThat(client.getBoolean("directAccessGrantsEnabled")).isFalse();
              assertThat(client.getBoolean("implicitFlowEnabled")).isFalse();
              assertThat(client.getJsonObject("attributes").getString("pkce.code.challenge.method"))
                  .isEqualTo("S256");
            });
    assertThat(client("proffer-portal").getString("secret")).isEqualTo("${PROFFER_OIDC_SECRET}");
  }
}
