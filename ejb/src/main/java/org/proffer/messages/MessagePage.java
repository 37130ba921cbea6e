package org.proffer.messages;

import java.util.List;

/**
 * A page of messages.
 *
 * @param rows the messages
 * @param first index of the first row among all that match, from 0
 * @param total how many match; at least so many where it is not exact
 * @param exact whether the total was counted to the end
 * @param coverage what was looked through
 * @param notes what of the query could not be looked for
 */
public record MessagePage(
    List<MessageSummary> rows,
    long first,
    long total,
    boolean exact,
    Coverage coverage,
    List<String> notes) {
  public MessagePage {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** Whether all items of the case that have an import were read to the end. */
  public boolean complete() {
    return coverage.importing() == 0;
  }
}
