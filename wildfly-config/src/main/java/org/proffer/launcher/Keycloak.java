package org.proffer.launcher;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak beside the portal, on the loopback address, its data in a database of its own in the
 * embedded PostgreSQL. The realm is imported once; after that Keycloak's own console changes it.
 */
final class Keycloak implements AutoCloseable {
  /** Login of the console; its password is in the keys of the data folder. */
  static final String ADMINISTRATOR = "keycloak-admin";

  private static final String REALM = "/keycloak/proffer-realm.json";
  private static final long STARTS_WITHIN = TimeUnit.MINUTES.toNanos(5);

  private final Process process;
  private final String address;

  private Keycloak(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts Keycloak and waits until it answers.
   *
   * @param distribution the zip of the distribution
   * @param portal address of the portal, with a slash at its end
   * @param logins people of the demonstration, imported with the realm at the first start
   */
  static Keycloak start(
      Path distribution,
      DataFolder folder,
      Database database,
      int port,
      String portal,
      DemoLogins logins) {
    Secrets secrets = new Secrets(folder.sub("keys"));
    Path home = folder.sub("keycloak");
    File log = folder.sub("logs").resolve("keycloak.log").toFile();
    try {
      Path programs = unpacked(distribution, home);
      Commands.stopLeftover(home.resolve("keycloak.pid"), homeArgument(programs), "TERM");
      Server.refuseTakenPort(port, "proffer.keycloak.port");
      Path imported = Files.createDirectories(programs.resolve("data").resolve("import"));
      DataFolder.ownerOnly(imported);
      try (InputStream realm = Keycloak.class.getResourceAsStream(REALM)) {
        if (realm == null) {
          throw new CannotStart("The realm is not packaged: build Proffer again.");
        }
        Files.copy(
            realm, imported.resolve("proffer-realm.json"), StandardCopyOption.REPLACE_EXISTING);
      }
      Path people = imported.resolve("proffer-users-0.json");
      logins.writeForKeycloak(people);
      String address = "http://127.0.0.1:" + port;
      Map<String, String> variables =
          Map.of(
              "JAVA_HOME", System.getProperty("java.home"),
              "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
              "KC_DB_PASSWORD", database.keycloakPassword(),
              "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
              "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-admin"),
              "PROFFER_OIDC_SECRET", secrets.of("keycloak-client"),
              "PROFFER_ADDRESS", portal);
      if (!Files.exists(programs.resolve("built"))) {
        build(programs, log);
      }
      List<String> command = new ArrayList<>();
      command.add(programs.resolve("bin").resolve("kc.sh").toString());
      command.addAll(
          List.of(
              "start",
              "--optimized",
              "--import-realm",
              "--http-enabled=true",
              "--http-host=127.0.0.1",
              "--http-port=" + port,
              "--hostname=" + address,
              "--cache=local",
              "--db-url=" + database.keycloakUrl(),
              "--db-username=" + Database.KEYCLOAK,
              "--log=console"));
      ProcessBuilder builder =
          new ProcessBuilder(Commands.detached(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
      builder.environment().putAll(variables);
      Process process = builder.start();
      Files.writeString(home.resolve("keycloak.pid"), process.pid() + "\n");
      Keycloak keycloak = new Keycloak(process, address);
      keycloak.waitUntilReady(log);
      Files.deleteIfExists(people);
      return keycloak;
    } catch (IOException e) {
      throw new CannotStart("Keycloak cannot be started (" + e.getMessage() + ").", e);
    }
  }

  private static String homeArgument(Path programs) {
    return "-Dkc.home.dir=" + programs.resolve("bin").resolve("..");
  }

  private static Path unpacked(Path distribution, Path home) throws IOException {
    Path programs = home.resolve(distribution.getFileName().toString().replaceFirst("\\.zip$", ""));
    if (Files.exists(programs.resolve("complete"))) {
      return programs;
    }
    System.out.println("Keycloak is unpacked: once, half a minute.");
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(distribution)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String inside = entry.getName().replaceFirst("^[^/]+/", "");
        Path target = programs.resolve(inside).normalize();
        if (!target.startsWith(programs)) {
          throw new IOException("an entry points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
          if (inside.startsWith("bin/") && inside.endsWith(".sh")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
    Files.createFile(programs.resolve("complete"));
    return programs;
  }

  private static void build(Path programs, File log) throws IOException {
    Commands.run(
        List.of(
            programs.resolve("bin").resolve("kc.sh").toString(),
            "build",
            "--db=postgres",
            "--features-disabled=organization,impersonation"),
        log);
    Files.createFile(programs.resolve("built"));
  }

  private void waitUntilReady(File log) {
    long until = System.nanoTime() + STARTS_WITHIN;
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        close();
        throw new CannotStart("Keycloak does not start: see " + log + ".");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CannotStart("Interrupted.", e);
      }
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection ask =
          (HttpURLConnection)
              URI.create(provider() + "/.well-known/openid-configuration").toURL().openConnection();
      ask.setConnectTimeout(1_000);
      ask.setReadTimeout(5_000);
      return ask.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Address of the realm. */
  String provider() {
    return address + "/realms/proffer";
  }

  /** Where the realm is administered. */
  String console() {
    return address + "/admin/proffer/console/";
  }

  /** Stops it. */
  @Override
  public void close() {
    Commands.stop(process.toHandle(), "TERM", 30);
  }
}
