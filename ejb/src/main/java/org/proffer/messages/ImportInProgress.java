package org.proffer.messages;

import org.proffer.platform.Refusal;

/** The item is being imported, or was imported as a whole. */
public final class ImportInProgress extends Refusal {
  private final ImportId existing;

  ImportInProgress(ImportId existing, ImportState state) {
    super(
        Kind.CONFLICT,
        state == ImportState.COMPLETED ? "Already imported" : "Import under way",
        "This item has an import, which is: "
            + state.label().toLowerCase(java.util.Locale.ROOT)
            + ".",
        "Open that import to see its messages.");
    this.existing = existing;
  }

  /** The import there is. */
  public ImportId existing() {
    return existing;
  }
}
