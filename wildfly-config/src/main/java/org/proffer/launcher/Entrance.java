package org.proffer.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the portal is entered: plain HTTP on the loopback address alone, and TLS on the address
 * that {@code proffer.bind} names. Nothing listens for management.
 */
final class Entrance {
  private static final String CLOSED =
      """
      wildfly-configuration:
        core-service:
          management:
            management-interface:
              http-interface: !remove
        subsystem:
          jmx:
            remoting-connector:
              jmx: !remove
          logging:
            root-logger:
              ROOT:
                handlers: [FILE]
      """;

  private static final String TLS =
      """
          elytron:
            key-store:
              portal:
                path: "%s"
                type: PKCS12
                credential-reference:
                  clear-text: "${env.PROFFER_TLS_PASSWORD}"
            key-manager:
              portal:
                key-store: portal
                credential-reference:
                  clear-text: "${env.PROFFER_TLS_PASSWORD}"
            server-ssl-context:
              portal:
                key-manager: portal
                protocols: [TLSv1.3, TLSv1.2]
                cipher-suite-names: "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256"
                cipher-suite-filter: "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256"
                use-cipher-suites-order: true
          undertow:
            server:
              default-server:
                https-listener:
                  portal:
                    socket-binding: portal
                    ssl-context: portal
                    enable-http2: true
                    max-post-size: 0
                    max-buffered-request-size: 1
        interface:
          outside:
            inet-address: "%s"
        socket-binding-group:
          standard-sockets:
            socket-binding:
              portal:
                interface: outside
                port: %d
      """;

  private final InetAddress bind;
  private final int port;
  private final Optional<TlsKeys> keys;

  private Entrance(InetAddress bind, int port, Optional<TlsKeys> keys) {
    this.bind = bind;
    this.port = port;
    this.keys = keys;
  }

  /**
   * What the properties choose.
   *
   * @throws CannotStart if root would listen to others, or key and certificate cannot be used
   */
  static Entrance chosen(DataFolder folder) {
    InetAddress bind = address(System.getProperty("proffer.bind", "127.0.0.1"));
    boolean tls = System.getProperty("proffer.https.port") != null || !bind.isLoopbackAddress();
    if (!tls) {
      return new Entrance(bind, 0, Optional.empty());
    }
    refuseRoot(bind, Commands.asRoot());
    int port = Launcher.port("proffer.https.port", "8443");
    try {
      Server.refuseTakenPort(port, "proffer.https.port");
    } catch (IOException e) {
      throw new CannotStart("Port " + port + " cannot be used (" + e.getMessage() + ").", e);
    }
    return new Entrance(bind, port, Optional.of(TlsKeys.chosen(folder, bind)));
  }

  static void refuseRoot(InetAddress bind, boolean root) {
    if (root && !bind.isLoopbackAddress()) {
      throw new CannotStart(
          "Root does not serve other machines: start Proffer as an ordinary user, or leave out -Dproffer.bind.");
    }
  }

  private static InetAddress address(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new CannotStart(
          "“" + name + "” is no address of this machine: give one with -Dproffer.bind=ADDRESS.", e);
    }
  }

  /** Writes what the server's configuration is changed by at its start. */
  Path write(Path folder) throws IOException {
    Path file = folder.resolve("entrance.yml");
    Files.writeString(
        file,
        CLOSED
            + keys.map(used -> TLS.formatted(used.keyStore(), bind.getHostAddress(), port))
                .orElse(""));
    return file;
  }

  /** What the configuration reads. */
  Map<String, String> environment() {
    String open = Boolean.toString(!bind.isLoopbackAddress());
    return keys.map(used -> Map.of("PROFFER_TLS_PASSWORD", used.password(), "PROFFER_OPEN", open))
        .orElse(Map.of("PROFFER_OPEN", open));
  }

  /** Where people enter; empty if they do by the loopback address. */
  Optional<String> address() {
    String host = bind.isAnyLocalAddress() ? "localhost" : bind.getHostAddress();
    return keys.map(used -> "https://" + host + ":" + port + "/" + used.told());
  }
}
