package org.proffer.messages;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.proffer.evidence.Vault;
import org.proffer.mail.Archives;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;

/**
 * Opens an item, and whatever in it can be opened in turn, into one derivative: leaf members one
 * after the other, with the place of each.
 */
final class Expansion {
  private static final int DEPTH = 8;
  private static final String ARCHIVE_READER =
      "Proffer archive reader, Java " + Runtime.version().feature();

  private final Vault vault;
  private final Vault.Arrival arrival;
  private final Extraction extraction;
  private final long whole;
  private final Limits limits;
  private final List<Member> members = new ArrayList<>();
  private final List<ImportProblemView> problems = new ArrayList<>();
  private final Set<String> tools = new LinkedHashSet<>();
  private long messages;
  private SecondReader.@Nullable Count second;

  /**
   * What opening may cost.
   *
   * @param budget of the whole
   * @param deadline null for a time that grows with the file
   */
  record Limits(Archives.Budget budget, @Nullable Deadline deadline) {
    /** Of an item. */
    static final Limits ITEM = new Limits(Archives.Budget.DEFAULT, null);

    private void check() throws Deadline.Passed {
      if (deadline != null) {
        deadline.check();
      }
    }
  }

  /**
   * Opens into an arrival.
   *
   * @param whole bytes of the item
   */
  Expansion(Vault vault, Vault.Arrival arrival, Extraction extraction, long whole, Limits limits) {
    this.limits = limits;
    this.vault = vault;
    this.arrival = arrival;
    this.extraction = extraction;
    this.whole = whole;
  }

  /** Whether an item has to be opened before messages are looked for in it. */
  static boolean isNeeded(ByteSource item) throws IOException {
    return Mailboxes.recognize(item).kind() == Mailboxes.Kind.ARCHIVE || Extraction.isForeign(item);
  }

  /** The members, numbered in the order in which they stand in the derivative. */
  List<Member> members() {
    List<Member> numbered = new ArrayList<>();
    for (Member member : members) {
      numbered.add(new Member(numbered.size(), member.path(), member.offset(), member.length()));
    }
    return numbered;
  }

  List<ImportProblemView> problems() {
    return problems;
  }

  /** What opened it. */
  Derivation.Made made() {
    SecondReader.Count other = second;
    return new Derivation.Made(
        String.join("; ", tools),
        messages,
        other == null ? null : other.reader(),
        other == null ? null : other.messages());
  }

  /** Opens the item, then each member that can be opened, until none can. */
  void open(ByteSource item, Path file) throws IOException {
    if (!open(item, file, "")) {
      copy(item);
      return;
    }
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      ByteSource bytes = arrival.written(member.offset(), member.length());
      if (!isNeeded(bytes)) {
        continue;
      }
      if (member.path().split("!/", -1).length > DEPTH) {
        problem(member.path(), "BUDGET", "Archives are nested deeper than " + DEPTH + ".");
        continue;
      }
      try (Vault.Arrival copy = vault.arrive()) {
        try (InputStream in = bytes.open(0)) {
          in.transferTo(copy);
        }
        if (open(bytes, copy.file(), member.path())) {
          members.remove(i--);
        }
      }
    }
  }

  /** What is left of the budget. */
  private Archives.Budget left() {
    Archives.Budget all = limits.budget();
    return new Archives.Budget(
        all.depth(),
        Math.max(1, all.entries() - members.size()),
        Math.max(1, all.bytes() - arrival.length()),
        all.ratio(),
        all.ratioFrom());
  }

  /** False if it is not what it looked like, and stays as it is. */
  private boolean open(ByteSource item, Path file, String path) throws IOException {
    if (!Extraction.isForeign(item)) {
      tools.add(ARCHIVE_READER);
      Archives.expand(item, left(), new Expanded(path));
      return true;
    }
    Extracted extracted = new Extracted(path);
    Deadline deadline = limits.deadline();
    Extraction.Opened opened =
        deadline == null
            ? extraction.open(file, whole, extracted)
            : extraction.open(
                file,
                new Extraction.Cost(whole, left().bytes(), deadline.secondsLeft()),
                extracted);
    if (extracted.isOther) {
      return false;
    }
    tools.add(opened.tool());
    messages += opened.messages();
    if (opened.tool().startsWith("java-libpst")) {
      compare(file, path, opened.messages());
    }
    return true;
  }

  /** An item that is no container after all is its own only member. */
  private void copy(ByteSource item) throws IOException {
    tools.add(ARCHIVE_READER);
    try (InputStream in = item.open(0);
        OutputStream out = new Expanded("").member("")) {
      in.transferTo(out);
    }
  }

  private void compare(Path file, String path, long read) throws IOException {
    Optional<SecondReader.Count> other = SecondReader.count(file);
    if (other.isEmpty()) {
      return;
    }
    SecondReader.Count before = second;
    second =
        new SecondReader.Count(
            other.get().reader(),
            other.get().messages() + (before == null ? 0 : before.messages()));
    if (other.get().messages() != read) {
      problem(
          path,
          "COUNT_DIFFERS",
          "java-libpst reads "
              + read
              + " messages, "
              + other.get().reader()
              + " reads "
              + other.get().messages()
              + ". Look into the original with a third program before relying on either.");
    }
  }

  private void problem(String path, String code, String words) {
    problems.add(new ImportProblemView(path, code, words));
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : name.isEmpty() ? path : path + "!/" + name;
  }

  private OutputStream opened(String path) throws IOException {
    limits.check();
    long offset = arrival.length();
    return new FilterOutputStream(arrival) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        limits.check();
        out.write(bytes, from, count);
      }

      @Override
      public void close() {
        members.add(new Member(members.size(), path, offset, arrival.length() - offset));
      }
    };
  }

  /** Takes what our own reader finds. */
  private final class Expanded implements Archives.MemberSink {
    private final String path;

    Expanded(String path) {
      this.path = path;
    }

    @Override
    public OutputStream member(String name) throws IOException {
      return opened(inside(path, name));
    }

    @Override
    public void problem(String name, Archives.Problem problem, String detail) {
      Expansion.this.problem(inside(path, name), problem.name(), detail);
      // The bytes of a void member stay in the derivative, unnamed.
      if (problem.voids(name)) {
        members.remove(members.size() - 1);
      }
    }
  }

  /** Takes what the program of its own finds. */
  private final class Extracted implements Extraction.Sink {
    private final String path;
    private boolean isOther;

    Extracted(String path) {
      this.path = path;
    }

    @Override
    public OutputStream member(String name) throws IOException {
      return opened(inside(path, name));
    }

    @Override
    public void problem(String name, String code, String words) {
      if (code.equals("NOT_THIS")) {
        isOther = true;
      } else {
        Expansion.this.problem(inside(path, name), code, words);
      }
    }
  }
}
