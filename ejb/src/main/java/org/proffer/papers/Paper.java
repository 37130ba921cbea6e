package org.proffer.papers;

import java.util.List;
import java.util.UUID;
import org.proffer.records.Field;

/**
 * A file that is not evidence.
 *
 * @param fileName as it was sent
 * @param sha256 of its bytes, which stay in the vault
 * @param length in bytes
 */
public record Paper(
    @Field(label = "Title", required = true) String title,
    @Field(label = "File", required = true, fixed = true, column = true) String fileName,
    @Field(label = "Bytes", required = true, fixed = true, column = true) Long length,
    @Field(label = "SHA-256", required = true, fixed = true) String sha256,
    @Field(label = "About", refersTo = "party", column = true) List<UUID> about,
    @Field(label = "Note", most = 4_000, lines = 3, column = true) String note) {
  public Paper {
    about = List.copyOf(about);
  }
}
