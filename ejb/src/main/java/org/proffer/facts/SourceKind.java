package org.proffer.facts;

import jakarta.enterprise.context.Dependent;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proffer.access.Action;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;
import org.proffer.records.Records;

/** What facts rest on. */
@Dependent
public class SourceKind extends RecordKind<FactSource> {
  /** Declares the kind. */
  public SourceKind() {
    super("source", "sources", "Source", FactSource.class);
  }

  @Override
  public String title(FactSource source) {
    return (source.type() == null ? "" : source.type().label())
        + (source.words().isEmpty() ? "" : ": " + source.words());
  }

  @Override
  public void check(Written<FactSource> written) {
    FactSource source = written.after();
    switch (Objects.requireNonNull(source.type())) {
      case ITEM -> needed("Evidence item", source.item());
      case MESSAGE -> needed("Message", source.message());
      case PASSAGE -> {
        needed("Message", source.message());
        Integer offset = needed("From byte", source.offset());
        Integer length = needed("Bytes", source.length());
        if (offset < 0 || length < 1 || source.part().isEmpty()) {
          throw new InvalidInput(
              "From byte",
              "Words in a message have a part, a first byte and a length.",
              "Send them to proof from the message.");
        }
      }
      case WITNESS -> needed("Witness", source.witness());
      case STIPULATION -> needed("Words", source.words().isEmpty() ? null : source.words());
      case FACT -> {
        if (needed("Other fact", source.rests()).equals(source.fact())) {
          throw new InvalidInput(
              "Other fact", "A fact does not prove itself.", "Choose another fact.");
        }
      }
    }
  }

  /** What a fact rests on stands where the fact does. */
  @Override
  public Optional<String> filedWith(
      RecordView<FactSource> before, @Nullable FactSource after, Records records) {
    return FactChains.filedWith(
        records.get(Objects.requireNonNull(before.content().fact())), records);
  }

  private static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw new InvalidInput(field, field + " is empty.", "Say what the source is.");
    }
    return value;
  }

  @Override
  public Action viewing() {
    return Action.VIEW_PROOF;
  }
}
