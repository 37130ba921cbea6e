package org.proffer.portal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does pieces of work a few at a time. */
final class Together {
  private static final int AT_A_TIME = 6;

  private Together() {}

  /** All of them; the first failure is thrown once all have ended. */
  static void all(List<Callable<Object>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      for (Future<Object> each : threads.invokeAll(work)) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
