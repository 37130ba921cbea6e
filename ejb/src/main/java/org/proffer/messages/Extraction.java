package org.proffer.messages;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.proffer.mail.ByteSource;
import org.proffer.platform.Outage;
import org.proffer.platform.Places;

/**
 * Has files opened that only libraries of others can read (MSG, PST, OST, TNEF, 7z), by a program
 * in a process of its own: it gets no environment, {@value #HEAP_MEBIBYTES} MiB of heap, a time
 * that grows with the file, and is stopped when more comes out of it than a genuine file holds.
 */
@ApplicationScoped
class Extraction {
  static final int HEAP_MEBIBYTES = 384;

  private static final String PROGRAM = "extract.jar";
  private static final byte[] COMPOUND = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
  private static final List<byte[]> SIGNATURES =
      List.of(
          COMPOUND,
          bytes(0x21, 0x42, 0x44, 0x4e),
          bytes(0x78, 0x9f, 0x3e, 0x22),
          bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c));
  private static final long RATIO_FROM = 64L << 20;
  private static final int RATIO = 200;
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int LONGEST_BLOCK = 1 << 20;

  @Resource private ManagedScheduledExecutorService watch;
  @Inject private Places places;
  private @Nullable Path program;

  /** Receives what comes out of a file. */
  interface Sink {
    OutputStream member(String path) throws IOException;

    void problem(String path, String code, String words);
  }

  /**
   * How a file was opened.
   *
   * @param tool library and version
   * @param messages how many messages, or files of an archive, were read
   */
  record Opened(String tool, long messages) {}

  /**
   * What opening a file may cost.
   *
   * @param whole bytes of what the file came from
   * @param most bytes that may come out of it
   * @param seconds it may take
   */
  record Cost(long whole, long most, long seconds) {}

  /** Whether the program may know the format. A document of Word or Excel is no Outlook item. */
  static boolean isForeign(ByteSource file) throws IOException {
    byte[] head;
    try (InputStream in = file.open(0)) {
      head = in.readNBytes(8);
    }
    return hasSignature(head) && (!begins(head, COMPOUND) || isOutlookItem(file));
  }

  /** Whether the first bytes are those of a format the program may know. */
  static boolean hasSignature(byte[] head) {
    return SIGNATURES.stream().anyMatch(signature -> begins(head, signature));
  }

  private static boolean begins(byte[] head, byte[] signature) {
    return head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }

  /** [MS-OXMSG] 2.4: every Outlook item has a stream of this name in its directory. */
  private static boolean isOutlookItem(ByteSource file) throws IOException {
    byte[] name = "__properties_version1.0".getBytes(StandardCharsets.UTF_16LE);
    byte[] window = new byte[1 << 16];
    try (InputStream in = file.open(0)) {
      for (int n = in.readNBytes(window, 0, window.length);
          n > 0;
          n = in.readNBytes(window, 0, window.length)) {
        // Entries of the directory begin at multiples of 128 bytes.
        for (int at = 0; at + name.length <= n; at += 128) {
          if (Arrays.equals(window, at, at + name.length, name, 0, name.length)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Opens a file of an item, in a time that grows with it.
   *
   * @param whole bytes of the item the file came from
   */
  Opened open(Path file, long whole, Sink sink) throws IOException {
    long minutes = 5 + Files.size(file) / (20L << 20);
    return open(file, new Cost(whole, Long.MAX_VALUE, minutes * 60), sink);
  }

  /**
   * Opens a file. What came out before the program failed stands, and the failure is a problem.
   *
   * @throws IOException if the sink cannot take the bytes, or the program cannot be started
   */
  Opened open(Path file, Cost cost, Sink sink) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP_MEBIBYTES + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-jar",
            program().toString(),
            file.toString());
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    ScheduledFuture<?> limit =
        watch.schedule(process::destroyForcibly, cost.seconds(), TimeUnit.SECONDS);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      return new Reading(in, cost, sink).read(process);
    } finally {
      limit.cancel(false);
      process.destroyForcibly();
    }
  }

  private synchronized Path program() throws IOException {
    Path known = program;
    if (known == null || !Files.exists(known)) {
      Path fresh;
      try (InputStream in = Extraction.class.getResourceAsStream(PROGRAM)) {
        if (in == null) {
          throw new IllegalStateException("the build left out " + PROGRAM);
        }
        fresh = copied(in);
      } catch (IOException e) {
        throw new Outage.TemporaryFull(e);
      }
      fresh.toFile().deleteOnExit();
      known = fresh;
      program = known;
    }
    return known;
  }

  private Path copied(InputStream in) throws IOException {
    Path fresh = Files.createTempFile(places.passing(), "extract", ".jar");
    try {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      return fresh;
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Something in the output that the program never writes. */
  private static final class Garbled extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Reads what the program writes. */
  private static final class Reading {
    private final DataInputStream in;
    private final Cost cost;
    private final Sink sink;
    private final List<String> tools = new ArrayList<>();
    private long bytes;
    private long members;

    Reading(DataInputStream in, Cost cost, Sink sink) {
      this.in = in;
      this.cost = cost;
      this.sink = sink;
    }

    Opened read(Process process) throws IOException {
      while (true) {
        int kind;
        try {
          kind = in.read();
        } catch (IOException e) {
          kind = -1;
        }
        switch (kind) {
          case 'T' -> tools.add((text() + " " + text()).strip());
          case 'M' -> {
            if (!member(text())) {
              return end(process);
            }
          }
          case 'P' -> sink.problem(text(), text(), text());
          case 'E' -> {
            return new Opened(String.join(", ", tools), in.readLong());
          }
          default -> {
            return end(process);
          }
        }
      }
    }

    /** The program did not come to its end. */
    private Opened end(Process process) {
      boolean alive = process.isAlive();
      process.destroyForcibly();
      int code;
      try {
        code = process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        code = -1;
      }
      sink.problem(
          "",
          tooMuch() ? "BUDGET" : "DAMAGED",
          tooMuch()
              ? "Opening stopped: "
                  + bytes
                  + " bytes came out of "
                  + cost.whole()
                  + " bytes. The original is kept."
              : "Opening stopped before its end (code "
                  + code
                  + (alive ? ", garbled" : "")
                  + "; at most "
                  + cost.seconds()
                  + " seconds and "
                  + HEAP_MEBIBYTES
                  + " MiB are given). What came before was read: "
                  + members
                  + ".");
      return new Opened(String.join(", ", tools), members);
    }

    private boolean tooMuch() {
      return bytes > cost.most()
          || (bytes > RATIO_FROM && bytes / Math.max(1, cost.whole()) > RATIO);
    }

    /** False if the program broke off in it, or too much came. */
    private boolean member(String path) throws IOException {
      members++;
      byte[] block = new byte[1 << 16];
      try (OutputStream out = sink.member(path)) {
        while (true) {
          int length = in.readInt();
          if (length == 0) {
            return true;
          }
          if (length < 0 || length > LONGEST_BLOCK) {
            throw new Garbled();
          }
          for (int left = length; left > 0; ) {
            int n = in.read(block, 0, Math.min(left, block.length));
            if (n < 0) {
              return false;
            }
            bytes += n;
            if (tooMuch()) {
              return false;
            }
            out.write(block, 0, n);
            left -= n;
          }
        }
      } catch (EOFException | Garbled e) {
        return false;
      }
    }

    private String text() throws IOException {
      int length = in.readInt();
      if (length < 0 || length > LONGEST_TEXT) {
        throw new Garbled();
      }
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
  }
}
