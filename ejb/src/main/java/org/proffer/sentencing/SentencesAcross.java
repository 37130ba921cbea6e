package org.proffer.sentencing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sentences across cases, with what is not known about them.
 *
 * @param rows newest first
 * @param withoutSentence defendants of the same cases, whatever was filtered, for whom none is
 *     recorded
 */
public record SentencesAcross(List<Row> rows, long withoutSentence) {
  public SentencesAcross {
    rows = List.copyOf(rows);
  }

  /** Groups of imprisonment in months, each up to and with its second number. */
  private static final List<Group> GROUPS =
      List.of(
          new Group("none", 0, 0),
          new Group("1 to 12 months", 1, 12),
          new Group("13 to 24", 13, 24),
          new Group("25 to 36", 25, 36),
          new Group("37 to 48", 37, 48),
          new Group("49 to 60", 49, 60),
          new Group("61 to 120", 61, 120),
          new Group("more than 120, or life", 121, Integer.MAX_VALUE));

  private record Group(String label, int from, int to) {}

  /**
   * A sentence.
   *
   * @param custody how imprisonment is stated
   * @param months the whole months; null where they are not stated
   * @param rangeFrom of the guideline range found, months
   * @param certainty in words; empty if not said
   * @param statutes ids of the offences of its counts; empty where no count is named
   */
  public record Row(
      UUID caseId,
      String caseTitle,
      String court,
      UUID sentence,
      String defendant,
      LocalDate imposedOn,
      Custody custody,
      @Nullable Integer months,
      @Nullable Integer supervisedRelease,
      @Nullable Integer probation,
      @Nullable BigDecimal fine,
      @Nullable Integer rangeFrom,
      @Nullable Integer rangeTo,
      String position,
      String certainty,
      List<String> statutes) {
    public Row {
      statutes = List.copyOf(statutes);
    }

    /** Months for a distribution; empty where time served has no length. */
    OptionalInt length() {
      return switch (custody) {
        case LIFE -> OptionalInt.of(Integer.MAX_VALUE);
        case NONE -> OptionalInt.of(0);
        default -> months == null ? OptionalInt.empty() : OptionalInt.of(months);
      };
    }

    /** The range found in words; empty where it is not recorded. */
    public String rangeWords() {
      return rangeFrom == null && rangeTo == null ? "" : DefendantCharges.range(rangeFrom, rangeTo);
    }

    /** The imprisonment in words. */
    public String imprisonment() {
      var term = Custody.term(custody, months, null);
      return term == null ? "none" : term.words();
    }
  }

  /** How many sentences are in a group. */
  public record Bin(String label, long count) {}

  private IntStream lengths() {
    return rows.stream().map(Row::length).filter(OptionalInt::isPresent).mapToInt(l -> l.orElse(0));
  }

  /** The distribution of imprisonment. */
  public List<Bin> imprisonment() {
    return GROUPS.stream()
        .map(
            group ->
                new Bin(
                    group.label(),
                    lengths().filter(l -> l >= group.from() && l <= group.to()).count()))
        .toList();
  }

  /** How many sentences have an imprisonment that can be compared, none included. */
  public long n() {
    return lengths().count();
  }

  /** Sentences of time served whose length is not recorded. */
  public long lengthMissing() {
    return rows.size() - n();
  }

  /** Sentences without the range the court found. */
  public long rangeMissing() {
    return rows.stream().filter(row -> row.rangeFrom() == null || row.rangeTo() == null).count();
  }

  /** Sentences that name no count. */
  public long countsMissing() {
    return rows.stream().filter(row -> row.statutes().isEmpty()).count();
  }

  /** The median in months, the lower one of two in the middle; empty without sentences. */
  public OptionalInt median() {
    int[] sorted = lengths().sorted().toArray();
    return sorted.length == 0
        ? OptionalInt.empty()
        : OptionalInt.of(sorted[(sorted.length - 1) / 2]);
  }
}
