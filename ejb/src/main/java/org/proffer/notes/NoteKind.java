package org.proffer.notes;

import jakarta.enterprise.context.Dependent;
import org.proffer.records.RecordKind;

/** Notes: the pinned ones first, then by their first lines. */
@Dependent
public class NoteKind extends RecordKind<Note> {
  private static final int LONGEST_TITLE = 100;

  /** Declares the kind. */
  public NoteKind() {
    super("note", "notes", "Note", Note.class);
  }

  @Override
  public String title(Note note) {
    String line = note.text().lines().findFirst().orElse("").strip();
    return line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) + "…" : line;
  }

  @Override
  public long order(Note note) {
    return note.pinned() ? 0 : 1;
  }
}
