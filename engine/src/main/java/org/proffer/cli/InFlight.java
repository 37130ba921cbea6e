package org.proffer.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Messages that are being checked: they come out in the order they went in, whichever is done
 * first. What they may hold of memory is bounded by their bytes, and for small ones by their
 * number; a message over the bound is checked while no other waits.
 */
final class InFlight implements AutoCloseable {
  private static final int MOST_MESSAGES = 256;

  /** Receives what is done. */
  @FunctionalInterface
  interface Done {
    void done(Check.Result result) throws IOException;
  }

  private record Waiting(Future<Check.Result> result, long bytes) {}

  private final ExecutorService pool;
  private final long mostBytes;
  private final Done done;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long bytes;

  InFlight(int threads, long mostBytes, Done done) {
    this.pool = Executors.newFixedThreadPool(Math.max(1, threads));
    this.mostBytes = mostBytes;
    this.done = done;
  }

  /** Begins a check of a message of that length, once there is room for it. */
  void add(long length, Callable<Check.Result> check) throws IOException {
    while (!waiting.isEmpty() && (bytes + length > mostBytes || waiting.size() >= MOST_MESSAGES)) {
      reportFirst();
    }
    waiting.add(new Waiting(pool.submit(check), length));
    bytes += length;
  }

  /** Reports all that have not come out yet. */
  void finish() throws IOException {
    while (!waiting.isEmpty()) {
      reportFirst();
    }
  }

  private void reportFirst() throws IOException {
    Waiting first = waiting.remove();
    try {
      done.done(first.result().get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the engine failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    bytes -= first.bytes();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
