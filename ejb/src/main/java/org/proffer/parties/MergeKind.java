package org.proffer.parties;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Objects;
import org.proffer.platform.InvalidInput;
import org.proffer.records.RecordKind;
import org.proffer.records.RecordView;

/** Parties found to be the same. */
@Dependent
public class MergeKind extends RecordKind<Merge> {
  /** Declares the kind. */
  public MergeKind() {
    super("merge", "merges", "Merge of duplicates", Merge.class);
  }

  @Override
  public String title(Merge merge) {
    return "Same party: " + merge.reason();
  }

  @Override
  public void check(Written<Merge> written) {
    Merge after = written.after();
    if (Objects.equals(after.kept(), after.duplicate())) {
      throw new InvalidInput(
          "Is the same as", "It is the same entry.", "Choose two entries for one party.");
    }
    List<Merge> others =
        written.records().list(this, written.caseId()).stream()
            .filter(other -> !other.id().equals(written.id()))
            .map(RecordView::content)
            .toList();
    if (others.stream().anyMatch(o -> Objects.equals(o.duplicate(), after.duplicate()))) {
      throw new InvalidInput(
          "Is the same as",
          "That entry is merged into another already.",
          "Take that merge back first.");
    }
    if (others.stream()
        .anyMatch(
            o ->
                Objects.equals(o.duplicate(), after.kept())
                    || Objects.equals(o.kept(), after.duplicate()))) {
      throw new InvalidInput(
          "Goes on",
          "One of the two is part of another merge.",
          "Let all duplicates refer to the one entry that goes on.");
    }
  }
}
