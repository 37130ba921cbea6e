package org.proffer.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Key and certificate of the portal in a PKCS #12 file.
 *
 * @param keyStore the file
 * @param password that opens it
 * @param told what the person who starts the portal should know of it; mostly empty
 */
record TlsKeys(Path keyStore, String password, String told) {
  private static final String ALIAS = "portal";
  private static final int DAYS = 397; // what browsers accept at most

  /**
   * The given ones ({@code proffer.tls.keystore}, or {@code proffer.tls.certificate} and {@code
   * proffer.tls.key}), or self-signed ones that are made at the first start.
   *
   * @throws CannotStart if they cannot be used
   */
  static TlsKeys chosen(DataFolder folder, InetAddress bind) {
    String keyStore = System.getProperty("proffer.tls.keystore");
    String certificate = System.getProperty("proffer.tls.certificate");
    String key = System.getProperty("proffer.tls.key");
    try {
      if (keyStore != null) {
        return opened(Path.of(keyStore).toAbsolutePath(), givenPassword());
      }
      String own = new Secrets(folder.sub("keys")).of("tls");
      if (certificate != null && key != null) {
        Path made = folder.sub("server").resolve("tls.p12");
        combine(Path.of(certificate), Path.of(key), made, own);
        return new TlsKeys(made, own, "");
      }
      if (certificate != null || key != null) {
        throw new CannotStart(
            "Give both -Dproffer.tls.certificate=FILE and -Dproffer.tls.key=FILE.");
      }
      Path made = folder.sub("keys").resolve("tls.p12");
      if (!Files.exists(made)) {
        selfSigned(made, bind, folder);
      }
      return new TlsKeys(
          made, own, "\nThe certificate is self-signed: browsers will ask before they go on.");
    } catch (IOException | GeneralSecurityException e) {
      throw new CannotStart(
          "Key and certificate for TLS cannot be used (" + e.getMessage() + ").", e);
    }
  }

  private static String givenPassword() throws IOException {
    String file = System.getProperty("proffer.tls.password-file");
    if (file != null) {
      return Files.readString(Path.of(file)).strip();
    }
    String variable = System.getenv("PROFFER_TLS_PASSWORD");
    if (variable == null) {
      throw new CannotStart(
          "Give the password of the key store with -Dproffer.tls.password-file=FILE or in PROFFER_TLS_PASSWORD.");
    }
    return variable;
  }

  private static TlsKeys opened(Path file, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password.toCharArray());
    }
    return new TlsKeys(file, password, "");
  }

  private static void selfSigned(Path made, InetAddress bind, DataFolder folder)
      throws IOException {
    Path unfinished = made.resolveSibling("tls.new");
    Files.deleteIfExists(unfinished);
    String names = "san=dns:localhost,ip:127.0.0.1";
    if (!bind.isLoopbackAddress()) {
      InetAddress self = bind.isAnyLocalAddress() ? InetAddress.getLocalHost() : bind;
      names += ",dns:" + self.getHostName() + ",ip:" + self.getHostAddress();
    }
    Commands.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp384r1",
            "-dname",
            "CN=Proffer",
            "-ext",
            names,
            "-validity",
            Integer.toString(DAYS),
            "-storetype",
            "PKCS12",
            "-storepass:file",
            made.resolveSibling("tls").toString(),
            "-keystore",
            unfinished.toString()),
        folder.sub("logs").resolve("console.log").toFile());
    DataFolder.ownerOnly(unfinished);
    Files.move(unfinished, made);
  }

  private static void combine(Path certificate, Path key, Path made, String password)
      throws IOException, GeneralSecurityException {
    Certificate[] chain;
    try (InputStream in = Files.newInputStream(certificate)) {
      chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .toArray(Certificate[]::new);
    }
    if (chain.length == 0) {
      throw new GeneralSecurityException("there is no certificate in " + certificate);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        ALIAS,
        privateKey(key, chain[0].getPublicKey().getAlgorithm()),
        password.toCharArray(),
        chain);
    Files.deleteIfExists(made);
    Files.createFile(made);
    DataFolder.ownerOnly(made);
    try (OutputStream out = Files.newOutputStream(made)) {
      store.store(out, password.toCharArray());
    }
  }

  /** A key in PKCS #8, PEM, without a password. */
  private static PrivateKey privateKey(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    String body = between(text, "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----");
    if (body == null) {
      throw new GeneralSecurityException(
          file + " holds no PRIVATE KEY in PKCS #8: openssl pkcs8 -topk8 -nodes makes one");
    }
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    } catch (InvalidKeySpecException e) {
      throw new GeneralSecurityException("the key in " + file + " is not the certificate's", e);
    }
  }

  private static @Nullable String between(String text, String begin, String end) {
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    return from < 0 || to < from ? null : text.substring(from + begin.length(), to);
  }
}
