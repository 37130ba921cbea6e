package org.proffer.charges;

import jakarta.enterprise.context.Dependent;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** Charging instruments, in the order they were filed; drafts last. */
@Dependent
public class InstrumentKind extends RecordKind<Instrument> {
  /** Declares the kind. */
  public InstrumentKind() {
    super("instrument", "instruments", "Charging instrument", Instrument.class);
  }

  @Override
  public String title(Instrument instrument) {
    return (instrument.type() == null ? "" : instrument.type().label())
        + (instrument.filed() == null ? ", draft" : " of " + instrument.filed());
  }

  @Override
  public long order(Instrument instrument) {
    return instrument.filed() == null ? Long.MAX_VALUE : instrument.filed().toEpochDay();
  }

  @Override
  public void check(Written<Instrument> written) {
    Instrument after = written.after();
    UUID earlier = after.supersedes();
    if (after.type() != null && after.type().supersedes() != (earlier != null)) {
      throw new InvalidInput(
          "Takes the place of",
          earlier == null
              ? "A superseding instrument takes the place of another."
              : "Only a superseding instrument takes the place of another.",
          "Choose the earlier instrument, and the type that says so.");
    }
    if (earlier != null) {
      checkLineage(written, earlier);
    }
    LocalDate filed = after.filed();
    if (filed != null && after.unsealed() != null && after.unsealed().isBefore(filed)) {
      throw new InvalidInput(
          "Unsealed", "It was filed on " + filed + ", after that.", "Check the two days.");
    }
  }

  /** Filed, it is what the court has. That it was unsealed later corrects nothing. */
  @Override
  public Optional<String> filedWith(
      RecordView<Instrument> before, @Nullable Instrument after, Records records) {
    Instrument was = before.content();
    return was.filed() == null
            || (after != null && was.unsealed() == null && after.equals(was.with(after.unsealed())))
        ? Optional.empty()
        : Optional.of(before.title());
  }

  private void checkLineage(Written<Instrument> written, UUID earlier) {
    @Nullable UUID ancestor = earlier;
    while (ancestor != null) {
      if (ancestor.equals(written.id())) {
        throw new InvalidInput(
            "Takes the place of",
            "The instrument would come after itself.",
            "Choose one that was filed before.");
      }
      RecordView<Instrument> before = written.records().get(this, ancestor);
      LocalDate filed = before.content().filed();
      LocalDate here = written.after().filed();
      if (filed != null && here != null && here.isBefore(filed)) {
        throw new InvalidInput(
            "Takes the place of",
            before.title() + " is later than " + here + ".",
            "Choose one that was filed before.");
      }
      ancestor = before.content().supersedes();
    }
  }
}
