package org.proffer.documents;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority of certificates and of time stamps, made for a test and gone after it. */
final class TestAuthority implements AutoCloseable {
  private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2040-01-01T00:00:00Z");

  private final KeyPair pair;
  private final X509Certificate certificate;
  private HttpServer server;

  TestAuthority(String name) throws Exception {
    pair = pair();
    certificate = issue(name, pair, name, pair, BEGINNING, END, true, false);
  }

  private static KeyPair pair() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** A key that the authority vouches for between two instants. */
  OfficeKey.Signer signer(String name, Instant from, Instant until) throws Exception {
    KeyPair own = pair();
    X509Certificate of =
        issue(
            name,
            own,
            certificate.getSubjectX500Principal().getName(),
            pair,
            from,
            until,
            false,
            false);
    return new OfficeKey.Signer(own.getPrivate(), List.of(of, certificate), null);
  }

  private static X509Certificate issue(
      String name,
      KeyPair own,
      String issuer,
      KeyPair by,
      Instant from,
      Instant until,
      boolean authority,
      boolean stamps)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            BigInteger.valueOf(System.nanoTime()),
            Date.from(from),
            Date.from(until),
            new X500Name(name),
            own.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    if (stamps) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(
                    builder
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate()))
                        .getEncoded()));
  }

  /** Answers requests for time stamps, each with this time. */
  URI stampsAt(Instant at) throws Exception {
    KeyPair own = pair();
    X509Certificate of =
        issue(
            "CN=Time stamps (test)",
            own,
            certificate.getSubjectX500Principal().getName(),
            pair,
            BEGINNING,
            END,
            false,
            true);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try {
            answer(exchange, own, of, at);
          } catch (Exception e) {
            throw new IOException(e);
          }
        });
    server.start();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void answer(HttpExchange exchange, KeyPair own, X509Certificate of, Instant at)
      throws Exception {
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", own.getPrivate(), of),
            new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(
                    new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
            new ASN1ObjectIdentifier("1.2.3.4"));
    tokens.addCertificates(new JcaCertStore(List.of(of)));
    byte[] answer =
        new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
            .generate(
                new TimeStampRequest(exchange.getRequestBody().readAllBytes()),
                BigInteger.ONE,
                Date.from(at))
            .getEncoded();
    exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(200, answer.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(answer);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
  }
}
