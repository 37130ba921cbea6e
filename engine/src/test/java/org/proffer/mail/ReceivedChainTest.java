package org.proffer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceivedChainTest {
  private static final String TOP =
      "from relay.example (relay.example [8.8.8.8]) by mx.example with ESMTP id 1;"
          + " Wed, 2 Mar 2005 05:11:12 -0500";
  private static final String BELOW =
      "from pc.example (pc.example [10.0.0.7]) by relay.example with ESMTP id 2;"
          + " Wed, 2 Mar 2005 05:11:02 -0500";

  private static List<ReceivedChain.Link> chain(Set<String> attested, String... lines) {
    List<Hop> hops =
        Stream.of(lines)
            .map(l -> ReceivedField.read(new HeaderField("Received", l, l, 0, l.length())))
            .toList();
    return ReceivedChain.of(hops, attested).links();
  }

  @Test
  void withNoHostNamedEveryLineIsClaimed() {
    assertThat(chain(Set.of(), TOP, BELOW))
        .extracting(ReceivedChain.Link::standing)
        .containsOnly(ReceivedChain.Standing.CLAIMED);
  }

  @Test
  void belowTheFirstForeignLineEverythingIsClaimed() {
    String foreign = TOP.replace("by mx.example", "by other.example");
    assertThat(chain(Set.of("MX.example"), TOP, foreign, TOP))
        .extracting(ReceivedChain.Link::standing)
        .containsExactly(
            ReceivedChain.Standing.ATTESTED,
            ReceivedChain.Standing.CLAIMED,
            ReceivedChain.Standing.CLAIMED);
  }

  @Test
  void theDelayIsTheTimeSinceTheLineBelow() {
    assertThat(chain(Set.of(), TOP, BELOW))
        .extracting(ReceivedChain.Link::delay)
        .containsExactly(Duration.ofSeconds(10), null);
  }

  @Test
  void anHonestHandoverHasNoRemark() {
    assertThat(chain(Set.of(), TOP, BELOW).get(0).remarks()).isEmpty();
  }

  @Test
  void aPrivateAddressIsRemarked() {
    assertThat(chain(Set.of(), TOP, BELOW).get(1).remarks())
        .containsExactly(ReceivedChain.Remark.SPECIAL_ADDRESS);
    assertThat(SpecialAddresses.purpose("172.32.0.1")).isEmpty();
    assertThat(SpecialAddresses.purpose("172.31.255.255")).contains("private use");
    assertThat(SpecialAddresses.purpose("fd00::1")).contains("unique local");
    assertThat(SpecialAddresses.purpose("example.com")).isEmpty();
  }

  @Test
  void aLineOfAnotherHostBelowDisagrees() {
    assertThat(chain(Set.of(), TOP, BELOW.replace("by relay.", "by bank.")).get(0).remarks())
        .containsExactly(ReceivedChain.Remark.HANDOVER_DISAGREES);
  }

  @Test
  void aNameThatIsNotThatOfTheAddressIsRemarked() {
    assertThat(chain(Set.of(), TOP.replace("from relay.example", "from bank.example")))
        .singleElement()
        .satisfies(
            link ->
                assertThat(link.remarks())
                    .containsExactly(ReceivedChain.Remark.HELO_IS_NOT_REVERSE_NAME));
  }

  @Test
  void fiveMinutesAreToleratedAndNotASecondMore() {
    String within = BELOW.replace("05:11:02", "05:16:12");
    String beyond = BELOW.replace("05:11:02", "05:16:13");

    assertThat(chain(Set.of(), TOP, within).get(0).remarks()).isEmpty();
    assertThat(chain(Set.of(), TOP, beyond).get(0).remarks())
        .containsExactly(ReceivedChain.Remark.CLOCK_RUNS_BACK);
    assertThat(chain(Set.of(), TOP, beyond).get(1).remarks())
        .contains(ReceivedChain.Remark.CLOCK_AHEAD_OF_NEWEST);
  }

  @Test
  void aLineOfNoFormIsRemarked() {
    assertThat(chain(Set.of(), "over the hills").get(0).remarks())
        .containsExactly(ReceivedChain.Remark.UNKNOWN_FORM);
  }
}
