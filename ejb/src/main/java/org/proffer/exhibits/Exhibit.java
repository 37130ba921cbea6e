package org.proffer.exhibits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * Something put before the court under a number: an item, pages of an item, or a message.
 *
 * @param number from 1; the next of its series if not said
 * @param letter of a part of an exhibit, for example {@code A} in GX-12A; empty for the whole
 * @param firstPage first page of the item that is meant, from 1; null for the whole item
 * @param lastPage last page that is meant, included; null for the first page alone
 * @param terms what the ruling limits it to, Fed. R. Evid. 105, or makes it depend on, 104(b)
 * @param formerly the numbers it had before, oldest first
 * @param offeredAs the numbers under which it was before the court; no other exhibit gets them
 */
public record Exhibit(
    @Field(label = "Series", required = true) @Nullable Series series,
    @Field(label = "Number", hint = "Empty for the next of the series.") @Nullable Integer number,
    @Field(label = "Letter", hint = "Of a part, as A in GX-12A.", most = 3) String letter,
    @Field(label = "What it is", required = true, most = 1_000, lines = 2, column = true)
        String description,
    @Field(label = "Evidence item", refersTo = "evidence-item", column = true) @Nullable UUID item,
    @Field(
            label = "Message",
            hint = "Make it an exhibit from the message itself; then its id stands here.",
            refersTo = "message",
            column = true)
        @Nullable UUID message,
    @Field(label = "First page", hint = "Of the item; empty for the whole.")
        @Nullable Integer firstPage,
    @Field(label = "Last page", hint = "Empty for one page.") @Nullable Integer lastPage,
    @Field(label = "Sponsoring witness", refersTo = "party") @Nullable UUID witness,
    @Field(label = "Offered by", column = true) String offeredBy,
    @Field(label = "Offered on", column = true) @Nullable LocalDate offeredOn,
    @Field(label = "Objection", most = 2_000, lines = 2) String objection,
    @Field(label = "Ruling", column = true) @Nullable Ruling ruling,
    @Field(label = "Ruled by") String ruledBy,
    @Field(label = "Ruled on", column = true) @Nullable LocalDate ruledOn,
    @Field(
            label = "Terms of the ruling",
            hint = "What it is admitted for, or what still has to be shown.",
            most = 2_000,
            lines = 2)
        String terms,
    @Field(label = "Why it was renumbered", hint = "Needed once it was offered.", most = 1_000)
        String renumberedBecause,
    @Field(label = "Formerly", fixed = true, column = true) List<String> formerly,
    @Field(label = "Offered as", fixed = true) List<String> offeredAs,
    @Field(label = "Note", most = 4_000, lines = 2) String note) {
  public Exhibit {
    formerly = List.copyOf(formerly);
    offeredAs = List.copyOf(offeredAs);
  }

  /** Whose exhibit it is. */
  public enum Series implements Labelled {
    /** The government's. */
    GOVERNMENT(0, "GX", "Government (GX)"),
    /** The defence's. */
    DEFENSE(1, "DX", "Defense (DX)"),
    /** Of all parties together. */
    JOINT(2, "JX", "Joint (JX)"),
    /** The court's own. */
    COURT(3, "CX", "Court (CX)");

    private final int order;
    private final String prefix;
    private final String label;

    Series(int order, String prefix, String label) {
      this.order = order;
      this.prefix = prefix;
      this.label = label;
    }

    /** Where it stands among the series, from 0. */
    int order() {
      return order;
    }

    /** What its numbers begin with. */
    public String prefix() {
      return prefix;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What the court said. */
  public enum Ruling implements Labelled {
    /** In evidence. */
    ADMITTED("Admitted"),
    /** In evidence for one purpose, or against one party: Fed. R. Evid. 105. */
    ADMITTED_FOR_A_PURPOSE("Admitted for a purpose"),
    /** In evidence if something else is shown: Fed. R. Evid. 104(b). */
    ADMITTED_CONDITIONALLY("Admitted conditionally"),
    /** Not in evidence. */
    EXCLUDED("Excluded"),
    /** The court will say later. */
    RESERVED("Ruling reserved"),
    /** Taken back by who offered it. */
    WITHDRAWN("Withdrawn");

    private final String label;

    Ruling(String label) {
      this.label = label;
    }

    /** Whether the exhibit is in evidence. */
    public boolean isIn() {
      return this == ADMITTED || this == ADMITTED_FOR_A_PURPOSE || this == ADMITTED_CONDITIONALLY;
    }

    boolean needsTerms() {
      return this == ADMITTED_FOR_A_PURPOSE || this == ADMITTED_CONDITIONALLY;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Its number, for example {@code GX-12A}. */
  public ExhibitNumber marked() {
    return new ExhibitNumber(
        Objects.requireNonNull(series), Objects.requireNonNull(number), letter);
  }

  /** Whether it was offered. */
  public boolean isOffered() {
    return offeredOn != null;
  }

  /** How it stands, in words: marked, offered, or what the court said. */
  public String standing() {
    Ruling said = ruling;
    return said != null ? said.label() : isOffered() ? "Offered" : "Marked";
  }

  /** The pages that are meant, in words; empty for the whole. */
  public String pages() {
    Integer first = firstPage;
    Integer last = lastPage;
    if (first == null) {
      return "";
    }
    return last == null || last.equals(first) ? "page " + first : "pages " + first + " to " + last;
  }

  Exhibit numbered(int given) {
    return with(given, formerly, offeredAs);
  }

  /** The same, once called otherwise. */
  Exhibit formerly(ExhibitNumber before) {
    List<String> all = new ArrayList<>(formerly);
    all.add(before.toString());
    return with(number, all, offeredAs);
  }

  /** The same, known to the court by the number it has. */
  Exhibit knownToTheCourt() {
    List<String> all = new ArrayList<>(offeredAs);
    String now = marked().toString();
    if (!all.contains(now)) {
      all.add(now);
    }
    return with(number, formerly, all);
  }

  private Exhibit with(@Nullable Integer given, List<String> before, List<String> said) {
    return new Exhibit(
        series,
        given,
        letter,
        description,
        item,
        message,
        firstPage,
        lastPage,
        witness,
        offeredBy,
        offeredOn,
        objection,
        ruling,
        ruledBy,
        ruledOn,
        terms,
        renumberedBecause,
        before,
        said,
        note);
  }
}
