package org.proffer.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A Keycloak beside the portal, its data in the data folder, loopback only. The realm is taken in
 * at the first start; the secret between Keycloak and the portal is made on this machine.
 */
final class Keycloak implements AutoCloseable {
  /** The files of the realm and of its login pages, as they lie in Keycloak's folder. */
  private static final Map<String, String> FILES =
      Map.of(
          "proffer-realm.json", "data/import/",
          "themes/proffer/login/theme.properties", "",
          "themes/proffer/login/footer.ftl", "",
          "themes/proffer/login/messages/messages_en.properties", "",
          "themes/proffer/login/resources/css/proffer.css", "");

  private static final long STARTS_WITHIN = TimeUnit.MINUTES.toNanos(5);

  private final Process process;
  private final String address;
  private final Path home;
  private final String secret;
  private final Path log;

  private Keycloak(Process process, String address, Path home, String secret, Path log) {
    this.process = process;
    this.address = address;
    this.home = home;
    this.secret = secret;
    this.log = log;
  }

  /** Whether the folder holds no realm yet. */
  static boolean isNew(DataFolder folder) {
    return !Files.exists(folder.sub("keycloak").resolve("data/h2"));
  }

  /**
   * Starts it; {@link #waitUntilReady} says when it answers.
   *
   * @param distribution Keycloak's zip
   * @param passwords of the demonstration logins, for a realm made anew; empty to keep the realm
   */
  static Keycloak start(Path distribution, DataFolder folder, Map<String, String> passwords) {
    Secrets secrets = new Secrets(folder.sub("keys"));
    Path home = folder.sub("keycloak");
    Path log = folder.sub("logs").resolve("keycloak.log");
    String secret = secrets.of("keycloak-portal");
    try {
      stopLeftover(home);
      unpack(distribution, home);
      Path imports = Files.createDirectories(home.resolve("data/import"));
      putFiles(home);
      if (!passwords.isEmpty()) {
        Server.delete(home.resolve("data/h2"));
        Path users = imports.resolve("proffer-users-0.json");
        Files.deleteIfExists(users);
        Files.createFile(users);
        DataFolder.ownerOnly(users);
        Files.writeString(users, DemoLogins.ofKeycloak(passwords));
      }
      int port = Database.freePort();
      String address = "http://localhost:" + port;
      Process process = run(home, port, address, secret, secrets, log.toFile());
      Files.writeString(home.resolve("keycloak.pid"), Long.toString(process.pid()));
      return new Keycloak(process, address, home, secret, log);
    } catch (IOException e) {
      throw new CannotStart(
          "Keycloak in " + home + " cannot be started (" + e.getMessage() + ").", e);
    }
  }

  private static Process run(
      Path home, int port, String address, String secret, Secrets secrets, File log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Commands.detached(
                List.of(
                    home.resolve("bin/kc.sh").toString(),
                    "start",
                    "--import-realm",
                    "--db=dev-file",
                    "--cache=local",
                    "--http-enabled=true",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--hostname=" + address,
                    homeArgument(home))));
    Map<String, String> variables = builder.environment();
    variables.remove("JAVA_OPTS");
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "keycloak");
    variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-administrator"));
    variables.put("PROFFER_OIDC_SECRET", secret);
    variables.put("PROFFER_ADDRESS", "http://127.0.0.1");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  /** Unpacked when there is another version, or none. */
  private static void unpack(Path distribution, Path home) throws IOException {
    Path complete = home.resolve("complete");
    String version = distribution.getFileName() + " " + Files.size(distribution);
    if (Files.exists(complete) && Files.readString(complete).equals(version)) {
      return;
    }
    Server.delete(home.resolve("lib"));
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(distribution))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // Everything lies in one folder that bears the version.
        Path target = home.resolve(entry.getName().replaceFirst("^[^/]*/", "")).normalize();
        if (!entry.isDirectory() && target.startsWith(home)) {
          put(zip, target);
        }
      }
    }
    if (!home.resolve("bin/kc.sh").toFile().setExecutable(true, true)) {
      throw new IOException("kc.sh cannot be made executable");
    }
    Files.writeString(complete, version);
  }

  private static void putFiles(Path home) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      try (InputStream content = Keycloak.class.getResourceAsStream("keycloak/" + file.getKey())) {
        if (content == null) {
          throw new IOException(file.getKey() + " is missing");
        }
        put(content, home.resolve(file.getValue() + file.getKey()));
      }
    }
  }

  private static void put(InputStream content, Path target) throws IOException {
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Stops a Keycloak that an earlier start left behind. */
  private static void stopLeftover(Path home) {
    Commands.stopLeftover(home.resolve("keycloak.pid"), homeArgument(home), "TERM");
  }

  private static String homeArgument(Path home) {
    return "-Dproffer.keycloak.home=" + home;
  }

  /**
   * Waits until the realm answers; the passwords it was given are then forgotten here.
   *
   * @throws CannotStart if it ends, or takes too long
   */
  void waitUntilReady() {
    long until = System.nanoTime() + STARTS_WITHIN;
    while (!Server.answers(provider() + "/.well-known/openid-configuration")) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new CannotStart("Keycloak does not start: see " + log + ".");
      }
      Server.pause();
    }
    try {
      Files.deleteIfExists(home.resolve("data/import/proffer-users-0.json"));
    } catch (IOException e) {
      throw new CannotStart(
          "The file of first logins in " + home + " cannot be removed (" + e.getMessage() + ").",
          e);
    }
  }

  /** The issuer of the tokens. */
  String provider() {
    return address + "/realms/proffer";
  }

  /** What the server's configuration for Keycloak reads. */
  Map<String, String> environment() {
    return Map.of("PROFFER_OIDC_PROVIDER", provider(), "PROFFER_OIDC_SECRET", secret);
  }

  /** How the logins are used, for the person at the terminal. */
  String explanation() {
    return "Logins are kept by Keycloak: "
        + address
        + "\nThe first login asks to set up one-time codes: scan the code with an authenticator, or choose to type the key.\n"
        + "Its administrator is keycloak; the password is in "
        + home.resolveSibling("keys").resolve("keycloak-administrator")
        + ".\n";
  }

  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    Commands.stop(process.toHandle(), "TERM", 30);
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
