package org.proffer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/**
 * Real and malformed messages that are not part of the project: given with {@code
 * -Dproffer.corpora=FOLDER} and {@code -Dproffer.suites=FOLDER}.
 */
class CorpusConformanceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Duration MOST = Duration.ofSeconds(5);
  private final MessageCheck check = new MessageCheck();

  private static Path folder(String property) {
    String given = System.getProperty(property, "");
    assumeTrue(
        !given.isBlank(), "SKIPPED: no folder is given with -D" + property + "=FOLDER to read");
    return Path.of(given);
  }

  @Test
  void everyMessageOfTheCorporaEndsCheckedWithinItsTime() throws IOException {
    everyFileEnds(folder("proffer.corpora"));
  }

  @Test
  void everyMalformedMessageOfTheSuiteEndsCheckedWithinItsTime() throws IOException {
    everyFileEnds(folder("proffer.suites").resolve("mime"));
  }

  private void everyFileEnds(Path folder) throws IOException {
    List<String> wrong = new ArrayList<>();
    long messages = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        messages += ranges(file, wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(messages).isPositive();
  }

  private long ranges(Path file, List<String> wrong) throws IOException {
    ByteSource source = ByteSource.of(file);
    List<long[]> ranges = new ArrayList<>();
    if (Mailboxes.recognize(source).kind() == Mailboxes.Kind.MBOX) {
      Mailboxes.scan(source, 0, (offset, length) -> ranges.add(new long[] {offset, length}));
    } else {
      ranges.add(new long[] {0, source.length()});
    }
    for (long[] range : ranges) {
      long begun = System.nanoTime();
      try {
        CheckedMessage checked =
            check.check(source.slice(range[0], range[1]), RecordedFacts.NONE, null, TODAY);
        if (checked.sha256().length() != 64) {
          wrong.add(file + " has no hash");
        }
      } catch (RuntimeException e) {
        wrong.add(file + ": " + e);
      }
      if (System.nanoTime() - begun > MOST.toNanos()) {
        wrong.add(file + " takes more than " + MOST);
      }
    }
    return ranges.size();
  }
}
