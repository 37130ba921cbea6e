package org.proffer.messages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.law.Verdict;
import org.proffer.law.canspam.PrimaryPurpose;
import org.proffer.mail.ParsedMessage;

/**
 * Which messages of a case, and in which order. Null or empty means: no such filter.
 *
 * @param verdict the gravest finding; together with {@code requirement}: the verdict of that
 *     requirement
 * @param requirement id of a requirement
 * @param purpose the primary purpose
 * @param outcome how reading ended
 * @param sender part of the sender's name or address, without case
 * @param from first day (UTC), included
 * @param until last day (UTC), included
 * @param text in the language of {@link org.proffer.query.QueryLanguage}: words that must all occur
 *     in subject, addresses or the first 100,000 characters of the text, phrases, fields, operators
 * @param sort the order
 * @param descending whether the order is turned round
 * @param review what persons decided; together with {@code requirement}: of that requirement
 * @param change what a re-check changed; together with {@code requirement}: of that requirement
 */
public record MessageQuery(
    @Nullable Verdict verdict,
    String requirement,
    PrimaryPurpose.@Nullable Value purpose,
    ParsedMessage.@Nullable Outcome outcome,
    String sender,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    String text,
    Sort sort,
    boolean descending,
    @Nullable Review review,
    @Nullable Change change) {

  /** As the whole, whatever was reviewed or changed. */
  public MessageQuery(
      @Nullable Verdict verdict,
      String requirement,
      PrimaryPurpose.@Nullable Value purpose,
      ParsedMessage.@Nullable Outcome outcome,
      String sender,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String text,
      Sort sort,
      boolean descending) {
    this(
        verdict,
        requirement,
        purpose,
        outcome,
        sender,
        from,
        until,
        text,
        sort,
        descending,
        null,
        null);
  }

  /** All messages, oldest first. */
  public static final MessageQuery ALL =
      new MessageQuery(null, "", null, null, "", null, null, "", Sort.DATE, false);

  /** What persons decided of the findings of a message; a decision a re-check overtook is stale. */
  public enum Review {
    /** At least one finding has a decision that is not stale. */
    REVIEWED("Reviewed"),
    /** No finding has a decision that is not stale. */
    NOT_REVIEWED("Not reviewed"),
    /** The last decision on at least one finding overrules it, and is not stale. */
    OVERRULED("Overruled"),
    /** The last decision on at least one finding is stale. */
    STALE("Decision out of date");

    private final String label;

    Review(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /**
   * What a re-check changed.
   *
   * @param was the verdict before; null for any
   * @param became the verdict after; null for any
   */
  public record Change(RecheckId recheck, @Nullable Verdict was, @Nullable Verdict became) {}

  /**
   * Messages that stand one behind the other in an order, as an index has them.
   *
   * @param condition which of all; empty for all
   * @param order columns and directions
   */
  record Run(String condition, String order) {}

  /** What a list can be ordered by. */
  public enum Sort {
    /** When sent; messages without a date come last. */
    DATE("sent_at") {
      @Override
      List<Run> runs(boolean descending) {
        return descending
            ? List.of(
                new Run("sent_at is not null", "sent_at desc, id desc"),
                new Run("sent_at is null", "id desc"))
            : List.of(new Run("", "sent_at, id"));
      }
    },
    /** The first 300 characters of the sender's address. */
    SENDER("left(lower(from_address), 300)"),
    /** The first 300 characters of the subject. */
    SUBJECT("left(lower(subject), 300)"),
    /** The gravest finding, violated first. */
    VERDICT(
        "case verdict when 'VIOLATED' then 0 when 'UNDETERMINED' then 1 when 'MET' then 2 else 3 end") {
      @Override
      List<Run> runs(boolean descending) {
        List<Run> runs = new ArrayList<>();
        for (String verdict : List.of("VIOLATED", "UNDETERMINED", "MET", "NOT_APPLICABLE")) {
          Run run = new Run("verdict = '" + verdict + "'", "id" + direction(descending));
          runs.add(descending ? 0 : runs.size(), run);
        }
        return runs;
      }
    },
    /** The place in the item. */
    NUMBER("item_id, number");

    private final String columns;

    Sort(String columns) {
      this.columns = columns;
    }

    /** The order in parts that indexes have. */
    List<Run> runs(boolean descending) {
      return List.of(new Run("", ordered(descending, "")));
    }

    /** The order as a whole, for few rows. */
    String orderBy(boolean descending) {
      return ordered(descending, this == DATE ? " nulls last" : "");
    }

    private String ordered(boolean descending, String nulls) {
      String direction = direction(descending);
      String each = this == NUMBER ? columns.replace(",", direction + ",") : columns;
      return each + direction + nulls + ", id" + direction;
    }

    private static String direction(boolean descending) {
      return descending ? " desc" : " asc";
    }
  }

  /** What a query in words alone finds, oldest first. */
  public static MessageQuery asking(String text) {
    return new MessageQuery(null, "", null, null, "", null, null, text, Sort.DATE, false);
  }
}
