package org.proffer.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * A docket number of a case besides the one it is called by: of the magistrate judge before, of the
 * court of appeals after.
 *
 * @param court as a person reads it
 */
public record Docket(
    @Field(label = "Before", required = true, column = true) @Nullable Before before,
    @Field(label = "Court", required = true, column = true) String court,
    @Field(label = "Docket number", required = true, most = 60, column = true) String number,
    @Field(label = "From", column = true) @Nullable LocalDate from,
    @Field(label = "Until", column = true) @Nullable LocalDate until,
    @Field(label = "Note", most = 1_000) String note) {

  /** Before whom the matter is under the number. */
  public enum Before implements Labelled {
    /** A complaint or a warrant before there is an indictment. */
    MAGISTRATE_JUDGE("Magistrate judge"),
    /** Another number of a district court. */
    DISTRICT_COURT("District court"),
    /** An appeal. */
    COURT_OF_APPEALS("Court of appeals"),
    /** A petition. */
    SUPREME_COURT("Supreme Court");

    private final String label;

    Before(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
