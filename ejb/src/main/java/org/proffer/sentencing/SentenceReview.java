package org.proffer.sentencing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.charges.Count;
import org.proffer.charges.CountKind;
import org.proffer.law.Certainty;
import org.proffer.law.Usd;
import org.proffer.law.fraud.Offender;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.fraud.Statute;
import org.proffer.law.fraud.Statutes;
import org.proffer.law.sentencing.Money;
import org.proffer.law.sentencing.Restitution.Deferred;
import org.proffer.law.sentencing.Restitution.Finding;
import org.proffer.law.sentencing.Restitution.NotOrdered;
import org.proffer.law.sentencing.Restitution.NotRecorded;
import org.proffer.law.sentencing.Restitution.Ordered;
import org.proffer.law.sentencing.SentenceCheck;
import org.proffer.law.sentencing.SentenceImposed;
import org.proffer.law.sentencing.SentenceObjection;
import org.proffer.law.sentencing.StatutoryLimits;
import org.proffer.parties.PartyKind;
import org.proffer.parties.PartyType;
import org.proffer.records.Objection;
import org.proffer.records.Records;

/** What the statutes have against a sentence as it is recorded. */
@Dependent
class SentenceReview {
  private static final LocalDate NEWEST_LAW = LocalDate.of(9999, 12, 31);

  @Inject private CountKind counts;
  @Inject private PartyKind parties;
  @Inject private RestitutionKind restitutions;
  @Inject private ForfeitureKind forfeitures;

  /**
   * The objections to a sentence.
   *
   * @param count the count it concerns; null if it concerns the whole sentence
   */
  record Found(Objection objection, @Nullable UUID count) {}

  /** All of them, in the order of the counts. */
  record Review(List<Found> found) {
    Review {
      found = List.copyOf(found);
    }

    List<Objection> all() {
      return found.stream().map(Found::objection).toList();
    }

    /** Those against certain counts, or against the total of all. */
    List<Objection> against(List<UUID> counts) {
      String total = SentenceObjection.Code.TOTAL_DIFFERS.name();
      return found.stream()
          .filter(
              f ->
                  f.count() == null
                      ? f.objection().code().equals(total)
                      : counts.contains(f.count()))
          .map(Found::objection)
          .toList();
    }
  }

  /**
   * Reviews a sentence.
   *
   * @param id of the sentence, for what is ordered with it
   * @param terms of its own counts; empty if all are sentenced alike
   */
  Review of(Records records, UUID caseId, UUID id, Sentence sentence, List<CountTerm> terms) {
    Offender offender =
        records.get(parties, Objects.requireNonNull(sentence.defendant())).content().type()
                == PartyType.ORGANISATION
            ? Offender.ORGANISATION
            : Offender.INDIVIDUAL;
    Money money =
        new Money(
            sentence.gain() == null ? null : new Usd(sentence.gain()),
            sentence.loss() == null ? null : new Usd(sentence.loss()),
            null);
    List<Found> found = new ArrayList<>();
    List<GradedCount> graded = new ArrayList<>();
    for (UUID countId : sentence.counts()) {
      Count count = records.get(counts, countId).content();
      grade(countId, count, found)
          .ifPresent(
              tier ->
                  graded.add(
                      new GradedCount(
                          countId,
                          String.valueOf(count.number()),
                          StatutoryLimits.of(tier, end(count), offender, money),
                          end(count),
                          money)));
    }
    graded.sort(Comparator.comparing(GradedCount::number, GradedCount.BY_NUMBER));
    CountSentences spread = new CountSentences(sentence, terms, graded);
    SentenceImposed imposed =
        new SentenceImposed(
            Objects.requireNonNull(sentence.imposedOn()),
            offender,
            spread.all(),
            spread.isComplete() ? sentence.term() : null,
            null,
            restitution(sentence, isAnyOf(records, caseId, id)),
            records.list(forfeitures, caseId).stream()
                .anyMatch(f -> id.equals(f.content().sentence())));
    for (SentenceObjection objection : SentenceCheck.of(imposed)) {
      found.add(new Found(objection(objection), count(graded, objection.count())));
    }
    spread.assessment().ifPresent(objection -> found.add(new Found(objection, null)));
    spread.withoutTerm().forEach(found::add);
    spread.notApportioned().forEach(found::add);
    if (sentence.counts().isEmpty()) {
      found.add(
          doubt(
              null,
              "NO_CONVICTION",
              "the defendant stands convicted of no count in the case file, so nothing is checked",
              "18 U.S.C. 3551(a)"));
    }
    return new Review(found);
  }

  private static LocalDate end(Count count) {
    return Objects.requireNonNullElse(count.until(), NEWEST_LAW);
  }

  private static @Nullable UUID count(List<GradedCount> graded, @Nullable String number) {
    return graded.stream()
        .filter(one -> one.number().equals(number))
        .map(GradedCount::id)
        .findFirst()
        .orElse(null);
  }

  /** The tier that was pleaded, or the gravest one with a doubt; empty where there is none. */
  private static Optional<PenaltyTier> grade(UUID id, Count count, List<Found> found) {
    LocalDate end = end(count);
    if (count.until() == null) {
      found.add(
          doubt(
              id,
              "LAW_OF_NO_DAY",
              "count "
                  + count.number()
                  + " does not say when the conduct ended; the law of today is applied",
              ""));
    }
    Optional<PenaltyTier> pleaded = Statutes.tier(count.tier(), end);
    if (pleaded.isPresent()) {
      return pleaded;
    }
    List<PenaltyTier> tiers =
        Statutes.byId(count.statute(), end).map(Statute::tiers).orElse(List.of());
    if (tiers.isEmpty()) {
      found.add(
          doubt(
              id,
              SentenceObjection.Code.LAW_NOT_IN_CATALOGUE.name(),
              "count " + count.number() + " is not checked: its offence has no penalty here",
              ""));
    } else if (tiers.size() > 1) {
      found.add(
          doubt(
              id,
              "NOT_GRADED",
              "count " + count.number() + " has no penalty tier; it is checked against the gravest",
              tiers.get(0).citation()));
    }
    return tiers.stream().findFirst();
  }

  /** Something to look at; the citation, where there is one, closes its words. */
  static Found doubt(@Nullable UUID count, String code, String words, String citation) {
    String closed = citation.isEmpty() ? words : words + " (" + citation + ")";
    return new Found(new Objection(code, false, closed, citation, true), count);
  }

  private static Objection objection(SentenceObjection objection) {
    return new Objection(
        objection.code().name(),
        objection.severity() == SentenceObjection.Severity.BREACH,
        objection.words(),
        objection.citation(),
        objection.certainty() != Certainty.TO_BE_CONFIRMED);
  }

  private boolean isAnyOf(Records records, UUID caseId, UUID id) {
    return records.list(restitutions, caseId).stream()
        .anyMatch(r -> id.equals(r.content().sentence()));
  }

  private static org.proffer.law.sentencing.Restitution restitution(
      Sentence sentence, boolean payees) {
    Sentence.RestitutionOrder order = sentence.restitution();
    if (order == null) {
      return payees ? new Ordered(Usd.of(0)) : new NotRecorded();
    }
    return switch (order) {
      case ORDERED -> new Ordered(Usd.of(0));
      case DEFERRED -> new Deferred(Objects.requireNonNull(sentence.restitutionUntil()));
      case NO_VICTIM_WITH_LOSS -> new NotOrdered(Finding.NO_VICTIM_WITH_LOSS);
      case TOO_MANY_VICTIMS -> new NotOrdered(Finding.TOO_MANY_VICTIMS);
      case TOO_COMPLEX -> new NotOrdered(Finding.TOO_COMPLEX);
    };
  }
}
