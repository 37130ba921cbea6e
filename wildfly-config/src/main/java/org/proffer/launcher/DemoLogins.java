package org.proffer.launcher;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One login for each role, with random passwords that are shown once and kept as hashes only. */
final class DemoLogins {
  private static final int COST = 12;

  private record Person(String login, String name, String role, String group) {
    Person(String login, String name, String role) {
      this(login, name, role, role.toLowerCase(Locale.ROOT).replace('_', '-') + "s");
    }
  }

  private static final List<Person> PEOPLE =
      List.of(
          new Person("prosecutor", "Pat Prosecutor", "PROSECUTOR"),
          new Person("paralegal", "Lee Paralegal", "PARALEGAL"),
          new Person("compliance", "Chris Compliance", "COMPLIANCE_OFFICER"),
          new Person("supervisor", "Sam Supervisor", "SUPERVISING_ATTORNEY"),
          new Person("custodian", "Casey Custodian", "EVIDENCE_CUSTODIAN"),
          new Person("auditor", "Alex Auditor", "AUDITOR"),
          new Person("admin", "Ari Admin", "ADMIN", "administrators"),
          new Person("filter", "Fran Filter", "FILTER_TEAM", "filter-team"));

  private record Given(Person person, String password) {}

  private final List<Given> given;

  private DemoLogins(List<Given> given) {
    this.given = given;
  }

  /** The people with new passwords. */
  static DemoLogins made() {
    return new DemoLogins(
        PEOPLE.stream().map(person -> new Given(person, Secrets.readable())).toList());
  }

  /** The passwords by login, to be shown once. */
  Map<String, String> passwords() {
    Map<String, String> passwords = new LinkedHashMap<>();
    given.forEach(one -> passwords.put(one.person.login, one.password));
    return passwords;
  }

  /** Writes the file that the portal takes the logins from. */
  void writeForPortal(Path file) {
    write(
        file,
        given.stream()
            .map(
                one ->
                    one.person.login
                        + '='
                        + one.person.name
                        + '|'
                        + one.person.role
                        + '|'
                        + BCrypt.withDefaults().hashToString(COST, one.password.toCharArray())
                        + '\n')
            .collect(Collectors.joining()));
  }

  /**
   * Writes the file that Keycloak imports the people from, with their realm, at its first start.
   */
  void writeForKeycloak(Path file) {
    write(
        file,
        given.stream()
            .map(DemoLogins::user)
            .collect(Collectors.joining(",\n", "{\"realm\":\"proffer\",\"users\":[\n", "]}\n")));
  }

  private static String user(Given given) {
    Person person = given.person;
    String[] name = person.name.split(" ", 2);
    return """
        {"username":"%s","enabled":true,"firstName":"%s","lastName":"%s","email":"%s@office.example",\
        "credentials":[{"type":"password","value":"%s","temporary":false}],\
        "requiredActions":["CONFIGURE_TOTP"],"groups":["/%s"]}"""
        .formatted(person.login, name[0], name[1], person.login, given.password, person.group);
  }

  private static void write(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(file);
      DataFolder.ownerOnly(file);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CannotStart(
          "The first logins cannot be written to " + file + " (" + e.getMessage() + ").", e);
    }
  }
}
