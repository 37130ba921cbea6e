package org.proffer.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeycloakTest {
  @Test
  void theDemonstrationLoginsAreTheSameInKeycloakEachInTheGroupOfItsRole() {
    Map<String, String> passwords = new TreeMap<>();
    for (String login :
        new String[] {
          "prosecutor",
          "paralegal",
          "compliance",
          "supervisor",
          "custodian",
          "auditor",
          "admin",
          "filter"
        }) {
      passwords.put(login, Secrets.readable());
    }

    String users = DemoLogins.ofKeycloak(passwords);

    assertThat(users).doesNotContain("null");
    passwords.forEach(
        (login, password) ->
            assertThat(users).contains("\"username\": \"" + login + "\"").contains(password));
    assertThat(Pattern.compile("\"groups\": \\[\"/([A-Z_]+)\"]").matcher(users).results())
        .extracting(result -> result.group(1))
        .containsExactlyInAnyOrder(
            "PROSECUTOR",
            "PARALEGAL",
            "COMPLIANCE_OFFICER",
            "SUPERVISING_ATTORNEY",
            "EVIDENCE_CUSTODIAN",
            "AUDITOR",
            "ADMIN",
            "FILTER_TEAM");
  }
}
