package org.proffer.web.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.proffer.facts.Board;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactSource;
import org.proffer.parties.Certainty;
import org.proffer.proof.Evidence;
import org.proffer.records.DayPrecision;
import org.proffer.records.RecordView;
import org.proffer.web.proof.BoardPage.Link;
import org.proffer.web.proof.BoardPage.OpenFact;

/** Facts with the addresses of what they rest on. */
final class OpenFacts {
  private OpenFacts() {}

  static OpenFact of(Board board, RecordView<CaseFact> fact) {
    LocalDate asOf = fact.content().asOf();
    return new OpenFact(
        fact.id(),
        fact.content().sentence(),
        asOf == null ? "" : DayPrecision.words(asOf, fact.content().precision()),
        fact.content().disputed(),
        certainty(fact),
        fact.corrected(),
        board.facts().values().stream()
            .filter(
                other ->
                    fact.content().competing().contains(other.id())
                        || other.content().competing().contains(fact.id()))
            .map(OpenFacts::competing)
            .toList(),
        board.sources().getOrDefault(fact.id(), List.of()).stream()
            .map(source -> link(board, source))
            .toList());
  }

  private static String certainty(RecordView<CaseFact> fact) {
    Certainty certainty = fact.content().certainty();
    return certainty == null ? "" : certainty.label();
  }

  private static Link competing(RecordView<CaseFact> other) {
    String certainty = certainty(other);
    return new Link(
        other.title() + (certainty.isEmpty() ? "" : " (" + certainty + ")"),
        "/records/record.xhtml?id=" + other.id());
  }

  private static Link link(Board board, RecordView<FactSource> view) {
    FactSource source = view.content();
    String quoted = source.words().isEmpty() ? "" : ": “" + source.words() + "”";
    return switch (Objects.requireNonNull(source.type())) {
      case ITEM ->
          new Link(
              named(board, new Evidence.Item(String.valueOf(source.item())), "Evidence item")
                  + quoted,
              "/evidence/item.xhtml?id=" + source.item());
      case MESSAGE ->
          new Link("Message" + quoted, "/messages/message.xhtml?id=" + source.message());
      case PASSAGE ->
          new Link(
              "Message" + quoted,
              "/messages/message.xhtml?id="
                  + source.message()
                  + "&span="
                  + source.part()
                  + ":"
                  + source.offset()
                  + ":"
                  + source.length());
      case WITNESS ->
          new Link(
              named(board, new Evidence.Witness(String.valueOf(source.witness())), "Witness")
                  + quoted,
              "/records/record.xhtml?id=" + source.witness());
      case STIPULATION -> new Link("Stipulation" + quoted, "/records/record.xhtml?id=" + view.id());
      case FACT ->
          new Link(
              "Fact: "
                  + Optional.ofNullable(board.facts().get(source.rests()))
                      .map(RecordView::title)
                      .orElse(""),
              "/records/record.xhtml?id=" + source.rests());
    };
  }

  private static String named(Board board, Evidence evidence, String what) {
    String name = board.evidence().get(evidence);
    return name == null ? what : what + ": " + name;
  }
}
