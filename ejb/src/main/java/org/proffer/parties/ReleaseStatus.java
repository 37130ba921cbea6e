package org.proffer.parties;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;
import org.proffer.records.Labelled;

/**
 * Where a party is held or on what terms at large, from a day on, until the next such record.
 *
 * @param conditions of release, or place of custody
 */
public record ReleaseStatus(
    @Field(label = "Of", refersTo = "party", required = true, column = true) @Nullable UUID party,
    @Field(label = "Status", required = true, column = true) @Nullable Status status,
    @Field(label = "From", required = true, column = true) @Nullable LocalDate from,
    @Field(label = "Place, or conditions", most = 2_000, lines = 2, column = true)
        String conditions,
    @Field(label = "Source", most = 1_000, column = true) String source) {

  /** At large or in custody (18 U.S.C. 3141-3156). */
  public enum Status implements Labelled {
    /** Not arrested, and it is not known where they are. */
    FUGITIVE("Fugitive"),
    /** Summoned; not arrested. */
    SUMMONED("Summoned"),
    /** Released on their own recognizance. */
    RECOGNIZANCE("Released on recognizance"),
    /** Released on conditions. */
    CONDITIONS("Released on conditions"),
    /** Held until trial. */
    DETAINED("Detained"),
    /** Serves a term of imprisonment. */
    IMPRISONED("Imprisoned"),
    /** Serves a term of supervised release or probation. */
    SUPERVISED("Supervised"),
    /** Free of all terms. */
    DISCHARGED("Discharged"),
    /** Not in the country; extradition is asked for or not. */
    ABROAD("Abroad");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
