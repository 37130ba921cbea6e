package org.proffer.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server listens on, and with which key. */
class EntranceTest {
  @TempDir Path temp;

  @AfterEach
  void forget() {
    List.of("https.port", "tls.key", "tls.certificate")
        .forEach(name -> System.clearProperty("proffer." + name));
  }

  private String written(DataFolder folder) throws Exception {
    return Files.readString(Entrance.chosen(folder).write(temp));
  }

  @Test
  void withoutPropertiesThereIsNoTlsAndNobodyManagesTheServer() throws Exception {
    try (DataFolder folder = DataFolder.open(temp.resolve("home"))) {
      assertThat(written(folder)).contains("http-interface: !remove").doesNotContain("https");
      assertThat(Entrance.chosen(folder).address()).isEmpty();
    }
  }

  @Test
  void rootServesNoOtherMachine() throws Exception {
    assertThatThrownBy(() -> Entrance.refuseRoot(InetAddress.getByName("192.0.2.1"), true))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("ordinary user");
    Entrance.refuseRoot(InetAddress.getByName("192.0.2.1"), false);
    Entrance.refuseRoot(InetAddress.getByName("127.0.0.1"), true);
  }

  @Test
  void aSelfSignedKeyIsMadeOnceAndAGivenOneIsTakenFromPem() throws Exception {
    System.setProperty("proffer.https.port", Integer.toString(Database.freePort()));
    try (DataFolder folder = DataFolder.open(temp.resolve("home"))) {
      String yaml = written(folder);
      assertThat(yaml)
          .contains("https-listener", "protocols: [TLSv1.3, TLSv1.2]", "PROFFER_TLS_PASSWORD");
      String password = Files.readString(folder.sub("keys").resolve("tls"));
      assertThat(yaml).doesNotContain(password);
      Path made = folder.sub("keys").resolve("tls.p12");
      byte[] first = Files.readAllBytes(made);
      assertThat(Files.getPosixFilePermissions(made)).hasSize(2);
      written(folder);
      assertThat(Files.readAllBytes(made)).isEqualTo(first);

      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(made)) {
        store.load(in, password.toCharArray());
      }
      Certificate certificate = store.getCertificate("portal");
      assertThat(((X509Certificate) certificate).getSubjectAlternativeNames().toString())
          .contains("localhost", "127.0.0.1");
      pem("tls.certificate", "CERTIFICATE", certificate.getEncoded());
      pem("tls.key", "PRIVATE KEY", store.getKey("portal", password.toCharArray()).getEncoded());
      assertThat(written(folder)).contains("tls.p12\"").doesNotContain("keys/tls.p12");

      pem("tls.key", "EC PRIVATE KEY", new byte[] {1});
      assertThatThrownBy(() -> written(folder))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("PKCS #8");
    }
  }

  private void pem(String property, String kind, byte[] bytes) throws Exception {
    Path file = temp.resolve(property);
    Files.writeString(
        file,
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(bytes)
            + "\n-----END "
            + kind
            + "-----\n");
    System.setProperty("proffer." + property, file.toString());
  }
}
