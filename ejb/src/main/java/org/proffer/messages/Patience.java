package org.proffer.messages;

import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tries again while the database or a disk is in {@link Trouble}. */
final class Patience {
  private static final long MILLIS = 2_000;

  private Patience() {}

  /**
   * Does something, again and again while there is trouble.
   *
   * @param given up: whether to stop trying
   * @return null if it was given up
   * @throws Exception whatever is no trouble that passes
   */
  static <T> @Nullable T with(
      ImportStore store, ImportId id, BooleanSupplier given, Callable<T> work) throws Exception {
    while (!given.getAsBoolean()) {
      try {
        return work.call();
      } catch (Exception e) {
        String trouble = Trouble.of(e).orElse(null);
        if (trouble == null) {
          throw e;
        }
        tell(store, id, trouble, e);
        Thread.sleep(MILLIS);
      }
    }
    return null;
  }

  /** Says in the log and on the import's page what is waited for. */
  static void tell(ImportStore store, ImportId id, String trouble, Exception cause) {
    ImportLog.LOG.waits(id, trouble, cause);
    try {
      store.trouble(id, trouble);
    } catch (RuntimeException e) {
      // The database itself may be what is waited for; the log has said it.
      ImportLog.LOG.waits(id, trouble, e);
    }
  }
}
