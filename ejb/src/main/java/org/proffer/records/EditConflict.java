package org.proffer.records;

import java.util.List;
import java.util.stream.Collectors;
import org.proffer.platform.Refusal;

/** Somebody wrote the record since it was read; nothing was overwritten. */
public final class EditConflict extends Refusal {
  private final transient RecordView<?> current;
  private final transient List<Difference> differences;

  /**
   * A field in which the two versions differ.
   *
   * @param label as a person reads it
   * @param seen what stood there when the editing began
   * @param mine what was about to be written
   * @param theirs what stands there now
   */
  public record Difference(String name, String label, String seen, String mine, String theirs) {}

  EditConflict(RecordView<?> current, List<Difference> differences) {
    super(
        Kind.CHANGED_MEANWHILE,
        "Somebody changed this meanwhile",
        current.changedBy()
            + " wrote version "
            + current.version()
            + " of “"
            + current.title()
            + "”. Different now: "
            + differences.stream().map(Difference::label).collect(Collectors.joining(", "))
            + ".",
        "Choose for each field which of the two stays, and save again; or send the edit again with the"
            + " new version.");
    this.current = current;
    this.differences = List.copyOf(differences);
  }

  /** The record as it stands. */
  public RecordView<?> current() {
    return current;
  }

  /** The fields in which what was about to be written differs from what stands there. */
  public List<Difference> differences() {
    return differences;
  }
}
