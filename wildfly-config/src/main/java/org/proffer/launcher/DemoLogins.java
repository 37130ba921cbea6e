package org.proffer.launcher;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One login for each role, with random passwords that are shown once and kept as hashes only. */
final class DemoLogins {
  private static final int COST = 12;

  private record Person(String login, String name, String role) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("prosecutor", "Pat Prosecutor", "PROSECUTOR"),
          new Person("paralegal", "Lee Paralegal", "PARALEGAL"),
          new Person("compliance", "Chris Compliance", "COMPLIANCE_OFFICER"),
          new Person("supervisor", "Sam Supervisor", "SUPERVISING_ATTORNEY"),
          new Person("custodian", "Casey Custodian", "EVIDENCE_CUSTODIAN"),
          new Person("auditor", "Alex Auditor", "AUDITOR"),
          new Person("admin", "Ari Admin", "ADMIN"),
          new Person("filter", "Fran Filter", "FILTER_TEAM"));

  private DemoLogins() {}

  /**
   * Writes the file that the portal takes the logins from.
   *
   * @return the passwords by login, to be shown once
   */
  static Map<String, String> write(Path file) {
    Map<String, String> passwords = new LinkedHashMap<>();
    StringBuilder lines = new StringBuilder();
    for (Person person : PEOPLE) {
      String password = Secrets.readable();
      passwords.put(person.login, password);
      String hash = BCrypt.withDefaults().hashToString(COST, password.toCharArray());
      lines
          .append(person.login)
          .append('=')
          .append(person.name)
          .append('|')
          .append(person.role)
          .append('|')
          .append(hash)
          .append('\n');
    }
    try {
      Files.deleteIfExists(file);
      Files.createFile(file);
      DataFolder.ownerOnly(file);
      Files.writeString(file, lines);
    } catch (IOException e) {
      throw new CannotStart(
          "The first logins cannot be written to " + file + " (" + e.getMessage() + ").", e);
    }
    return passwords;
  }

  /**
   * The same people with the passwords as Keycloak takes them in, each in the group of the role.
   */
  static String ofKeycloak(Map<String, String> passwords) {
    return PEOPLE.stream()
        .map(
            person ->
                """
                {"username": "%s", "enabled": true, "firstName": "%s", "lastName": "%s", "groups": ["/%s"],
                 "credentials": [{"type": "password", "value": "%s"}]}"""
                    .formatted(
                        person.login,
                        person.name.split(" ", 2)[0],
                        person.name.split(" ", 2)[1],
                        person.role,
                        passwords.get(person.login)))
        .collect(Collectors.joining(",\n", "{\"realm\": \"proffer\", \"users\": [\n", "]}\n"));
  }
}
