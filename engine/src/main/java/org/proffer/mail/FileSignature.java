package org.proffer.mail;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats that are told by their first bytes. */
final class FileSignature {
  private static final Map<String, Mailboxes.Recognized> KNOWN =
      Map.ofEntries(
          Map.entry("PK\u0003\u0004", archive("ZIP archive")),
          Map.entry("PK\u0005\u0006", archive("empty ZIP archive")),
          Map.entry("\u001f\u008b", archive("GZIP file")),
          Map.entry("\u00ff\u00d8\u00ff", other("JPEG image")),
          Map.entry("\u0089PNG", other("PNG image")),
          Map.entry("GIF8", other("GIF image")),
          Map.entry("%PDF", other("PDF document")),
          Map.entry("\u00d0\u00cf\u0011\u00e0", other("Microsoft compound file (MSG, DOC, XLS)")),
          Map.entry("!BDN", other("Outlook data file (PST or OST)")),
          Map.entry("Rar!", other("RAR archive")),
          Map.entry("7z\u00bc\u00af", other("7z archive")),
          Map.entry("BZh", archive("BZIP2 file")),
          Map.entry("\u00fd7zXZ", archive("XZ file")),
          Map.entry("MZ", other("Windows program")),
          Map.entry("\u007fELF", other("Linux program")),
          Map.entry("<!DOCTYPE", other("HTML or XML document")),
          Map.entry("<html", other("HTML document")),
          Map.entry("<?xml", other("XML document")));

  private FileSignature() {}

  private static Mailboxes.Recognized archive(String description) {
    return new Mailboxes.Recognized(Mailboxes.Kind.ARCHIVE, description);
  }

  private static Mailboxes.Recognized other(String description) {
    return new Mailboxes.Recognized(Mailboxes.Kind.OTHER, description);
  }

  /** What the first bytes tell, or null where they tell nothing. */
  static Mailboxes.@Nullable Recognized of(byte[] head) {
    if ((head.length > 262 && new String(head, 257, 5, StandardCharsets.US_ASCII).equals("ustar"))
        || TarReader.isHeader(head)) {
      return archive("TAR archive");
    }
    String start = new String(head, 0, Math.min(head.length, 12), StandardCharsets.ISO_8859_1);
    return KNOWN.entrySet().stream()
        .filter(known -> start.startsWith(known.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(null);
  }
}
