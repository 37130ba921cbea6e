package org.proffer.parties;

import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * A person or organisation of a case.
 *
 * @param defendantNumber the number in D-1, D-2 ...; null for others
 * @param certainty how sure it is that this is who they are
 */
public record Party(
    @Field(label = "Name", required = true, column = true) String name,
    @Field(label = "Role", required = true, column = true) PartyRole role,
    @Field(
            label = "Defendant number",
            hint = "1 for D-1. Left empty, a new defendant gets the next number.")
        @Nullable Integer defendantNumber,
    @Field(label = "Person or organisation") @Nullable PartyType type,
    @Field(label = "Description", most = 4_000, lines = 3, column = true) String description,
    @Field(label = "Certainty", column = true) @Nullable Certainty certainty,
    @Field(
            label = "Date of birth",
            hint = "Year-month-day. Left out of public copies.",
            most = 10,
            personal = true)
        String born,
    @Field(label = "Address", most = 1_000, lines = 2, personal = true) String address,
    @Field(label = "E-mail address", most = 320, personal = true) String email,
    @Field(label = "Telephone", most = 60, personal = true) String telephone) {

  /** A party of whom only this is known. */
  public static Party named(String name, PartyRole role) {
    return new Party(name, role, null, null, "", null, "", "", "", "");
  }

  /** {@code D-1}, or empty. */
  public String designation() {
    return defendantNumber == null ? "" : "D-" + defendantNumber;
  }
}
