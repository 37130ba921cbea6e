package org.proffer.sentencing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.proffer.access.Action;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Charges;
import org.proffer.law.sentencing.Term;
import org.proffer.platform.InvalidInput;
import org.proffer.records.Objection;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;

/** Sentences, oldest first; checked against the statutes as they are typed. */
@Dependent
public class SentenceKind extends RecordKind<Sentence> {
  @Inject private Charges charges;
  @Inject private CountTermKind terms;
  @Inject private SentenceReview review;

  /** Declares the kind. */
  public SentenceKind() {
    super("sentence", "sentences", "Sentence", Sentence.class);
  }

  @Override
  public String title(Sentence sentence) {
    return words(sentence) + " on " + sentence.imposedOn();
  }

  /** The punishment in words, without money. */
  static String words(Sentence sentence) {
    Term term = sentence.term();
    if (term != null) {
      return term.words();
    }
    Integer probation = sentence.probation();
    return probation != null
        ? probation + " months of probation"
        : sentence.fine() != null ? "Fine" : "No imprisonment";
  }

  @Override
  public long order(Sentence sentence) {
    return Objects.requireNonNull(sentence.imposedOn()).toEpochDay();
  }

  @Override
  public String reasonField() {
    return "reasonDespite";
  }

  /** Without counts: those of which the defendant stands convicted. */
  @Override
  public Sentence completed(Written<Sentence> written) {
    Sentence sentence = written.after();
    if (!sentence.counts().isEmpty()) {
      return sentence;
    }
    return sentence.on(
        charges.sheet(written.caseId()).convictions(defendant(sentence)).stream()
            .map(ChargeSheet.Line::count)
            .map(RecordView::id)
            .toList());
  }

  @Override
  public void check(Written<Sentence> written) {
    Sentence after = written.after();
    Custody.check(after.custody(), after.months(), after.days());
    Amounts.check("Supervised release, months", after.supervisedRelease());
    Amounts.check("Probation, months", after.probation());
    Amounts.check("Fine, dollars", after.fine());
    Amounts.check("Special assessment, dollars", after.assessment());
    Integer from = after.rangeFrom();
    Integer to = after.rangeTo();
    if (from != null && to != null && to < from) {
      throw new InvalidInput(
          "to months", to + " is less than " + from + ".", "Check the two ends of the range.");
    }
    if ((after.restitution() == Sentence.RestitutionOrder.DEFERRED)
        != (after.restitutionUntil() != null)) {
      throw new InvalidInput(
          "Restitution deferred until",
          "Deferred restitution has a day, and only that has one.",
          "Choose Deferred and enter the day, or neither.");
    }
    checkAmended(written);
  }

  private void checkAmended(Written<Sentence> written) {
    UUID amended = written.after().amends();
    List<RecordView<Sentence>> others =
        written.records().list(this, written.caseId()).stream()
            .filter(other -> !other.id().equals(written.id()))
            .filter(other -> defendant(other.content()).equals(defendant(written.after())))
            .toList();
    if (amended == null) {
      others.stream()
          .filter(other -> other.content().amends() == null)
          .findFirst()
          .ifPresent(
              other -> {
                throw new InvalidInput(
                    "Amends",
                    "The defendant has a sentence: " + other.title() + ".",
                    "Edit that one to correct it; for an amended judgment choose what it amends.");
              });
      return;
    }
    RecordView<Sentence> before =
        others.stream()
            .filter(other -> other.id().equals(amended))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "Amends",
                        "That is no other sentence of this defendant.",
                        "Choose the sentence the judgment amends."));
    if (order(before.content()) > order(written.after())
        || others.stream().anyMatch(other -> amended.equals(other.content().amends()))) {
      throw new InvalidInput(
          "Amends",
          before.title() + " is later, or was amended already.",
          "Choose the newest sentence before this one.");
    }
  }

  private static UUID defendant(Sentence sentence) {
    return Objects.requireNonNull(sentence.defendant());
  }

  @Override
  public List<Objection> objections(Written<Sentence> written) {
    return review
        .of(
            written.records(),
            written.caseId(),
            written.id(),
            written.after(),
            terms
                .of(written.records(), written.caseId(), written.id())
                .map(RecordView::content)
                .toList())
        .all();
  }

  @Override
  public Action viewing() {
    return Action.VIEW_OUTCOMES;
  }
}
