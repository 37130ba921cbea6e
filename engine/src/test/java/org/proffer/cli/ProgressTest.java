package org.proffer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The line on the terminal. */
class ProgressTest {
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private long now;

  private Progress progress(OptionalLong total) {
    return new Progress(new PrintStream(terminal, true, StandardCharsets.UTF_8), () -> now, total);
  }

  private String shown() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @Test
  void itSaysHowMuchIsDoneAndHowFast() {
    Progress progress = progress(OptionalLong.of(22_000_000));
    now = 2_000_000_000L;
    progress.at(1_234, 11_500_000);

    // 1,234 in 2 s
    assertThat(shown()).isEqualTo("\r1,234 messages, 11.5 of 22.0 MB, 617 a second");
  }

  @Test
  void whereTheTotalIsNotKnownItClaimsNone() {
    Progress progress = progress(OptionalLong.empty());
    now = 1_000_000_000L;
    progress.at(10, 1_000_000);

    assertThat(shown()).isEqualTo("\r10 messages, 1.0 MB, 10 a second");
  }

  @Test
  void itIsShownFourTimesASecondAtMost() {
    Progress progress = progress(OptionalLong.empty());
    now = 249_999_999L;
    progress.at(10, 1);
    assertThat(shown()).isEmpty();
    now = 250_000_000L;
    progress.at(10, 1);
    assertThat(shown()).isNotEmpty();
  }

  @Test
  void nothingIsLeftOfIt() {
    Progress progress = progress(OptionalLong.empty());
    now = 1_000_000_000L;
    progress.at(10, 1_000_000);
    int width = shown().length() - 1;
    terminal.reset();
    progress.clear();

    assertThat(shown()).isEqualTo("\r" + " ".repeat(width) + "\r");
  }
}
