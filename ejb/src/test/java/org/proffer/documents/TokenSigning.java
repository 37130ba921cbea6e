package org.proffer.documents;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a key in a token, signs a file with it, and verifies: a program of its own, because a token
 * reads its configuration from the environment of the process.
 */
public final class TokenSigning {
  private TokenSigning() {}

  /** Configuration of the token, PIN, file to be signed. */
  public static void main(String[] arguments) throws Exception {
    char[] pin = arguments[1].toCharArray();
    KeyStore store = OfficeKey.token(arguments[0], pin);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", store.getProvider());
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    Instant now = Instant.now();
    X500Name name = new X500Name("CN=Office with a token (test)");
    byte[] encoded =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(3_600)),
                name,
                pair.getPublic())
            .build(
                new JcaContentSignerBuilder("SHA256withRSA")
                    .setProvider(store.getProvider())
                    .build(pair.getPrivate()))
            .getEncoded();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded));
    store.setKeyEntry("office", pair.getPrivate(), pin, new Certificate[] {certificate});

    OfficeKey.Signer signer = OfficeKey.signer(OfficeKey.token(arguments[0], pin), pin, "office");
    byte[] signed =
        Pades.sign(Files.readAllBytes(Path.of(arguments[2])), signer, Optional.empty(), "Pat", now);
    SignatureView seen = Signatures.verify(signed, Set.copyOf(signer.chain()), now).get(0);
    System.out.println(
        "key leaves the token: "
            + (signer.key().getEncoded() != null)
            + ", "
            + seen.standing()
            + " by "
            + seen.subject());
  }
}
