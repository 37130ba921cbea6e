package org.proffer.sentencing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.proffer.access.Action;
import org.proffer.law.sentencing.Term;
import org.proffer.platform.InvalidInput;
import org.proffer.platform.NotFound;
import org.proffer.records.Objection;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** Terms on counts of sentences. */
@Dependent
public class CountTermKind extends RecordKind<CountTerm> {
  @Inject private SentenceReview review;

  /** Declares the kind. */
  public CountTermKind() {
    super("sentence-term", "sentence-terms", "Term on counts", CountTerm.class);
  }

  @Override
  public String title(CountTerm term) {
    Term custody = term.term();
    return (custody == null ? "No imprisonment" : custody.words())
        + (term.runs() == CountTerm.Runs.CONSECUTIVE ? ", consecutively" : "")
        + " on "
        + term.counts().size()
        + (term.counts().size() == 1 ? " count" : " counts");
  }

  @Override
  public String reasonField() {
    return "reasonDespite";
  }

  @Override
  public void check(Written<CountTerm> written) {
    CountTerm after = written.after();
    Custody.check(after.custody(), after.months(), after.days());
    Amounts.check("Supervised release, months", after.supervisedRelease());
    Amounts.check("Probation, months", after.probation());
    Sentence sentence = sentence(written.records(), after);
    if (!sentence.counts().containsAll(after.counts())) {
      throw new InvalidInput(
          "Counts", "Not all of them are counts of the sentence.", "Add them to the sentence.");
    }
    if (others(written).anyMatch(t -> t.counts().stream().anyMatch(after.counts()::contains))) {
      throw new InvalidInput(
          "Counts", "One of them has a term already.", "Edit that term, or leave the count out.");
    }
  }

  /** Those against its own counts, and against the total once every count has its term. */
  @Override
  public List<Objection> objections(Written<CountTerm> written) {
    CountTerm after = written.after();
    List<CountTerm> terms = new ArrayList<>(others(written).toList());
    terms.add(after);
    return review
        .of(
            written.records(),
            written.caseId(),
            Objects.requireNonNull(after.sentence()),
            sentence(written.records(), after),
            terms)
        .against(after.counts());
  }

  private Stream<CountTerm> others(Written<CountTerm> written) {
    UUID sentence = Objects.requireNonNull(written.after().sentence());
    return of(written.records(), written.caseId(), sentence)
        .filter(other -> !other.id().equals(written.id()))
        .map(RecordView::content);
  }

  /** The terms of a sentence. */
  Stream<RecordView<CountTerm>> of(Records records, UUID caseId, UUID sentence) {
    return records.list(this, caseId).stream()
        .filter(term -> sentence.equals(term.content().sentence()));
  }

  private static Sentence sentence(Records records, CountTerm term) {
    UUID id = Objects.requireNonNull(term.sentence());
    if (records.get(id).content() instanceof Sentence sentence) {
      return sentence;
    }
    throw new NotFound("sentence", id);
  }

  @Override
  public Action viewing() {
    return Action.VIEW_OUTCOMES;
  }
}
