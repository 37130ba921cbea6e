package org.proffer.law.canspam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.recorded.Fact;

/**
 * A message as the analysis would show it, for tests of single rules; an advertisement at first.
 */
final class Shown {
  static final LocalDate DAY = LocalDate.of(2026, 3, 16);
  static final Observation PRESENT = Observation.present(List.of(new Span("1", 0, 3, "abc")));
  static final Observation ABSENT = Observation.absent("nothing");
  static final Observation NOT_JUDGED = Observation.notJudged("it is an image");

  private final List<Fact> recorded = new ArrayList<>();
  private LocalDate day = DAY;
  private Instant sentAt = Instant.parse("2026-03-16T21:00:00Z");
  private boolean dated = true;
  private PrimaryPurpose.Value purpose = PrimaryPurpose.Value.COMMERCIAL;
  private String branch = "CLS-01";
  private Observation mechanism = PRESENT;
  private Observation header = ABSENT;
  private Observation notice = PRESENT;
  private Observation menu = ABSENT;
  private Observation burden = ABSENT;
  private Observation address = PRESENT;
  private Observation label = ABSENT;
  private Observation sexualLabel = ABSENT;
  private Observation sexual = ABSENT;
  private Observation subject = ABSENT;
  private List<HeaderIndicator> indicators = List.of();

  static Shown advertisement() {
    return new Shown();
  }

  Shown on(String date) {
    day = LocalDate.parse(date);
    return this;
  }

  Shown undated() {
    dated = false;
    return this;
  }

  Shown sent(String instant) {
    sentAt = Instant.parse(instant);
    return this;
  }

  Shown purpose(PrimaryPurpose.Value value, String by) {
    purpose = value;
    branch = by;
    return this;
  }

  Shown mechanism(Observation observation) {
    mechanism = observation;
    return this;
  }

  Shown header(Observation observation) {
    header = observation;
    return this;
  }

  Shown notice(Observation observation) {
    notice = observation;
    return this;
  }

  Shown menu(Observation observation) {
    menu = observation;
    return this;
  }

  Shown burden(Observation observation) {
    burden = observation;
    return this;
  }

  Shown address(Observation observation) {
    address = observation;
    return this;
  }

  Shown addressText(String text) {
    address = Observation.present(List.of(new Span("1", 0, text.length(), text)));
    return this;
  }

  Shown label(Observation observation) {
    label = observation;
    return this;
  }

  Shown sexualLabel(Observation observation) {
    sexualLabel = observation;
    return this;
  }

  Shown sexual(Observation observation) {
    sexual = observation;
    return this;
  }

  Shown subject(Observation observation) {
    subject = observation;
    return this;
  }

  Shown indicator(String code) {
    indicators = List.of(new HeaderIndicator(code, "seen", List.of(new Span("header", 0, 1, "x"))));
    return this;
  }

  Shown recorded(Fact... facts) {
    recorded.addAll(List.of(facts));
    return this;
  }

  Finding finding(String id) {
    return CanSpamRules.evaluate(facts(), new RecordedFacts(recorded), day).stream()
        .filter(finding -> finding.requirement().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Verdict verdict(String id) {
    return finding(id).verdict();
  }

  private MessageFacts facts() {
    return new MessageFacts(
        dated ? sentAt : null,
        dated ? "Date" : "none",
        "",
        "",
        "",
        "en",
        true,
        false,
        new PrimaryPurpose(
            purpose, branch, List.of("an offer"), List.of("another subject"), List.of()),
        mechanism,
        header,
        notice,
        menu,
        burden,
        address,
        label,
        sexualLabel,
        sexual,
        subject,
        ABSENT,
        indicators);
  }
}
