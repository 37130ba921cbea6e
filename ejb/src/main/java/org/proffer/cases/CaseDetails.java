package org.proffer.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.records.Field;

/**
 * What a case is; the record has the id of the case.
 *
 * @param court code of the court
 * @param docketNumber empty while there is none
 * @param judge name of the judge; empty where not assigned
 */
public record CaseDetails(
    @Field(label = "Title", required = true) String title,
    @Field(label = "Court", required = true) String court,
    @Field(label = "Docket number", hint = "A matter under investigation may have none.", most = 60)
        String docketNumber,
    @Field(label = "Judge") String judge,
    @Field(label = "Status", required = true) @Nullable CaseStatus status,
    @Field(label = "Sealed", hint = "Shown on every page of the case.") boolean sealed,
    @Field(label = "Legal hold", hint = "Nothing of the case may be destroyed.") boolean legalHold,
    @Field(label = "Tags", hint = "One a line.", most = 60) List<String> tags,
    @Field(label = "Summary", most = 8_000, lines = 4) String summary) {
  public CaseDetails {
    tags = List.copyOf(tags);
  }

  CaseDetails with(String docket) {
    return new CaseDetails(title, court, docket, judge, status, sealed, legalHold, tags, summary);
  }
}
