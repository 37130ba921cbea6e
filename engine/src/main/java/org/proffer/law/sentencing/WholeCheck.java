package org.proffer.law.sentencing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.proffer.law.fraud.Statute;
import org.proffer.law.fraud.Statutes;
import org.proffer.law.sentencing.SentenceObjection.Code;

/** What can be seen only with all counts together. */
final class WholeCheck {
  private final SentenceImposed imposed;
  private final List<SentenceCheck.Graded> graded;
  private final Objections objections;

  WholeCheck(SentenceImposed imposed, List<SentenceCheck.Graded> graded, Objections objections) {
    this.imposed = imposed;
    this.graded = graded;
    this.objections = objections;
  }

  void run() {
    consecutive();
    total();
    probationBesideImprisonment();
    restitution();
    forfeiture();
  }

  private void consecutive() {
    for (SentenceCheck.Graded one : graded) {
      boolean besideAnother =
          one.tier().consecutive()
              && graded.stream()
                  .anyMatch(
                      other ->
                          !other.tier().consecutive()
                              && other.sentence().imprisonment() != null
                              && other.sentence().group() == one.sentence().group());
      if (besideAnother && one.sentence().imprisonment() != null) {
        objections.breach(
            Code.CONSECUTIVE_REQUIRED,
            one.sentence().count(),
            "the term on count "
                + one.sentence().count()
                + " runs beside another, and must follow every other term",
            Objections.verified("consecutive", one.tier().citation()),
            "concurrent");
      }
    }
  }

  private void total() {
    Term stated = imposed.total();
    if (stated == null) {
      return;
    }
    Optional<Term> sum = sum();
    if (sum.isPresent() && !sum.get().equals(stated)) {
      objections.breach(
          Code.TOTAL_DIFFERS,
          null,
          "the total of "
              + stated.words()
              + " is not that of the counts, "
              + sum.get().words()
              + ", concurrent within a group and one group after the other",
          Objections.known(sum.get().words(), "18 U.S.C. 3584"),
          stated.words());
    }
  }

  /** The longest of each group, one group after the other; empty if a length is not known. */
  private Optional<Term> sum() {
    Map<Integer, Term.Fixed> groups = new TreeMap<>();
    for (CountSentence count : imposed.counts()) {
      Term term = count.imprisonment();
      if (term instanceof Term.Life) {
        return Optional.of(term);
      }
      if (term != null) {
        if (term.length().isEmpty()) {
          return Optional.empty();
        }
        groups.merge(count.group(), term.length().get(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    return groups.values().stream().reduce(Term.Fixed::then).map(Term.class::cast);
  }

  private void probationBesideImprisonment() {
    boolean imprisoned = imposed.counts().stream().anyMatch(count -> count.imprisonment() != null);
    for (CountSentence count : imposed.counts()) {
      if (imprisoned && count.probationMonths() != null && count.imprisonment() == null) {
        objections.breach(
            Code.PROBATION_WITH_IMPRISONMENT,
            count.count(),
            "probation on count " + count.count() + " stands beside imprisonment on another",
            Objections.known("one or the other", "18 U.S.C. 3561(a)(3)"),
            "both");
      }
    }
  }

  private void restitution() {
    if (imposed.restitution() instanceof Restitution.Deferred deferred) {
      deferred(deferred.until());
    }
    if (!(imposed.restitution() instanceof Restitution.NotRecorded)
        || Boolean.FALSE.equals(imposed.victimLost())) {
      return;
    }
    for (SentenceCheck.Graded one : graded) {
      if (statute(one).restitutionMandatory()) {
        Limit<String> duty =
            Objections.verified(
                "restitution to victims with a loss", "18 U.S.C. 3663A(a)(1), (c)(1)(A)(ii)");
        if (imposed.victimLost() == null) {
          objections.doubt(
              Code.RESTITUTION_MISSING,
              one.sentence().count(),
              "whether a victim lost by count "
                  + one.sentence().count()
                  + " is not recorded, nor is restitution",
              duty,
              "none recorded");
        } else {
          objections.breach(
              Code.RESTITUTION_MISSING,
              one.sentence().count(),
              "restitution for count "
                  + one.sentence().count()
                  + " is mandatory unless the court makes a finding under 3663A(c)(3)",
              duty,
              "none recorded");
        }
        return;
      }
    }
  }

  private void deferred(LocalDate until) {
    Limit<Integer> days = Law.days("restitution.deferral", imposed.imposedOn());
    LocalDate last = imposed.imposedOn().plusDays(days.value());
    if (until.isAfter(last)) {
      objections.breach(
          Code.RESTITUTION_DEFERRED_TOO_LONG,
          null,
          "restitution is deferred to "
              + until
              + ", later than "
              + days.value()
              + " days after sentencing, "
              + last,
          new Limit<>(last.toString(), days.citation(), days.certainty()),
          until.toString());
    }
  }

  private void forfeiture() {
    if (imposed.forfeitureOrdered()) {
      return;
    }
    for (SentenceCheck.Graded one : graded) {
      String citation = statute(one).forfeiture();
      if (!citation.isEmpty()) {
        objections.doubt(
            Code.FORFEITURE_MISSING,
            one.sentence().count(),
            "the court must order forfeiture of the proceeds and equipment of count "
                + one.sentence().count()
                + ", and none is recorded",
            Objections.verified("forfeiture", citation),
            "none recorded");
        return;
      }
    }
  }

  private static Statute statute(SentenceCheck.Graded one) {
    return Statutes.byId(one.tier().statute(), one.sentence().offenceEnd()).orElseThrow();
  }
}
