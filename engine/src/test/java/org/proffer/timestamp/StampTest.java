package org.proffer.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proffer.ledger.Head;
import org.proffer.ledger.TreeHash;

/** Time stamps that are what they say, and those that are not. */
class StampTest {
  private static final byte[] HEAD = "a signed head\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "another head\n".getBytes(StandardCharsets.UTF_8);
  private final TestAuthority authority = TestAuthority.honest();

  @Test
  void aStampSaysWhenAndByWhom() throws StampRefused {
    Stamp stamp = authority.roots().trusted(authority.stamp(HEAD), HEAD);

    assertThat(stamp.at()).isEqualTo(TestAuthority.AT);
    assertThat(stamp.authority()).isEqualTo("CN=Test authority");
    assertThat(stamp.serial()).isEqualTo(BigInteger.TEN);
    assertThat(stamp.policy()).isEqualTo("1.2.3.4.1");
  }

  @Test
  void aStampOverOtherBytesIsRefused() {
    assertThatThrownBy(() -> Stamp.read(authority.stamp(OTHER), HEAD))
        .isInstanceOf(StampRefused.class)
        .hasMessageContaining("over other bytes");
  }

  @Test
  void everyFlippedByteOfATokenIsRefusedOrLeavesWhatItSaysAlone() throws StampRefused {
    byte[] token = authority.stamp(HEAD);
    Stamp good = authority.roots().trusted(token, HEAD);
    int refused = 0;
    for (int i = 0; i < token.length; i++) {
      byte[] bad = token.clone();
      bad[i] ^= 1;
      try {
        // What is not signed (an unknown attribute, a copy of a name) may differ; what it says not.
        assertThat(authority.roots().trusted(bad, HEAD)).isEqualTo(good);
      } catch (StampRefused e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(token.length * 9 / 10);
  }

  @Test
  void anAuthorityForWhomNobodyVouchesIsRefused() {
    assertThatThrownBy(() -> TestAuthority.honest().roots().trusted(authority.stamp(HEAD), HEAD))
        .isInstanceOf(StampRefused.class)
        .hasMessageContaining("for whom none of the given certificates vouches");
  }

  @Test
  void theAuthoritysOwnCertificateCanBeTrusted() throws StampRefused {
    assertThat(
            new StampRoots(List.of(authority.signer())).trusted(authority.stamp(HEAD), HEAD).at())
        .isEqualTo(TestAuthority.AT);
  }

  @Test
  void aCertificateForAnotherPurposeIsRefused() {
    TestAuthority web =
        TestAuthority.of(KeyPurposeId.id_kp_serverAuth, TestAuthority.AT.minusSeconds(9));
    assertThatThrownBy(() -> web.stamp(HEAD)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCertificateThatWasNotYetOrNoLongerValidIsRefused() {
    for (long days : new long[] {-1, 731}) {
      TestAuthority late =
          TestAuthority.of(
              KeyPurposeId.id_kp_timeStamping, TestAuthority.AT.minus(days, ChronoUnit.DAYS));
      assertThatThrownBy(() -> late.stamp(HEAD))
          .as("%s days", days)
          .hasRootCauseInstanceOf(Exception.class);
    }
  }

  @Test
  void anAnswerToAnotherRequestIsRefused() {
    StampRequest asked = StampRequest.over(HEAD, BigInteger.ONE);
    StampRequest other = StampRequest.over(HEAD, BigInteger.TWO);
    StampRequest otherBytes = StampRequest.over(OTHER, BigInteger.ONE);

    assertThatThrownBy(() -> asked.token(authority.answer(other))).isInstanceOf(StampRefused.class);
    assertThatThrownBy(() -> asked.token(authority.answer(otherBytes)))
        .isInstanceOf(StampRefused.class);
    assertThatThrownBy(() -> asked.token("<html>".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(StampRefused.class);
  }

  @Test
  void stampsAreReadAsTheyWereWrittenAndATornLineIsLeftOut(@TempDir Path folder) throws Exception {
    Head head = new Head("proffer/custody", 7, TreeHash.EMPTY, TestAuthority.AT);
    StampedHead stamped = StampedHead.of(head, authority.stamp(HEAD));
    Path file = folder.resolve("custody.stamps");
    assertThat(StampedHead.read(file)).isEmpty();
    Files.writeString(file, stamped.line() + stamped.line().substring(0, 30));

    assertThat(StampedHead.read(file)).containsExactly(stamped);
    Files.writeString(file, "seven " + TreeHash.EMPTY + " AAAA\n");
    assertThatThrownBy(() -> StampedHead.read(file)).hasMessageContaining("Line 1");
  }
}
