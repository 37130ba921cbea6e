package org.proffer.ledger;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * What a log says of itself at a time: so many entries, this root.
 *
 * @param origin name of the log; one line, without the character U+002B
 * @param size number of entries
 * @param root of the tree over them
 * @param at when it was said
 */
public record Head(String origin, long size, TreeHash root, Instant at) {
  private static final String TIME = "time ";

  /**
   * Checks the origin and the size.
   *
   * @throws IllegalArgumentException if the origin could not be a name of a signer, or the size is
   *     negative
   */
  public Head {
    if (origin.isEmpty() || origin.chars().anyMatch(c -> c <= ' ' || c == '+' || c == 127)) {
      throw new IllegalArgumentException("This cannot be the name of a log: " + origin);
    }
    if (size < 0) {
      throw new IllegalArgumentException("A log has no negative size");
    }
  }

  /**
   * The text that is signed: four lines (C2SP tlog-checkpoint with one extension line for the
   * time), each ended by a line feed.
   */
  public String text() {
    return origin + "\n" + size + "\n" + root + "\n" + TIME + at + "\n";
  }

  /**
   * The head in a signed note, whoever signed it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Head of(String note) {
    return parse(note.substring(0, note.indexOf("\n\n") + 1));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static Head parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length == 5 && lines[3].startsWith(TIME)) {
      try {
        Head head =
            new Head(
                lines[0],
                Long.parseLong(lines[1]),
                TreeHash.parse(lines[2]),
                Instant.parse(lines[3].substring(TIME.length())));
        if (head.text().equals(text)) {
          return head;
        }
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("The time of a head cannot be read: " + lines[3], e);
      }
    }
    throw new IllegalArgumentException("This is not the text of a head");
  }
}
