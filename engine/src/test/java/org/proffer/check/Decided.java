package org.proffer.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.proffer.law.Finding;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.mail.ByteSource;

/** A message that went through the whole engine, for tests. */
record Decided(CheckedMessage message) {
  private static final MessageCheck CHECK = new MessageCheck();
  private static final LocalDate UNDATED = LocalDate.of(2026, 11, 23);

  static Decided of(String eml, Fact... facts) {
    return of(eml, RecordedFacts.of(facts));
  }

  static Decided of(String eml, RecordedFacts facts) {
    try {
      return new Decided(
          CHECK.check(ByteSource.of(eml.getBytes(StandardCharsets.UTF_8)), facts, null, UNDATED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Finding finding(String requirement) {
    return message.findings().stream()
        .filter(finding -> finding.requirement().equals(requirement))
        .findFirst()
        .orElseThrow();
  }

  Verdict verdict(String requirement) {
    return finding(requirement).verdict();
  }

  PrimaryPurpose purpose() {
    return message.facts().purpose();
  }
}
