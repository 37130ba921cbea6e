package org.proffer.check;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.proffer.law.canspam.RecordedFacts;
import org.proffer.law.canspam.recorded.Complete;
import org.proffer.law.canspam.recorded.Consent;
import org.proffer.law.canspam.recorded.Fact;
import org.proffer.law.canspam.recorded.HeaderTruth;
import org.proffer.law.canspam.recorded.Judgement;
import org.proffer.law.canspam.recorded.OptOutProcess;
import org.proffer.law.canspam.recorded.OptOutRequest;
import org.proffer.law.canspam.recorded.Participant;
import org.proffer.law.canspam.recorded.PostalAddressRecord;
import org.proffer.law.canspam.recorded.Probe;
import org.proffer.law.canspam.recorded.Recipient;
import org.proffer.law.canspam.recorded.Registration;
import org.proffer.law.canspam.recorded.Transmission;

/** Recorded facts that many tests share. */
final class Known {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final String RITA = "rita@home.example";
  static final Fact RECIPIENT = new Recipient(RITA, NEW_YORK, "the delivery log");
  static final Fact ACME =
      new Participant(
          "Acme",
          Set.of(Participant.Role.ORIGINATED, Participant.Role.ADVERTISED),
          "the order of the mailing");
  static final Fact STREET =
      new PostalAddressRecord(
          "500 Main Street, Springfield, IL 62701",
          PostalAddressRecord.Kind.STREET,
          "Acme",
          true,
          "the lease");
  static final Fact NEVER_OPTED_OUT =
      new Complete(Complete.Records.OPT_OUT_REQUESTS, "the log of the unsubscribe page");
  static final Fact NO_OTHER_CONSENT =
      new Complete(Complete.Records.CONSENTS, "the sign-up database");

  private Known() {}

  static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }

  static Fact sent(String local) {
    return new Transmission(at(local), NEW_YORK, "the outbound log");
  }

  static Fact optOut(String local, String... kinds) {
    return new OptOutRequest(RITA, Set.of("Acme"), at(local), Set.of(kinds), "the page's log");
  }

  static Fact consent(String local, boolean express) {
    return new Consent(
        RITA,
        "Acme",
        at(local),
        express,
        false,
        null,
        "Send me offers (box empty until ticked)",
        "checkout page",
        "the sign-up database");
  }

  static Fact process(String... steps) {
    return new OptOutProcess(
        false, List.of(), List.of(steps), false, null, true, "a walk through the page");
  }

  static Fact judged(Judgement.Question question, boolean yes) {
    return new Judgement(question, yes, "reviewer R. Ames", "review of 1 April 2026");
  }

  /** A passing test at noon after the transmission on each of these days. */
  static RecordedFacts probes(String sentLocal, int firstDay, int lastDay) {
    List<Fact> probes = new ArrayList<>();
    for (int day = firstDay; day <= lastDay; day++) {
      probes.add(
          new Probe(
              at(sentLocal).plus(Duration.ofHours(24L * (day - 1) + 12)), true, "the probe log"));
    }
    return new RecordedFacts(probes);
  }

  /** All that G01 takes as proved, but for the probes. */
  static RecordedFacts acmesOwnMail() {
    return RecordedFacts.of(
        sent("2026-03-16T17:00:00"),
        RECIPIENT,
        ACME,
        STREET,
        NEVER_OPTED_OUT,
        new Registration("acme.example", false, "Acme", "the registrar's record"),
        new HeaderTruth(false, Set.of(), "logs of Acme's mailing service"),
        judged(Judgement.Question.SUBJECT_MISLEADS, false),
        process());
  }
}
