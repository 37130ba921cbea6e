package org.proffer.papers;

import jakarta.enterprise.context.Dependent;
import org.proffer.records.RecordKind;

/** Files that are not evidence. */
@Dependent
public class PaperKind extends RecordKind<Paper> {
  /** Declares the kind. */
  public PaperKind() {
    super("paper", "papers", "File, not evidence", Paper.class);
  }

  @Override
  public String title(Paper paper) {
    return paper.title();
  }

  /** A paper comes with its bytes: it is received by {@link Papers}. */
  @Override
  public boolean addedAsForm() {
    return false;
  }
}
