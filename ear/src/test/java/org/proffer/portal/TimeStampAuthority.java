package org.proffer.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A time-stamp authority (RFC 3161 over HTTP) of the tests: openssl stamps. */
final class TimeStampAuthority {
  private static TimeStampAuthority ofAllTests;

  private final TestCertificates trusted;
  private final HttpServer server;
  private TestCertificates stamping;
  private int status = 200;

  private TimeStampAuthority(TestCertificates trusted) throws IOException {
    this.trusted = trusted;
    this.stamping = trusted;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The one that the portal of the tests asks; it asks none where openssl is absent. */
  static synchronized TimeStampAuthority ofAllTests() {
    if (ofAllTests == null) {
      try {
        ofAllTests = new TimeStampAuthority(TestCertificates.ofAllTests());
        if (TestCertificates.isPossible()) {
          prepare(ofAllTests.trusted);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ofAllTests;
  }

  /** What tells the portal of it. */
  Map<String, String> environment() {
    return TestCertificates.isPossible()
        ? Map.of(
            "PROFFER_TSA",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/",
            "PROFFER_TSA_ROOTS",
            trusted.authority().toString())
        : Map.of();
  }

  /** From now on it stamps with these certificates. */
  synchronized void stampsWith(TestCertificates certificates) throws IOException {
    if (certificates != trusted) {
      prepare(certificates);
    }
    stamping = certificates;
  }

  /** From now on it stamps as the portal expects. */
  synchronized void stampsAsEver() {
    stamping = trusted;
    status = 200;
  }

  /** From now on it answers only this status. */
  synchronized void answersOnly(int with) {
    status = with;
  }

  private static void prepare(TestCertificates certificates) throws IOException {
    certificates.certify(
        "tsa", "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping");
    Files.writeString(
        certificates.folder().resolve("tsa.cnf"),
        """
        [tsa]
        default_tsa = one
        [one]
        serial = serial
        signer_cert = tsa.pem
        signer_key = tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        ess_cert_id_alg = sha256
        """);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] query = exchange.getRequestBody().readAllBytes();
      if (status != 200) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      Path folder = stamping.folder();
      Files.write(folder.resolve("query"), query);
      stamping.openssl(
          "ts",
          "-reply",
          "-config",
          "tsa.cnf",
          "-section",
          "one",
          "-queryfile",
          "query",
          "-out",
          "reply");
      byte[] reply = Files.readAllBytes(folder.resolve("reply"));
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    }
  }
}
