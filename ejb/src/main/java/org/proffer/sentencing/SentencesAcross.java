package org.proffer.sentencing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.proffer.law.sentencing.Term;

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

  private static final int DAYS = 30;
  private static final int LIFE = Integer.MAX_VALUE;

  /** Groups of imprisonment, each longer than its first number of months, up to its second. */
  private static final List<Group> GROUPS =
      List.of(
          new Group("none", -1, 0),
          new Group("up to 12 months", 0, 12),
          new Group("over 12, up to 24", 12, 24),
          new Group("over 24, up to 36", 24, 36),
          new Group("over 36, up to 48", 36, 48),
          new Group("over 48, up to 60", 48, 60),
          new Group("over 60, up to 120", 60, 120),
          new Group("over 120, or life", 120, LIFE));

  private record Group(String label, int over, int upTo) {
    boolean holds(int days) {
      return days > over * DAYS && days <= (long) upTo * DAYS;
    }
  }

  /**
   * A sentence.
   *
   * @param custody how imprisonment is stated
   * @param months the whole months; null where they are not stated
   * @param days beyond the months; null where they are not stated
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
      @Nullable Integer days,
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

    /** Days for a distribution, thirty to a month; empty where time served has no length. */
    OptionalInt length() {
      Term term = Custody.term(custody, months, days);
      if (term == null) {
        return OptionalInt.of(0);
      }
      return term instanceof Term.Life
          ? OptionalInt.of(LIFE)
          : term.length()
              .map(fixed -> OptionalInt.of(fixed.months() * DAYS + fixed.days()))
              .orElse(OptionalInt.empty());
    }

    /** The range found in words; empty where it is not recorded. */
    public String rangeWords() {
      return rangeFrom == null && rangeTo == null ? "" : DefendantCharges.range(rangeFrom, rangeTo);
    }

    /** The imprisonment in words. */
    public String imprisonment() {
      Term term = Custody.term(custody, months, days);
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
        .map(group -> new Bin(group.label(), lengths().filter(group::holds).count()))
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

  /**
   * The median, the lower one of two in the middle.
   *
   * @param months days left out; empty for life
   */
  public record Median(OptionalInt months) {
    /** Whether it is life. */
    public boolean isLife() {
      return months.isEmpty();
    }
  }

  /** The median; empty without sentences. */
  public Optional<Median> median() {
    int[] sorted = lengths().sorted().toArray();
    if (sorted.length == 0) {
      return Optional.empty();
    }
    int middle = sorted[(sorted.length - 1) / 2];
    return Optional.of(
        new Median(middle == LIFE ? OptionalInt.empty() : OptionalInt.of(middle / DAYS)));
  }
}
