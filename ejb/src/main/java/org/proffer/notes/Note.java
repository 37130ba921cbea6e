package org.proffer.notes;

import java.util.List;
import java.util.UUID;
import org.proffer.records.Field;

/**
 * A note.
 *
 * @param about the parties it is about
 * @param pinned whether it stands above the others
 */
public record Note(
    @Field(label = "Text", required = true, most = 20_000, lines = 6, column = true) String text,
    @Field(label = "About", refersTo = "party", column = true) List<UUID> about,
    @Field(label = "Pinned", hint = "Stands above the others.", column = true) boolean pinned) {
  public Note {
    about = List.copyOf(about);
  }
}
