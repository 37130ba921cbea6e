package org.proffer.messages;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What the reader hands to the writer.
 *
 * @param entry what was found
 * @param message what its check gives; null where the entry is no message
 */
record ImportItem(ImportEntry entry, @Nullable Future<StoredMessage> message) {
  /** Nobody will ask for the result. */
  void abandon() {
    if (message != null) {
      message.cancel(true);
    }
  }
}
