package org.proffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.proffer.check.FactsFile;
import org.proffer.check.MessageCheck;
import org.proffer.mail.ByteSource;

/** What may be checked at the same time. */
class InFlightTest {
  private final List<String> done = new ArrayList<>();

  private static Check.Result result(String name) throws IOException {
    ByteSource raw = ByteSource.of(new byte[] {'A', ':', '\n'});
    LocalDate day = LocalDate.of(2026, 3, 16);
    return new Check.Result(
        name, 0, 1, raw, new MessageCheck().check(raw, FactsFile.NONE, null, day));
  }

  @Test
  void whatWentInFirstComesOutFirst() throws IOException {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    try (InFlight inFlight = new InFlight(2, 100, result -> done.add(result.source()))) {
      inFlight.add(
          1,
          () -> {
            secondIsDone.await();
            return result("first");
          });
      inFlight.add(
          1,
          () -> {
            secondIsDone.countDown();
            return result("second");
          });
      inFlight.finish();
    }

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void noMoreBytesAreHeldThanAllowedButOneMessageAlways() throws IOException {
    AtomicInteger held = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();
    try (InFlight inFlight =
        new InFlight(
            2,
            100,
            result -> {
              seen.add(held.get());
              held.addAndGet(-Integer.parseInt(result.source()));
            })) {
      for (int length : new int[] {60, 40, 1, 500, 30}) {
        inFlight.add(length, () -> result(Integer.toString(length)));
        held.addAndGet(length);
      }
      inFlight.finish();
    }

    // 60 + 40 fit; 1 waits for 60, 500 for all before it, 30 for 500.
    assertThat(seen).containsExactly(100, 41, 1, 500, 30);
  }
}
