package org.proffer.messages;

import java.util.List;

/**
 * A page of messages.
 *
 * @param rows the messages
 * @param first index of the first row among all that match, from 0
 * @param total how many match
 * @param complete whether all items of the case that have an import were read to the end
 */
public record MessagePage(List<MessageSummary> rows, long first, long total, boolean complete) {
  public MessagePage {
    rows = List.copyOf(rows);
  }
}
