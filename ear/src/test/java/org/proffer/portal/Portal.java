package org.proffer.portal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The portal as the launcher starts it, on a folder and a port of its own; one for all tests. */
public final class Portal {
  private static final Pattern LOGIN = Pattern.compile("  (\\w+)\\s+(\\w{4}-\\w{4}-\\w{4}-\\w{4})");
  private static final Pattern KEYCLOAK =
      Pattern.compile("Logins are kept by Keycloak: (http\\S+)");

  /** Many people at one address; what one person may do of a search stays as it is. */
  private static final String LIMITS =
      "login=3000/30000,search=120/30000,export=600/30000,import=600/30000,check=600/30000,"
          + "document=600/30000,what-if=600/30000";

  private static Portal running;

  private final Path home;
  private final int port;
  private final String keycloakZip;
  private final int tlsPort;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> properties = new ArrayList<>();
  private String keycloak = "";
  private final Map<String, String> passwords = new HashMap<>();
  private Process process;

  private Portal(Path home, int port, int tlsPort, String keycloakZip) {
    this.home = home;
    this.port = port;
    this.keycloakZip = keycloakZip;
    this.tlsPort = tlsPort;
  }

  /** The portal, started when it is asked for first, stopped with the tests. */
  public static synchronized Portal running() {
    if (running == null) {
      try {
        Path home = Path.of(System.getProperty("proffer.it.folder")).toAbsolutePath();
        delete(home);
        running = new Portal(home, freePort(), freePort(), "");
        running.environment.putAll(TimeStampAuthority.ofAllTests().environment());
        running.environment.put(
            "PROFFER_IMAP_ROOTS", TestCertificates.ofAllTests().authority().toString());
        running.properties.add("-Dproffer.imap=" + MailServerPlaces.ofAllTests().named());
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
        running.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /**
   * Another portal with a Keycloak beside it, on a new folder; stopped with the tests if not
   * before.
   *
   * @param keycloakZip Keycloak's distribution
   */
  public static Portal withKeycloak(String keycloakZip) throws IOException {
    return started(
        Path.of(System.getProperty("proffer.it.folder")).resolveSibling("it-keycloak"),
        keycloakZip);
  }

  /** Another portal, on a new folder; stopped with the tests if not before. */
  public static Portal on(Path folder) throws IOException {
    return started(folder, "");
  }

  /**
   * Another portal on a folder that is there, with the logins of one that runs; stopped with the
   * tests if not before.
   *
   * @param environment variables of its own
   */
  public static Portal on(Path folder, Portal logins, Map<String, String> environment)
      throws IOException {
    Portal portal = new Portal(folder.toAbsolutePath(), freePort(), freePort(), "");
    portal.environment.putAll(environment);
    portal.passwords.putAll(logins.passwords);
    Runtime.getRuntime().addShutdownHook(new Thread(portal::stop));
    portal.start();
    return portal;
  }

  /**
   * Another portal on a new folder; stopped with the tests if not before.
   *
   * @param environment variables of its own
   * @param mailServers the mail servers that may be asked
   */
  public static Portal with(Path folder, Map<String, String> environment, String mailServers)
      throws IOException {
    Path home = folder.toAbsolutePath();
    delete(home);
    Portal portal = new Portal(home, freePort(), freePort(), "");
    portal.environment.putAll(environment);
    portal.properties.add("-Dproffer.imap=" + mailServers);
    Runtime.getRuntime().addShutdownHook(new Thread(portal::stop));
    portal.start();
    return portal;
  }

  private static Portal started(Path folder, String keycloakZip) throws IOException {
    Path home = folder.toAbsolutePath();
    delete(home);
    Portal portal = new Portal(home, freePort(), freePort(), keycloakZip);
    Runtime.getRuntime().addShutdownHook(new Thread(portal::stop));
    portal.start();
    return portal;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Starts the launcher and waits until it says that the portal is ready. */
  public void start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dproffer.home=" + home);
    command.add("-Dproffer.port=" + port);
    command.add("-Dproffer.https.port=" + tlsPort);
    command.add("-Dproffer.keycloak=" + keycloakZip);
    command.addAll(properties);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("org.proffer.launcher.Launcher");
    command.add(System.getProperty("proffer.server"));
    command.add(System.getProperty("proffer.ear"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PROFFER_LIMITS", LIMITS);
    builder.environment().putAll(environment);
    process = builder.start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      Matcher login = LOGIN.matcher(line);
      if (login.matches()) {
        passwords.put(login.group(1), login.group(2));
      }
      Matcher address = KEYCLOAK.matcher(line);
      if (address.matches()) {
        keycloak = address.group(1);
      }
      if (line.equals("Stop with Ctrl-C.")) {
        return;
      }
    }
    throw new IllegalStateException("The portal did not start:\n" + said);
  }

  /**
   * Kills server and launcher without a warning, as a power cut would; the database lives on and is
   * found by the next start.
   */
  public void kill() throws IOException, InterruptedException {
    String pid = Files.readAllLines(home.resolve("server").resolve("server.pid")).get(0).strip();
    ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    process.destroyForcibly().waitFor();
    server.destroyForcibly();
    server.onExit().join();
  }

  /** Kills the database without a warning; the launcher starts it again. */
  public void killDatabase() throws IOException {
    String pid = Files.readAllLines(home.resolve("database").resolve("postmaster.pid")).get(0);
    ProcessHandle database = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    database.destroyForcibly();
    database.onExit().join();
  }

  /** Stops it, as Ctrl-C would. */
  public void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** Where it is, with a slash at the end. */
  public String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** Where it is by TLS, with a slash at the end; the certificate is its own. */
  public String tlsAddress() {
    return "https://127.0.0.1:" + tlsPort + "/";
  }

  /** Where its Keycloak is, without a slash at the end. */
  public String keycloak() {
    return keycloak;
  }

  /** The data folder. */
  public Path home() {
    return home;
  }

  /** Password of a demonstration login. */
  public String password(String login) {
    return passwords.get(login);
  }

  /** The lines of the server's log above INFO. */
  public List<String> complaints() throws IOException {
    try (Stream<String> lines = Files.lines(home.resolve("logs").resolve("server.log"))) {
      return lines.filter(line -> line.matches(".*\"level\":\"(WARN|ERROR|FATAL)\".*")).toList();
    }
  }
}
