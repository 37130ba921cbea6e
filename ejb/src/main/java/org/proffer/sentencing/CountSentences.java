package org.proffer.sentencing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Certainty;
import org.proffer.law.Usd;
import org.proffer.law.fraud.PenaltyTier;
import org.proffer.law.sentencing.CountSentence;
import org.proffer.law.sentencing.Limit;
import org.proffer.law.sentencing.SentenceObjection;
import org.proffer.law.sentencing.Term;
import org.proffer.records.Objection;

/**
 * What a sentence means for each of its counts. Where counts have terms of their own, those. Where
 * they have none, the gravest count bears the whole sentence and each other as much of it as its
 * maximum allows, all at once: so a judgment that states one total is objected to only if no count
 * can bear it. A term that must follow all others (18 U.S.C. 1028A(b)) is taken to be what the law
 * requires, once however many such counts there are, and the other counts bear the rest. Fine and
 * assessment are of the whole judgment: the fine is spread as the maxima of the counts are, so that
 * it exceeds one only if it exceeds their sum (18 U.S.C. 3571, 3013).
 */
final class CountSentences {
  private final Sentence sentence;
  private final List<CountTerm> terms;
  private final List<GradedCount> counts;

  CountSentences(Sentence sentence, List<CountTerm> terms, List<GradedCount> counts) {
    this.sentence = sentence;
    this.terms = List.copyOf(terms);
    this.counts = List.copyOf(counts);
  }

  /** Whether every count has what is stated for it, so that a total can be compared. */
  boolean isComplete() {
    return !terms.isEmpty() && counts.size() == sentence.counts().size() && withoutTerm().isEmpty();
  }

  List<CountSentence> all() {
    List<CountSentence> all = new ArrayList<>();
    Optional<GradedCount> gravest =
        counts.stream()
            .filter(count -> monthsFollowing() == 0 || !count.tier().consecutive())
            .max(Comparator.comparing(count -> count.tier().maximumMonths()));
    for (GradedCount count : counts) {
      if (terms.isEmpty()) {
        all.add(fined(count, shared(count, gravest.orElseThrow().equals(count))));
      } else {
        term(count).ifPresent(term -> all.add(fined(count, own(count, term))));
      }
    }
    return all;
  }

  private Optional<CountTerm> term(GradedCount count) {
    return terms.stream().filter(term -> term.counts().contains(count.id())).findFirst();
  }

  private CountSentence own(GradedCount count, CountTerm term) {
    CountSentence own = of(count, term.term(), term.supervisedRelease(), term.probation());
    return term.runs() == CountTerm.Runs.CONSECUTIVE ? own.inGroup(2 + terms.indexOf(term)) : own;
  }

  private CountSentence shared(GradedCount count, boolean gravest) {
    Term term = sentence.term();
    Integer release = sentence.supervisedRelease();
    int following = monthsFollowing();
    if (term instanceof Term.Fixed total && following > 0 && total.months() >= following) {
      term =
          count.tier().consecutive()
              ? new Term.Fixed(following, 0)
              : new Term.Fixed(total.months() - following, total.days());
    }
    if (!gravest && term != null && term.exceeds(count.tier().maximumMonths())) {
      term = new Term.Fixed(count.tier().maximumMonths(), 0);
    }
    if (!gravest && release != null) {
      release = Math.min(release, count.limits().supervisedRelease().value());
    }
    CountSentence shared = of(count, term, release, sentence.probation());
    return following > 0 && count.tier().consecutive() ? shared.inGroup(2) : shared;
  }

  /** What a term that must follow those on other counts lasts at least; 0 where none must. */
  private int monthsFollowing() {
    return counts.stream().allMatch(count -> count.tier().consecutive())
        ? 0
        : counts.stream()
            .map(GradedCount::tier)
            .filter(PenaltyTier::consecutive)
            .mapToInt(PenaltyTier::minimumMonths)
            .max()
            .orElse(0);
  }

  /** The counts whose term must follow the others, where the judgment states one total only. */
  List<SentenceReview.Found> notApportioned() {
    return !terms.isEmpty() || sentence.term() == null || monthsFollowing() == 0
        ? List.of()
        : counts.stream()
            .filter(count -> count.tier().consecutive())
            .map(
                count ->
                    SentenceReview.doubt(
                        count.id(),
                        "TERM_NOT_APPORTIONED",
                        "the term on count "
                            + count.number()
                            + " must follow every other; how much of the total it is, is not recorded",
                        count.tier().citation()))
            .toList();
  }

  private static CountSentence of(
      GradedCount count,
      @Nullable Term term,
      @Nullable Integer supervisedRelease,
      @Nullable Integer probation) {
    CountSentence of = count.sentence();
    if (term != null) {
      of = of.imprisonment(term);
    }
    if (supervisedRelease != null) {
      of = of.supervisedRelease(supervisedRelease);
    }
    return probation == null ? of : of.probation(probation);
  }

  private CountSentence fined(GradedCount count, CountSentence of) {
    BigDecimal fine = sentence.fine();
    if (fine == null) {
      return of;
    }
    BigDecimal most = sum(c -> c.limits().fine().value()).amount();
    return of.fine(
        new Usd(
            fine.multiply(count.limits().fine().value().amount())
                .divide(most, 2, RoundingMode.DOWN)));
  }

  private Usd sum(java.util.function.Function<GradedCount, Usd> amount) {
    return counts.stream().map(amount).reduce(Usd.of(0), Usd::plus);
  }

  /** What the whole special assessment should be, if it is another or not stated. */
  Optional<Objection> assessment() {
    BigDecimal stated = sentence.assessment();
    Usd required = sum(count -> count.limits().assessment().value());
    if (counts.size() < sentence.counts().size()
        || counts.isEmpty()
        || (stated != null && required.equals(new Usd(stated)))) {
      return Optional.empty();
    }
    List<Limit<Usd>> limits = counts.stream().map(count -> count.limits().assessment()).toList();
    String citations =
        limits.stream().map(Limit::citation).distinct().collect(Collectors.joining(", "));
    return Optional.of(
        new Objection(
            SentenceObjection.Code.ASSESSMENT_DIFFERS.name(),
            stated != null,
            (stated == null
                    ? "no special assessment is recorded"
                    : "a special assessment of " + new Usd(stated))
                + ", where the law requires "
                + required
                + " for "
                + counts.size()
                + (counts.size() == 1 ? " count (" : " counts (")
                + citations
                + ")",
            citations,
            limits.stream().noneMatch(l -> l.certainty() == Certainty.TO_BE_CONFIRMED)));
  }

  /** The counts without a term, once others have one. */
  List<SentenceReview.Found> withoutTerm() {
    return terms.isEmpty()
        ? List.of()
        : counts.stream()
            .filter(count -> term(count).isEmpty())
            .map(
                count ->
                    SentenceReview.doubt(
                        count.id(),
                        SentenceObjection.Code.SENTENCE_MISSING.name(),
                        "count " + count.number() + " has no term recorded, other counts have",
                        ""))
            .toList();
  }
}
