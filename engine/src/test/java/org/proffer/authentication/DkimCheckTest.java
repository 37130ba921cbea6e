package org.proffer.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proffer.mail.ByteSource;

class DkimCheckTest {
  private static final String KEY = "s1._domainkey.shop.example";
  private static final String BODY = "Buy  now \r\n\r\nBye\t.\r\n\r\n\r\n";
  private static final String SIMPLE_BODY = "Buy  now \r\n\r\nBye\t.\r\n";
  private static final String RELAXED_BODY = "Buy now\r\n\r\nBye .\r\n";
  private static final String FROM = "From:  Shop  <a@shop.example> \r\n";
  private static final String SUBJECT = "SUBJECT: Big\r\n\tSale\r\n";
  private static final String RELAXED_FIELDS = "from:Shop <a@shop.example>\r\nsubject:Big Sale\r\n";

  private final RecordedZone zone = new RecordedZone();
  private Instant received = RecordedZone.DAY;

  /** A signature with the tags in front of {@code b}, over fields in their canonical form. */
  private static String signature(String tags, KeyPair pair, String algorithm, String fields) {
    boolean relaxed = !tags.contains("c=simple");
    String head = relaxed ? "dkim-signature:" : "DKIM-Signature: ";
    String text = fields + head + tags + " b=";
    return "DKIM-Signature: "
        + tags
        + " b="
        + TestSigner.sign(algorithm, pair.getPrivate(), text)
        + "\r\n";
  }

  private static String tags(String algorithm, String bodyHash, String more) {
    return "v=1; a="
        + algorithm
        + "; c=relaxed/relaxed; d=shop.example; s=s1; h=from:subject; bh="
        + bodyHash
        + ";"
        + more;
  }

  private static String relaxed(String more) {
    String tags = tags("rsa-sha256", TestSigner.hash("SHA-256", RELAXED_BODY), more);
    return signature(tags, TestSigner.RSA, "rsa-sha256", RELAXED_FIELDS) + FROM + SUBJECT;
  }

  private List<Evaluation> all(String message) throws IOException {
    try {
      return new DkimCheck(
              RawMessage.read(ByteSource.of(TestSigner.bytes(message))), zone.dns(), received)
          .evaluate();
    } catch (Stopped e) {
      throw new AssertionError(e);
    }
  }

  private Evaluation one(String message) throws IOException {
    assertThat(all(message)).hasSize(1);
    return all(message).get(0);
  }

  private DkimCheckTest published(String record) {
    zone.txt(KEY, record);
    return this;
  }

  private DkimCheckTest publishedRsa() {
    return published(TestSigner.record(TestSigner.RSA));
  }

  @Test
  void aRelaxedSignatureOutlivesFoldsSpacesAndEmptyLinesAtTheEnd() throws IOException {
    publishedRsa();
    Evaluation evaluation = one(relaxed("") + "\r\n" + BODY);
    assertThat(evaluation.outcome()).as("%s", evaluation).isEqualTo(Outcome.PASS);
    assertThat(evaluation.notes()).isEmpty();
    assertThat(evaluation.properties())
        .containsEntry("header.d", "shop.example")
        .containsEntry("header.s", "s1")
        .containsEntry("header.a", "rsa-sha256");
    assertThat(evaluation.answers()).hasSize(1);
    assertThat(evaluation.fields().get(0).offset()).isZero();
    assertThat(one(relaxed("") + "\r\nBuy now\r\n \r\nBye .").outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void aSimpleSignatureOutlivesOnlyEmptyLinesAtTheEnd() throws IOException {
    publishedRsa();
    String tags =
        tags("rsa-sha256", TestSigner.hash("SHA-256", SIMPLE_BODY), "")
            .replace("c=relaxed/relaxed", "c=simple/simple");
    String signed = signature(tags, TestSigner.RSA, "rsa-sha256", FROM + SUBJECT);
    assertThat(one(signed + FROM + SUBJECT + "\r\n" + BODY).outcome()).isEqualTo(Outcome.PASS);
    assertThat(one(signed + FROM + SUBJECT + "\r\n" + RELAXED_BODY).reason()).contains("body");
    assertThat(one(signed + FROM.strip() + "\r\n" + SUBJECT + "\r\n" + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void anEmptyBodyIsOneLineEndWhenSimpleAndNothingWhenRelaxed() throws IOException {
    publishedRsa();
    for (String c : List.of("simple", "relaxed")) {
      String hash = TestSigner.hash("SHA-256", c.equals("simple") ? "\r\n" : "");
      String tags = tags("rsa-sha256", hash, "").replace("c=relaxed/relaxed", "c=relaxed/" + c);
      String signed =
          signature(tags, TestSigner.RSA, "rsa-sha256", RELAXED_FIELDS) + FROM + SUBJECT;
      assertThat(one(signed).outcome()).as(c).isEqualTo(Outcome.PASS);
      assertThat(one(signed + "\r\n").outcome()).as(c).isEqualTo(Outcome.PASS);
      assertThat(one(signed + "\r\n\r\n\r\n").outcome()).as(c).isEqualTo(Outcome.PASS);
      assertThat(one(signed + "\r\n.\r\n").outcome()).as(c).isEqualTo(Outcome.FAIL);
    }
  }

  @Test
  void mailStoredWithLineFeedsAloneIsReadAsSmtpCarriedIt() throws IOException {
    publishedRsa();
    assertThat(one((relaxed("") + "\r\n" + BODY).replace("\r\n", "\n")).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void anEd25519SignatureIsOverTheHashOfTheText() throws IOException {
    published(TestSigner.record(TestSigner.ED25519));
    String tags = tags("ed25519-sha256", TestSigner.hash("SHA-256", RELAXED_BODY), "");
    String signed = signature(tags, TestSigner.ED25519, "ed25519-sha256", RELAXED_FIELDS);
    Evaluation good = one(signed + FROM + SUBJECT + "\r\n" + BODY);
    assertThat(good.outcome()).as("%s", good).isEqualTo(Outcome.PASS);
    assertThat(one(signed + FROM + "Subject: Big sale\r\n\r\n" + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"2018-01-31T23:59:59Z, PASS", "2018-02-01T00:00:00Z, POLICY"})
  void shaOneIsVerifiedCalledWeakAndNotReliedOnSinceRfc8301(Instant on, Outcome expected)
      throws IOException {
    publishedRsa();
    received = on;
    String tags = tags("rsa-sha1", TestSigner.hash("SHA-1", RELAXED_BODY), "");
    String signed = signature(tags, TestSigner.RSA, "rsa-sha1", RELAXED_FIELDS) + FROM + SUBJECT;
    Evaluation evaluation = one(signed + "\r\n" + BODY);
    assertThat(evaluation.outcome()).isEqualTo(expected);
    assertThat(evaluation.notes()).anyMatch(note -> note.contains("SHA-1"));
    assertThat(one(signed + "\r\nother").outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void anRsaKeyOf1024BitsIsAcceptableAndOneOf1023IsWeak() throws IOException {
    received = Instant.parse("2020-01-01T00:00:00Z");
    String tags = tags("rsa-sha256", TestSigner.hash("SHA-256", RELAXED_BODY), "");
    for (KeyPair pair : List.of(TestSigner.RSA_1024, TestSigner.RSA_1023)) {
      RecordedDns dns = new RecordedZone().txt(KEY, TestSigner.record(pair)).dns();
      String signed = signature(tags, pair, "rsa-sha256", RELAXED_FIELDS) + FROM + SUBJECT;
      Evaluation evaluation = evaluate(signed + "\r\n" + BODY, dns);
      boolean weak = pair == TestSigner.RSA_1023;
      assertThat(evaluation.outcome()).isEqualTo(weak ? Outcome.POLICY : Outcome.PASS);
      assertThat(evaluation.notes()).hasSize(weak ? 1 : 0);
    }
  }

  private Evaluation evaluate(String message, RecordedDns dns) throws IOException {
    try {
      return new DkimCheck(RawMessage.read(ByteSource.of(TestSigner.bytes(message))), dns, received)
          .evaluate()
          .get(0);
    } catch (Stopped e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPartSignedByLengthPassesAndTheRestIsCountedAsUnsigned() throws IOException {
    publishedRsa();
    int length = RELAXED_BODY.length();
    String tags =
        tags("rsa-sha256", TestSigner.hash("SHA-256", RELAXED_BODY), " l=" + length + ";");
    String signed = signature(tags, TestSigner.RSA, "rsa-sha256", RELAXED_FIELDS) + FROM + SUBJECT;
    assertThat(one(signed + "\r\n" + BODY).notes()).isEmpty();
    Evaluation longer = one(signed + "\r\n" + RELAXED_BODY + "Ad\r\n");
    assertThat(longer.outcome()).isEqualTo(Outcome.PASS);
    assertThat(longer.notes()).containsExactly("the last 4 bytes of the body are not signed (l=)");
    assertThat(one(signed + "\r\nBuy now\r\n").reason()).contains("shorter");
  }

  @Test
  void aSignatureExpiresInTheSecondAfterItsTagSays() throws IOException {
    publishedRsa();
    long now = received.getEpochSecond();
    assertThat(one(relaxed(" x=" + now + ";") + "\r\n" + BODY).outcome()).isEqualTo(Outcome.PASS);
    assertThat(one(relaxed(" x=" + (now - 1) + ";") + "\r\n" + BODY).outcome())
        .isEqualTo(Outcome.PERMERROR);
    assertThat(one(relaxed(" t=" + now + "; x=" + now + ";") + "\r\n" + BODY).outcome())
        .isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void aFieldNamedOnceMoreThanItOccursCannotBeAddedLater() throws IOException {
    publishedRsa();
    String tags =
        tags("rsa-sha256", TestSigner.hash("SHA-256", RELAXED_BODY), "")
            .replace("h=from:subject", "h=from:from:subject");
    String signed = signature(tags, TestSigner.RSA, "rsa-sha256", RELAXED_FIELDS) + FROM + SUBJECT;
    assertThat(one(signed + "\r\n" + BODY).outcome()).isEqualTo(Outcome.PASS);
    assertThat(one("From: x@bank.example\r\n" + signed + "\r\n" + BODY).outcome())
        .isEqualTo(Outcome.FAIL);
    Evaluation added = one("From: x@bank.example\r\n" + relaxed("") + "\r\n" + BODY);
    assertThat(added.outcome()).isEqualTo(Outcome.PASS);
    assertThat(added.notes()).containsExactly("1 From field(s) not covered by the signature");
  }

  @ParameterizedTest
  @CsvSource({
    "v=1;, v=2;",
    "v=1;, v=1; v=1;",
    "v=1;, ''",
    "a=rsa-sha256;, a=rsa-md5;",
    "a=rsa-sha256;, ''",
    "c=relaxed/relaxed;, c=nofws;",
    "d=shop.example;, ''",
    "d=shop.example;, d=shop.example; i=a@bank.example;",
    "d=shop.example;, d=shop.example; i=a@workshop.example;",
    "s=s1;, s=;",
    "h=from:subject;, h=subject;",
    "h=from:subject;, ''",
    "h=from:subject;, h=from:subject; q=http;",
    "h=from:subject;, h=from:subject; l=-1;",
    "h=from:subject;, h=from:subject; synerr;"
  })
  void aSignatureThatBreaksTheRulesOfItsTagsIsAPermanentError(String tag, String broken)
      throws IOException {
    publishedRsa();
    assertThat(one(relaxed("").replace(tag, broken) + "\r\n" + BODY).outcome())
        .isEqualTo(Outcome.PERMERROR);
  }

  @Test
  void anIdentityOfASubdomainIsAllowedUnlessTheKeySaysOtherwise() throws IOException {
    String signed = relaxed(" i=a@news.shop.example;") + "\r\n" + BODY;
    String key = TestSigner.record(TestSigner.RSA);
    assertThat(evaluate(signed, new RecordedZone().txt(KEY, key).dns()).outcome())
        .isEqualTo(Outcome.PASS);
    String strict = key.replace("k=rsa;", "t=s;");
    assertThat(evaluate(signed, new RecordedZone().txt(KEY, strict).dns()).outcome())
        .isEqualTo(Outcome.PERMERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DKIM2; p=",
        "p=",
        "k=rsa",
        "k=ed25519; p=",
        "v=DKIM1; h=sha1; p=",
        "s=chat; p=",
        "p=AAAA"
      })
  void aKeyThatMayNotBeUsedIsAPermanentErrorOfThePublicKey(String record) throws IOException {
    String usable = TestSigner.base64(TestSigner.RSA.getPublic().getEncoded());
    boolean fill = record.endsWith("p=") && record.contains(";");
    published(fill ? record + usable : record);
    Evaluation evaluation = one(relaxed("") + "\r\n" + BODY);
    assertThat(evaluation.outcome()).isEqualTo(Outcome.PERMERROR);
    assertThat(evaluation.reason()).startsWith("public key");
  }

  @Test
  void aKeyInItsBareFormIsReadToo() throws IOException {
    byte[] wrapped = TestSigner.RSA.getPublic().getEncoded();
    // 24 bytes of wrapping stand before the RSAPublicKey of a 2048 bit key.
    byte[] bare = Arrays.copyOfRange(wrapped, 24, wrapped.length);
    published("p=" + TestSigner.base64(bare));
    assertThat(one(relaxed("") + "\r\n" + BODY).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void theStateOfTheDnsDecidesWhatIsSaidAboutAMissingKey() throws IOException {
    String message = relaxed("") + "\r\n" + BODY;
    assertThat(evaluate(message, new RecordedZone().nothingAt(KEY).dns()).outcome())
        .isEqualTo(Outcome.PERMERROR);
    assertThat(
            evaluate(message, new RecordedZone().status(KEY, DnsType.TXT, DnsStatus.SERVFAIL).dns())
                .outcome())
        .isEqualTo(Outcome.TEMPERROR);
    Evaluation unknown = evaluate(message, new RecordedZone().dns());
    assertThat(unknown.outcome()).isEqualTo(Outcome.NOT_EVALUABLE);
    assertThat(unknown.reason()).isEqualTo("no record of that date: " + KEY + " TXT");
    assertThat(unknown.missing()).containsExactly(new DnsLookup(KEY, DnsType.TXT));
  }

  @ParameterizedTest
  @CsvSource({
    "2007-12-31T23:59:59Z, v=0.5;, PASS",
    "2008-01-01T00:00:00Z, v=0.5;, PERMERROR",
    "2007-12-31T23:59:59Z, v=2;, PERMERROR"
  })
  void aDraftOfDkimIsReadInItsTimeAndSaidToBeOne(Instant on, String version, Outcome expected)
      throws IOException {
    publishedRsa();
    received = on;
    String tags =
        tags("rsa-sha256", TestSigner.hash("SHA-256", RELAXED_BODY), "").replace("v=1;", version);
    Evaluation evaluation =
        one(
            signature(tags, TestSigner.RSA, "rsa-sha256", RELAXED_FIELDS)
                + FROM
                + SUBJECT
                + "\r\n"
                + BODY);
    assertThat(evaluation.outcome()).isEqualTo(expected);
    assertThat(evaluation.notes()).hasSize(expected == Outcome.PASS ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "2011-09-30T23:59:59Z, g=sales*, PASS",
    "2011-09-30T23:59:59Z, g=news, PERMERROR",
    "2011-09-30T23:59:59Z, g=, PERMERROR",
    "2011-10-01T00:00:00Z, g=news, PASS"
  })
  void theGranularityOfAKeyCountedUntilRfc6376(Instant on, String tag, Outcome expected)
      throws IOException {
    received = on;
    published(TestSigner.record(TestSigner.RSA).replace("k=rsa;", tag + ";"));
    assertThat(one(relaxed(" i=sales=2Deast@shop.example;") + "\r\n" + BODY).outcome())
        .isEqualTo(expected);
  }

  @Test
  void aDomainThatIsTestingIsSaidToBeTesting() throws IOException {
    published(TestSigner.record(TestSigner.RSA).replace("k=rsa;", "t=y;"));
    assertThat(one(relaxed("") + "\r\n" + BODY).notes())
        .containsExactly("the domain says that it is only testing DKIM (t=y)");
  }

  @Test
  void everySignatureIsReportedAndAMessageWithoutOneSaysNone() throws IOException {
    publishedRsa();
    String broken = "DKIM-Signature: synerr\r\n";
    assertThat(all(broken + relaxed("") + "\r\n" + BODY).stream().map(Evaluation::outcome))
        .containsExactly(Outcome.PERMERROR, Outcome.PASS);
    assertThat(one(FROM + "\r\n").outcome()).isEqualTo(Outcome.NONE);
    assertThat(one("").outcome()).isEqualTo(Outcome.NONE);
  }

  @Test
  void theFiftyFirstSignatureIsNotTried() throws IOException {
    publishedRsa();
    List<Evaluation> evaluations =
        all("DKIM-Signature: synerr\r\n".repeat(50) + relaxed("") + "\r\n" + BODY);
    assertThat(evaluations.get(50).outcome()).isEqualTo(Outcome.POLICY);
    assertThat(all("DKIM-Signature: synerr\r\n".repeat(49) + relaxed("") + "\r\n" + BODY).get(49))
        .matches(evaluation -> evaluation.outcome() == Outcome.PASS);
  }

  @Test
  void aLargeBodyIsHashedAsItPassesAndNeverHeld() throws Exception {
    long bodyLength = 64L << 20;
    ByteSource source = endless(TestSigner.bytes("From: a@shop.example\r\n\r\n"), bodyLength);
    BodyHash.Wanted wanted = new BodyHash.Wanted(true, "SHA-256", Long.MAX_VALUE);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    BodyHash.Computed hash = BodyHash.compute(RawMessage.read(source), List.of(wanted)).get(wanted);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(8L << 20);
    assertThat(hash.length()).isEqualTo(bodyLength + 2);
  }

  private static ByteSource endless(byte[] header, long body) {
    return new ByteSource() {
      @Override
      public long length() {
        return header.length + body;
      }

      @Override
      public InputStream open(long offset) {
        return new InputStream() {
          private long at = offset;

          private int letter() {
            at++;
            return 'x';
          }

          @Override
          public int read() {
            if (at >= length()) {
              return -1;
            }
            return at < header.length ? header[(int) at++] : letter();
          }

          @Override
          public int read(byte[] buffer, int start, int count) {
            int n = 0;
            for (int b; n < count && (b = read()) >= 0; n++) {
              buffer[start + n] = (byte) b;
            }
            return n == 0 ? -1 : n;
          }
        };
      }
    };
  }
}
