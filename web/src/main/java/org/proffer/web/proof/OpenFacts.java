package org.proffer.web.proof;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.proffer.facts.Board;
import org.proffer.facts.CaseFact;
import org.proffer.facts.FactSource;
import org.proffer.records.RecordView;
import org.proffer.web.proof.BoardPage.Link;
import org.proffer.web.proof.BoardPage.OpenFact;

/** Facts with the addresses of what they rest on. */
final class OpenFacts {
  private OpenFacts() {}

  static OpenFact of(Board board, RecordView<CaseFact> fact) {
    return new OpenFact(
        fact.id(),
        fact.content().sentence(),
        String.valueOf(fact.content().asOf()),
        fact.content().disputed(),
        board.facts().values().stream()
            .filter(
                other ->
                    fact.content().competing().contains(other.id())
                        || other.content().competing().contains(fact.id()))
            .map(RecordView::title)
            .toList(),
        board.sources().getOrDefault(fact.id(), List.of()).stream()
            .map(source -> link(board, source.content()))
            .toList());
  }

  private static Link link(Board board, FactSource source) {
    String quoted = source.words().isEmpty() ? "" : ": “" + source.words() + "”";
    return switch (Objects.requireNonNull(source.type())) {
      case ITEM -> new Link("Evidence item" + quoted, "");
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
      case WITNESS -> new Link("Witness" + quoted, "/records/record.xhtml?id=" + source.witness());
      case STIPULATION -> new Link("Stipulation" + quoted, "");
      case FACT ->
          new Link(
              "Fact: "
                  + Optional.ofNullable(board.facts().get(source.rests()))
                      .map(RecordView::title)
                      .orElse(""),
              "/records/record.xhtml?id=" + source.rests());
    };
  }
}
