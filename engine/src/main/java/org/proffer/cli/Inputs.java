package org.proffer.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.proffer.mail.Archives;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/** Finds the messages in what the command was given, in a stable order. */
final class Inputs {
  /** A message larger than this is not read by the command. */
  private static final long LARGEST = 256L << 20;

  /** Receives messages. */
  @FunctionalInterface
  interface MessageSink {
    /**
     * One message.
     *
     * @param offset of its first byte in its file
     * @param line of its first byte in its file, from 1
     */
    void message(String source, long offset, int line, byte[] bytes) throws IOException;
  }

  /** Is told what could not be read. */
  @FunctionalInterface
  interface Complaints {
    void unread(String source, String what);
  }

  private final MessageSink sink;
  private final Complaints complaints;

  Inputs(MessageSink sink, Complaints complaints) {
    this.sink = sink;
    this.complaints = complaints;
  }

  /**
   * The bytes that there are to be read, or empty where they cannot be known before: an archive has
   * to be expanded.
   */
  static OptionalLong bytes(List<Path> paths) throws IOException {
    long bytes = 0;
    for (Path path : paths) {
      for (Path file : files(path)) {
        ByteSource source = ByteSource.of(file);
        if (Mailboxes.recognize(source).kind() == Mailboxes.Kind.ARCHIVE) {
          return OptionalLong.empty();
        }
        bytes += source.length();
      }
    }
    return OptionalLong.of(bytes);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.isReadable(path) ? List.of(path) : List.of();
    }
    try (Stream<Path> walk = Files.walk(path)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  void read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        read(file);
      }
    } else if (!Files.isReadable(path)) {
      complaints.unread(path.toString(), "no such file, or it cannot be read");
    } else {
      read(path.toString(), ByteSource.of(path));
    }
  }

  private void read(String source, ByteSource bytes) throws IOException {
    Mailboxes.Recognized recognized = Mailboxes.recognize(bytes);
    switch (recognized.kind()) {
      case MBOX, MESSAGE -> {
        LineCount lines = new LineCount(bytes);
        Mailboxes.scan(
            bytes, 0, (offset, length) -> range(source, bytes, lines.at(offset), offset, length));
      }
      case ARCHIVE -> archive(source, bytes);
      case EMPTY, OTHER ->
          complaints.unread(source, "no e-mail message: " + recognized.description());
    }
  }

  private boolean range(String source, ByteSource bytes, int line, long offset, long length)
      throws IOException {
    if (length > LARGEST) {
      complaints.unread(
          source,
          "the message at byte " + offset + " has " + length + " bytes, more than " + LARGEST);
    } else {
      sink.message(source, offset, line, bytes.slice(offset, length).readAll());
    }
    return true;
  }

  private void archive(String source, ByteSource bytes) throws IOException {
    Path folder = Files.createTempDirectory("proffer-");
    Path spool = folder.resolve("member");
    try {
      Spool members = new Spool(source, spool);
      Archives.expand(bytes, Archives.Budget.DEFAULT, members);
      members.readLast();
    } finally {
      Files.deleteIfExists(spool);
      Files.deleteIfExists(folder);
    }
  }

  /** Keeps one member at a time in a file, and reads it once it is certain that it is not void. */
  private final class Spool implements Archives.MemberSink {
    private final String archive;
    private final Path file;
    private String waiting = "";

    Spool(String archive, Path file) {
      this.archive = archive;
      this.file = file;
    }

    @Override
    public OutputStream member(String path) throws IOException {
      readLast();
      waiting = path;
      return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    @Override
    public void problem(String path, Archives.Problem problem, String detail) {
      if (problem.voids(path)) {
        waiting = "";
      }
      complaints.unread(archive + "!/" + path, detail);
    }

    void readLast() throws IOException {
      if (!waiting.isEmpty()) {
        String path = waiting;
        waiting = "";
        read(archive + "!/" + path, ByteSource.of(file));
      }
    }
  }
}
