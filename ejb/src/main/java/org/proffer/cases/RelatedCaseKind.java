package org.proffer.cases;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;

/** Which other cases a case has to do with. */
@Dependent
public class RelatedCaseKind extends RecordKind<RelatedCase> {
  @Inject private OtherCaseTarget targets;

  /** Declares the kind. */
  public RelatedCaseKind() {
    super("related-case", "related-cases", "Related case", RelatedCase.class);
  }

  @Override
  public String title(RelatedCase related) {
    return (related.how() == null ? "" : related.how().label())
        + " another case"
        + (related.since() == null ? "" : " since " + related.since());
  }

  @Override
  public long order(RelatedCase related) {
    return related.since() == null ? 0 : related.since().toEpochDay();
  }

  @Override
  public void check(Written<RelatedCase> written) {
    UUID other = written.after().other();
    if (written.caseId().equals(other)) {
      throw new InvalidInput("Case", "A case is not related to itself.", "Choose another.");
    }
    // Before anything is written: one that is not seen, and one that does not exist, answer alike.
    if (other != null && targets.titles(written.caseId(), List.of(other)).isEmpty()) {
      throw new InvalidInput(
          "Case", "There is no case " + other + " among yours.", "Choose one of your cases.");
    }
  }
}
