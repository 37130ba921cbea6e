package org.proffer.sentencing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.proffer.charges.ChargeSheet;
import org.proffer.charges.Disposition;
import org.proffer.charges.PleaAgreement;
import org.proffer.law.Usd;
import org.proffer.law.fraud.Statute;
import org.proffer.parties.Certainty;
import org.proffer.records.RecordView;

/** What a defendant is charged with and pleaded to, in words. */
final class DefendantCharges {
  private final UUID party;
  private final ChargeSheet sheet;
  private final List<RecordView<PleaAgreement>> agreed;
  private final List<RecordView<Disposition>> steps;

  DefendantCharges(
      UUID party,
      ChargeSheet sheet,
      List<RecordView<PleaAgreement>> agreed,
      List<RecordView<Disposition>> steps) {
    this.party = party;
    this.sheet = sheet;
    this.steps = List.copyOf(steps);
    this.agreed = agreed.stream().filter(a -> party.equals(a.content().defendant())).toList();
  }

  /** Counts of the standing instruments by offence, and instruments whose counts are not here. */
  List<String> charged() {
    List<String> lines = new ArrayList<>();
    for (ChargeSheet.Charged charged : sheet.instruments()) {
      if (charged.supersededBy() != null) {
        continue;
      }
      Map<String, List<Integer>> byOffence = new LinkedHashMap<>();
      charged.counts().stream()
          .filter(line -> standing(line) != null)
          .forEach(
              line ->
                  byOffence
                      .computeIfAbsent(citation(line), offence -> new ArrayList<>())
                      .add(line.count().content().number()));
      byOffence.forEach(
          (offence, numbers) ->
              lines.add(
                  offence
                      + (numbers.size() == 1 ? ", count " : ", counts ")
                      + String.join(", ", numbers.stream().map(String::valueOf).toList())));
      Integer reported = charged.instrument().content().countsReported();
      if (reported != null && reported > charged.counts().size()) {
        lines.add(
            charged.counts().size()
                + " of the "
                + reported
                + " counts reported are in the case file");
      }
    }
    return lines;
  }

  /** Pleas and verdicts, the counts of one step together, then what was agreed. */
  List<Outcome.Line> pleaded() {
    Map<UUID, List<ChargeSheet.Line>> bySteps = new LinkedHashMap<>();
    lines()
        .forEach(
            line -> {
              ChargeSheet.Standing standing = standing(line);
              if (standing != null && standing.disposition() != null) {
                bySteps
                    .computeIfAbsent(standing.disposition(), step -> new ArrayList<>())
                    .add(line);
              }
            });
    List<Outcome.Line> pleaded = new ArrayList<>();
    bySteps.forEach((step, counts) -> pleaded.add(new Outcome.Line(step, words(step, counts))));
    agreed.forEach(a -> pleaded.add(new Outcome.Line(a.id(), "Agreement: " + words(a))));
    return pleaded;
  }

  private String words(UUID step, List<ChargeSheet.Line> counts) {
    Certainty certainty =
        steps.stream()
            .filter(s -> s.id().equals(step))
            .map(s -> s.content().certainty())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    ChargeSheet.Standing standing = Objects.requireNonNull(standing(counts.get(0)));
    return (counts.size() == 1 ? "Count " : "Counts ")
        + String.join(
            ", ", counts.stream().map(l -> String.valueOf(l.count().content().number())).toList())
        + ": "
        + standing.words().toLowerCase(Locale.ROOT)
        + words(certainty);
  }

  private static String words(@Nullable Certainty certainty) {
    return certainty == null ? "" : " (" + certainty.label().toLowerCase(Locale.ROOT) + ")";
  }

  private static String words(RecordView<PleaAgreement> agreement) {
    PleaAgreement content = agreement.content();
    return (content.terms().isEmpty() ? agreement.title() : content.terms())
        + (content.fine() == null ? "" : ", fine up to " + new Usd(content.fine()))
        + words(content.certainty());
  }

  /** The range of the newest agreement that states one; empty if none does. */
  String range() {
    return agreed.stream()
        .map(RecordView::content)
        .filter(a -> a.rangeFrom() != null || a.rangeTo() != null || a.cap() != null)
        .reduce((earlier, later) -> later)
        .map(
            a ->
                (a.rangeFrom() != null || a.rangeTo() != null
                        ? range(a.rangeFrom(), a.rangeTo())
                        : "at most " + a.cap() + " months")
                    + ", agreed")
        .orElse("");
  }

  static String range(@Nullable Integer from, @Nullable Integer to) {
    return from == null
        ? "up to " + to + " months"
        : to == null ? "from " + from + " months" : from + " to " + to + " months";
  }

  private Stream<ChargeSheet.Line> lines() {
    return sheet.instruments().stream()
        .filter(charged -> charged.supersededBy() == null)
        .flatMap(charged -> charged.counts().stream());
  }

  private ChargeSheet.@Nullable Standing standing(ChargeSheet.Line line) {
    return line.standings().stream()
        .filter(standing -> standing.party().equals(party))
        .findFirst()
        .orElse(null);
  }

  private static String citation(ChargeSheet.Line line) {
    return line.statute().map(Statute::citation).orElse(line.count().content().statute());
  }
}
