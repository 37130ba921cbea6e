package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.proffer.check.Sha256;
import org.proffer.evidence.Vault;
import org.proffer.mail.Archives;
import org.proffer.mail.ByteSource;
import org.proffer.mail.Mailboxes;
import org.proffer.mail.MessageParser;
import org.proffer.mail.ParseBudget;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;
import org.proffer.mail.PartContent;

/**
 * Opens the attachments of a message that are containers: archives, what Outlook makes (MSG, PST,
 * winmail.dat), messages and mailboxes, one in another, as items are opened, within one budget and
 * {@value #SECONDS} seconds for the whole message.
 */
@ApplicationScoped
class AttachmentOpening {
  static final int SECONDS = 60;
  static final int MOST_MEMBERS = 5_000;

  private static final String READER = "Proffer message reader";
  private static final int DEPTH = 8;
  private static final long MOST_BYTES = 1L << 30;
  private static final int LONGEST_PATH = 2_000;
  private static final int MAIL_FIELDS = 2;
  private static final long LARGEST_MESSAGE = 64L << 20;
  private static final Set<String> OF_MAIL =
      Set.of(
          "from", "to", "date", "subject", "received", "message-id", "return-path", "mime-version");

  @Inject private Vault vault;
  @Inject private Extraction extraction;

  /** The content of a member, as often as it is asked for. */
  private interface Content {
    void copy(OutputStream out) throws IOException;
  }

  /**
   * Opens what can be opened. What fails is a problem of its attachment, never of the message.
   *
   * @throws IOException if the bytes cannot be read, or the disk cannot take what comes out
   */
  List<OpenedAttachment> open(ByteSource message, ParsedMessage parsed) throws IOException {
    List<OpenedAttachment> all = new ArrayList<>();
    Allowance allowance = null;
    for (Part part : Attachments.of(parsed)) {
      ContentKind kind = Attachments.kind(message, parsed, part);
      if (kind.way() != ContentKind.Way.NOT_AT_ALL) {
        allowance = allowance == null ? new Allowance() : allowance;
        Opening opening = new Opening(allowance, -1);
        opening.whole(message, parsed, part, kind);
        opening.result(part.section()).ifPresent(all::add);
      }
    }
    return all;
  }

  /**
   * The bytes of one member, opened anew.
   *
   * @return empty if the attachment has no such member any more
   */
  Optional<Vault.Arrival> member(
      ByteSource message, ParsedMessage parsed, Part part, AttachmentMember wanted)
      throws IOException {
    Opening opening = new Opening(new Allowance(), wanted.position());
    opening.whole(message, parsed, part, Attachments.kind(message, parsed, part));
    Vault.Arrival taken = opening.taken;
    if (taken == null) {
      return Optional.empty();
    }
    boolean same = Sha256.hex(taken.written(0, taken.length())).equals(wanted.sha256());
    if (!same) {
      taken.close();
    }
    return same ? Optional.of(taken) : Optional.empty();
  }

  /** What is left for the attachments of one message. */
  private static final class Allowance {
    private final Deadline deadline = Deadline.in(SECONDS);
    private long bytes = MOST_BYTES;
    private int members = MOST_MEMBERS;
  }

  /** There are more members than are listed. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("More than " + MOST_MEMBERS + " members; those before are listed.");
    }
  }

  /** One attachment being opened. */
  private final class Opening {
    private final Allowance allowance;
    private final int wanted;
    private final List<AttachmentMember> members = new ArrayList<>();
    private final List<ImportProblemView> problems = new ArrayList<>();
    private final Set<String> tools = new LinkedHashSet<>();
    private Vault.@Nullable Arrival taken;

    /**
     * Opens an attachment.
     *
     * @param wanted the member whose bytes are kept; -1 for none
     */
    Opening(Allowance allowance, int wanted) {
      this.allowance = allowance;
      this.wanted = wanted;
    }

    Optional<OpenedAttachment> result(String section) {
      return members.isEmpty() && problems.isEmpty()
          ? Optional.empty()
          : Optional.of(new OpenedAttachment(section, String.join("; ", tools), members, problems));
    }

    void whole(ByteSource message, ParsedMessage parsed, Part part, ContentKind kind)
        throws IOException {
      try {
        part(message, parsed, part, kind, "", 0);
      } catch (Deadline.Passed | Full e) {
        problem("", "BUDGET", String.valueOf(e.getMessage()));
      } catch (IOException | RuntimeException | StackOverflowError e) {
        if (Trouble.of(e).isPresent()) {
          throw e;
        }
        problem("", "DAMAGED", "Opening failed: " + e.getClass().getSimpleName() + ".");
      }
    }

    /** Opens a part of a message, if it is a container. */
    private void part(
        ByteSource message,
        ParsedMessage parsed,
        Part part,
        ContentKind kind,
        String path,
        int depth)
        throws IOException {
      if (kind.way() == ContentKind.Way.NOT_AT_ALL) {
        return;
      }
      if (kind.way() == ContentKind.Way.NO_READER) {
        problem(path, "UNSUPPORTED", kind.words() + ": there is no reader for it here.");
        return;
      }
      if (depth == DEPTH) {
        problem(path, "BUDGET", "Containers are nested deeper than " + DEPTH + ".");
        return;
      }
      try (Vault.Arrival copy = vault.arrive()) {
        PartContent.copy(message, parsed, part, copy);
        ByteSource bytes = copy.written(0, copy.length());
        switch (kind.way()) {
          case ARCHIVE, FOREIGN -> container(bytes, copy.file(), path, depth);
          case MESSAGE -> message(bytes, read(bytes), path, depth);
          default -> mailbox(bytes, path, depth);
        }
      }
    }

    private void container(ByteSource bytes, Path file, String path, int depth) throws IOException {
      if (!Expansion.isNeeded(bytes)) {
        return; // A document that begins as an Outlook item does.
      }
      try (Vault.Arrival arrival = vault.arrive()) {
        Expansion expansion =
            new Expansion(
                vault,
                arrival,
                extraction,
                bytes.length(),
                new Expansion.Limits(
                    new Archives.Budget(DEPTH, MOST_MEMBERS, allowance.bytes, 200, 1L << 26),
                    allowance.deadline));
        expansion.open(bytes, file);
        allowance.bytes = Math.max(1, allowance.bytes - arrival.length());
        tools.add(expansion.made().tool());
        boolean isForeign = Extraction.isForeign(bytes);
        for (Member member : expansion.members()) {
          if (!member.path().isEmpty()) {
            member(
                arrival.written(member.offset(), member.length()),
                inside(path, member.path()),
                depth + 1,
                isForeign);
          }
        }
        expansion
            .problems()
            .forEach(found -> problem(inside(path, found.path()), found.kind(), found.detail()));
      }
    }

    /** A file out of a container; archives in it were opened with it. */
    private void member(ByteSource bytes, String path, int depth, boolean isWritten)
        throws IOException {
      byte[] head;
      try (InputStream in = bytes.open(0)) {
        head = in.readNBytes(ContentKind.HEAD);
      }
      ContentKind kind = ContentKind.of(head);
      ParsedMessage parsed = kind.way() == ContentKind.Way.MESSAGE ? read(bytes) : null;
      String words = kind.words();
      if (kind.way() == ContentKind.Way.MESSAGE && parsed == null) {
        words = ContentKind.TEXT.words();
      } else if (isWritten && parsed != null && parsed.header("X-Proffer-Derived").isPresent()) {
        words = "e-mail message, written anew from Outlook's form";
      }
      add(path, words, bytes.length(), Sha256.hex(bytes), out -> copy(bytes, out));
      if (parsed != null) {
        message(bytes, parsed, path, depth);
      } else if (kind.way() == ContentKind.Way.MAILBOX) {
        mailbox(bytes, path, depth);
      } else if (kind.way() == ContentKind.Way.NO_READER) {
        problem(path, "UNSUPPORTED", kind.words() + ": there is no reader for it here.");
      }
    }

    /** The message in these bytes; null where they only look like one. */
    private @Nullable ParsedMessage read(ByteSource bytes) throws IOException {
      if (bytes.length() > LARGEST_MESSAGE) {
        return null;
      }
      allowance.deadline.check();
      ParsedMessage parsed = new MessageParser(ParseBudget.DEFAULT).parse(bytes);
      long fields =
          parsed.headers().stream()
              .map(field -> field.name().toLowerCase(java.util.Locale.ROOT))
              .filter(OF_MAIL::contains)
              .distinct()
              .count();
      return fields >= MAIL_FIELDS ? parsed : null;
    }

    /** The attachments of a message within. */
    private void message(ByteSource bytes, @Nullable ParsedMessage parsed, String path, int depth)
        throws IOException {
      if (parsed == null) {
        return;
      }
      tools.add(READER);
      for (Part part : Attachments.of(parsed)) {
        ContentKind kind = Attachments.kind(bytes, parsed, part);
        String name = Attachments.name(part);
        String inner = inside(path, name.isEmpty() ? "part " + part.section() : name);
        add(
            inner,
            kind.words(),
            PartContent.length(part),
            PartContent.sha256(bytes, parsed, part),
            out -> PartContent.copy(bytes, parsed, part, out));
        part(bytes, parsed, part, kind, inner, depth + 1);
      }
    }

    private void mailbox(ByteSource bytes, String path, int depth) throws IOException {
      int[] number = {0};
      tools.add(READER);
      Mailboxes.scan(
          bytes,
          0,
          (offset, length) -> {
            member(
                bytes.slice(offset, length),
                inside(path, "message " + ++number[0]),
                depth + 1,
                false);
            return true;
          });
    }

    private void add(String path, String kind, long length, String sha256, Content content)
        throws IOException {
      allowance.deadline.check();
      if (allowance.members == 0) {
        throw new Full();
      }
      allowance.members--;
      if (members.size() == wanted && taken == null) {
        Vault.Arrival copy = vault.arrive();
        taken = copy;
        content.copy(copy);
      }
      members.add(
          new AttachmentMember(
              members.size(), CleanText.of(path, LONGEST_PATH), kind, length, sha256));
    }

    private void problem(String path, String code, String words) {
      problems.add(
          new ImportProblemView(
              CleanText.of(path, LONGEST_PATH), code, CleanText.of(words, LONGEST_PATH)));
    }

    private void copy(ByteSource bytes, OutputStream out) throws IOException {
      try (InputStream in = bytes.open(0)) {
        in.transferTo(out);
      }
    }
  }

  private static String inside(String path, String name) {
    return path.isEmpty() ? name : name.isEmpty() ? path : path + "!/" + name;
  }
}
