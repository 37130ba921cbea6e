package org.proffer.sentencing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Usd;
import org.proffer.records.RecordView;

/** The records that refer to the sentences of a case. */
record SentenceRecords(
    List<RecordView<CountTerm>> terms,
    List<RecordView<Restitution>> restitutions,
    List<RecordView<Forfeiture>> forfeitures,
    List<RecordView<AfterSentence>> events) {
  SentenceRecords {
    terms = List.copyOf(terms);
    restitutions = List.copyOf(restitutions);
    forfeitures = List.copyOf(forfeitures);
    events = List.copyOf(events);
  }

  List<CountTerm> contents(RecordView<Sentence> sentence) {
    return of(terms, CountTerm::sentence, sentence).map(RecordView::content).toList();
  }

  List<Outcome.Line> terms(RecordView<Sentence> sentence) {
    return lines(of(terms, CountTerm::sentence, sentence));
  }

  /** What happened afterwards, but payments. */
  List<Outcome.Line> after(RecordView<Sentence> sentence) {
    return lines(
        of(events, AfterSentence::sentence, sentence)
            .filter(e -> e.content().type() != AfterSentence.Type.PAYMENT));
  }

  /**
   * Everything to be paid or given up, and what was paid.
   *
   * @param parties what each party of the case is called
   */
  List<Outcome.Line> money(RecordView<Sentence> sentence, Map<UUID, String> parties) {
    List<Outcome.Line> money = new ArrayList<>();
    Sentence content = sentence.content();
    amount(sentence, "Fine ", content.fine(), money);
    amount(sentence, "Assessment ", content.assessment(), money);
    if (content.restitution() != null
        && content.restitution() != Sentence.RestitutionOrder.ORDERED) {
      money.add(
          new Outcome.Line(
              sentence.id(),
              "Restitution: " + content.restitution().label().toLowerCase(java.util.Locale.ROOT)));
    }
    of(restitutions, Restitution::sentence, sentence)
        .forEach(r -> money.add(new Outcome.Line(r.id(), r.title() + owed(r.content(), parties))));
    money.addAll(lines(of(forfeitures, Forfeiture::sentence, sentence)));
    money.addAll(
        lines(
            of(events, AfterSentence::sentence, sentence)
                .filter(e -> e.content().type() == AfterSentence.Type.PAYMENT)));
    return money;
  }

  /** To whom and with whom, as far as that is said by reference to parties. */
  private static String owed(Restitution restitution, Map<UUID, String> parties) {
    UUID payee = restitution.party();
    return (payee == null ? "" : " to " + parties.getOrDefault(payee, ""))
        + (restitution.jointWith().isEmpty()
            ? ""
            : ", jointly and severally with "
                + restitution.jointWith().stream()
                    .map(debtor -> parties.getOrDefault(debtor, ""))
                    .collect(Collectors.joining(", ")));
  }

  private static void amount(
      RecordView<Sentence> sentence,
      String what,
      @Nullable BigDecimal amount,
      List<Outcome.Line> money) {
    if (amount != null) {
      money.add(new Outcome.Line(sentence.id(), what + new Usd(amount)));
    }
  }

  private static <C extends Record> Stream<RecordView<C>> of(
      List<RecordView<C>> all, Function<C, @Nullable UUID> sentence, RecordView<Sentence> wanted) {
    return all.stream()
        .filter(record -> Objects.equals(sentence.apply(record.content()), wanted.id()));
  }

  private static <C extends Record> List<Outcome.Line> lines(Stream<RecordView<C>> all) {
    return all.map(record -> new Outcome.Line(record.id(), record.title())).toList();
  }

  /** Supervised release and probation in words; empty for none. */
  static String supervision(Sentence sentence) {
    List<String> words = new ArrayList<>();
    if (sentence.supervisedRelease() != null) {
      words.add(sentence.supervisedRelease() + " months of supervised release");
    }
    if (sentence.probation() != null && sentence.term() != null) {
      words.add(sentence.probation() + " months of probation");
    }
    return String.join(", ", words);
  }
}
