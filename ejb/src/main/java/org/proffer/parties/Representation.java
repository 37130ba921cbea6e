package org.proffer.parties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * Who represents a party, and when.
 *
 * @param until the last day; null while it lasts
 */
public record Representation(
    @Field(label = "Represented", refersTo = "party", required = true, column = true)
        @Nullable UUID party,
    @Field(label = "Counsel", refersTo = "party", required = true, column = true)
        @Nullable UUID counsel,
    @Field(label = "How", required = true, column = true) @Nullable Engagement engagement,
    @Field(label = "From", column = true) @Nullable LocalDate from,
    @Field(label = "Until", column = true) @Nullable LocalDate until) {

  /** How counsel came to the case (18 U.S.C. 3006A for appointment). */
  public enum Engagement implements Labelled {
    /** Chosen and paid by the party. */
    RETAINED("Retained"),
    /** Appointed by the court. */
    APPOINTED("Appointed"),
    /** Of the federal defender's office. */
    FEDERAL_DEFENDER("Federal defender"),
    /** The party represents itself, with counsel at hand. */
    STANDBY("Standby");

    private final String label;

    Engagement(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
