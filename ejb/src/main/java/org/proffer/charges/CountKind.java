package org.proffer.charges;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.law.fraud.Statute;
import org.proffer.law.fraud.Statutes;
import org.proffer.platform.InvalidInput;
import org.proffer.records.FieldView;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** Counts, in the order of their numbers. */
@Dependent
public class CountKind extends RecordKind<Count> {
  private static final List<FieldView.Choice> STATUTES =
      newest().map(s -> new FieldView.Choice(s.id(), s.citation() + " " + s.title())).toList();
  private static final List<FieldView.Choice> TIERS =
      newest()
          .flatMap(
              s ->
                  s.tiers().stream()
                      .map(
                          t ->
                              new FieldView.Choice(
                                  t.id(),
                                  s.citation()
                                      + ", at most "
                                      + t.maximumMonths()
                                      + " months: "
                                      + t.trigger())))
          .toList();

  @Inject private InstrumentKind instruments;

  /** Declares the kind. */
  public CountKind() {
    super("count", "counts", "Count", Count.class);
  }

  private static Stream<Statute> newest() {
    return Statutes.inForce(LocalDate.of(9999, 12, 31)).stream();
  }

  @Override
  public List<FieldView> fields() {
    return super.fields().stream()
        .map(
            field ->
                switch (field.name()) {
                  case "statute" -> field.choosing(STATUTES);
                  case "tier" -> field.choosing(TIERS);
                  default -> field;
                })
        .toList();
  }

  @Override
  public String title(Count count) {
    return "Count "
        + (count.number() == null ? "" : count.number())
        + ": "
        + Statutes.byId(count.statute()).map(Statute::citation).orElse(count.statute());
  }

  @Override
  public long order(Count count) {
    return count.number() == null ? Long.MAX_VALUE : count.number();
  }

  @Override
  public Count completed(Written<Count> written) {
    Count count = written.after();
    if (count.number() != null) {
      return count;
    }
    return count.numbered(
        1
            + others(written)
                .map(Count::number)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0));
  }

  /** A count of a filed instrument is part of it. */
  @Override
  public Optional<String> filedWith(
      RecordView<Count> before, @Nullable Count after, Records records) {
    return Optional.ofNullable(before.content().instrument())
        .map(id -> records.get(instruments, id))
        .filter(instrument -> instrument.content().filed() != null)
        .map(RecordView::title);
  }

  /** The other counts of the same instrument. */
  private Stream<Count> others(Written<Count> written) {
    return written.records().list(this, written.caseId()).stream()
        .filter(other -> !other.id().equals(written.id()))
        .map(RecordView::content)
        .filter(other -> Objects.equals(other.instrument(), written.after().instrument()));
  }

  @Override
  public void check(Written<Count> written) {
    Count count = written.after();
    Integer number = count.number();
    if (number == null || number < 1 || number > 9_999) {
      throw new InvalidInput(
          "Number", "A count has a number from 1.", "Leave it empty for the next.");
    }
    if (others(written).anyMatch(other -> number.equals(other.number()))) {
      throw new InvalidInput(
          "Number", "The instrument has a count " + number + ".", "Leave it empty for the next.");
    }
    LocalDate from = count.from();
    LocalDate until = count.until();
    if (from != null && until != null && until.isBefore(from)) {
      throw new InvalidInput("Until", until + " is before " + from + ".", "Check the two days.");
    }
    LocalDate day = until == null ? LocalDate.of(9999, 12, 31) : until;
    Statute statute =
        Statutes.byId(count.statute(), day)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "Statute",
                        "The catalogue has no offence “"
                            + count.statute()
                            + "”"
                            + (until == null ? "." : " for conduct that ended on " + until + "."),
                        "Choose one from the list, or check the day."));
    if (!count.tier().isEmpty()
        && statute.tiers().stream().noneMatch(tier -> tier.id().equals(count.tier()))) {
      throw new InvalidInput(
          "Penalty tier",
          "“" + count.tier() + "” is no tier of " + statute.citation() + ".",
          "Choose a tier of this offence, or none yet.");
    }
  }
}
