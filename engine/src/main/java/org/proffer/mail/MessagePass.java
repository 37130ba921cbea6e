package org.proffer.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One pass over the lines of a message: headers, boundaries, bodies. */
final class MessagePass {
  /** An entity being read: a multipart, an embedded message, or a leaf. */
  private static final class Entity {
    final String section;
    final HeaderReader header;
    List<HeaderField> fields = List.of();
    MimeField type = MimeField.ABSENT;
    String mediaType = "text/plain";
    String boundary = "";
    @Nullable LeafReader leaf;
    @Nullable LeafReader preamble;
    boolean isEmbedded;
    boolean isBinary;
    final List<Part> children = new ArrayList<>();
    final boolean inDigest;
    long bodyOffset;
    boolean closed;

    Entity(String section, Defects defects, boolean inDigest) {
      this.section = section;
      this.header = new HeaderReader(defects);
      this.inDigest = inDigest;
    }

    boolean isMultipart() {
      return !boundary.isEmpty();
    }

    /**
     * The IMAP section number: of an embedded message, {@code .1} is its only part and {@code
     * .TEXT} its multipart.
     */
    String shown() {
      if (isEmbedded) {
        return section + (isMultipart() ? ".TEXT" : ".1");
      }
      return section.isEmpty() && !isMultipart() ? "1" : section;
    }
  }

  private static final Set<String> OF_MAIL =
      Set.of(
          "from",
          "to",
          "cc",
          "bcc",
          "date",
          "subject",
          "received",
          "message-id",
          "sender",
          "reply-to",
          "return-path",
          "mime-version",
          "delivered-to",
          "references");
  private static final Pattern MEDIA_TYPE = Pattern.compile("[^/\\s]+/[^/\\s]+");
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]*[0-9A-Za-z'()+_,./:=?-]");
  private static final Pattern TOKEN = Pattern.compile("[!#-'*+.^_`|~0-9a-z-]+");

  private final ByteSource source;
  private final ParseBudget budget;
  private final Defects defects = new Defects();
  private final Deque<Entity> open = new ArrayDeque<>();
  private boolean inHeader = true;
  private int parts = 1;
  private int headerFields;
  private long headerBytes;
  private long textBytes;
  private long decodedBytes;
  private int lastLineEnd;
  private int lineEnd;
  private long longLineAt = -1;
  private long longLine;
  private long binaryAt = -1;
  private @Nullable String quarantine;
  private List<HeaderField> messageFields = List.of();
  private @Nullable Part root;

  MessagePass(ByteSource source, ParseBudget budget) {
    this.source = source;
    this.budget = budget;
  }

  ParsedMessage read() throws IOException {
    open.push(new Entity("", defects, false));
    ByteWindow lines = new ByteWindow(source);
    try {
      while (quarantine == null && lines.next()) {
        line(lines);
      }
    } finally {
      lines.close();
    }
    long end = source.length();
    if (end == 0) {
      defects.add(DefectCode.EMPTY_MESSAGE, 0);
    }
    if (inHeader) {
      if (end > 0 && lastLineEnd == 0) {
        defects.add(DefectCode.HEADER_CUT_SHORT, end);
      }
      body(open.getFirst(), end);
    }
    if (quarantine == null) {
      quarantine = notAMessage(end);
    }
    while (!open.isEmpty()) {
      Entity entity = open.getFirst();
      if (entity.isMultipart() && !entity.closed) {
        defects.add(DefectCode.MULTIPART_NOT_CLOSED, entity.bodyOffset);
      }
      close(end, false);
    }
    return new MessageEnvelope(defects, messageFields)
        .finish(source.length(), java.util.Objects.requireNonNull(root), quarantine);
  }

  /** Why the bytes are no message, or null where they are one. */
  private @Nullable String notAMessage(long length) {
    if (length == 0) {
      return "There are no bytes.";
    }
    if (messageFields.isEmpty()) {
      return "There is no header field: this is not a message.";
    }
    boolean binary = binaryAt >= 0 && messageFields.stream().noneMatch(f -> isOfMail(f.name()));
    return binary
        ? "There is a NUL at byte " + binaryAt + " and no field of mail: this is not a message."
        : null;
  }

  private static boolean isOfMail(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return OF_MAIL.contains(lower) || lower.startsWith("x-") || lower.startsWith("content-");
  }

  private void line(ByteWindow w) throws IOException {
    long at = w.offset();
    if (w.nul && binaryAt < 0) {
      binaryAt = at + indexOf(w, 0);
    }
    if (!inHeader) {
      if (w.nul) {
        defects.addOnce(DefectCode.NUL_IN_BODY, at + indexOf(w, 0));
      }
      if (w.loneCr) {
        defects.addOnce(DefectCode.LONE_CR_IN_BODY, at + indexOf(w, '\r'));
      }
    }
    lineEnds(w, at);
    if (w.first
        && w.contentEnd - w.start > 2
        && w.bytes[w.start] == '-'
        && w.bytes[w.start + 1] == '-'
        && boundary(w, at)) {
      return;
    }
    if (inHeader) {
      headerLine(w, at);
    } else {
      bodyLine(w);
    }
    lastLineEnd = w.end - w.contentEnd;
  }

  private static int indexOf(ByteWindow w, int wanted) {
    for (int i = w.start; i < w.end; i++) {
      if (w.bytes[i] == wanted) {
        return i - w.start;
      }
    }
    return 0;
  }

  private void lineEnds(ByteWindow w, long at) {
    int length = w.end - w.contentEnd;
    if (!w.last || length == 0) {
      return;
    }
    if (lineEnd == 0) {
      lineEnd = length;
      if (w.crEndsLine()) {
        defects.add(DefectCode.CR_LINE_ENDS, at + w.contentEnd - w.start);
      }
    } else if (length != lineEnd) {
      defects.addOnce(DefectCode.MIXED_LINE_ENDS, at + w.contentEnd - w.start);
    }
  }

  private void headerLine(ByteWindow w, long at) throws IOException {
    Entity entity = open.getFirst();
    headerBytes += w.end - w.start;
    if (headerBytes > budget.headerBytes() || headerFields > budget.headerFields()) {
      quarantine =
          "The header is larger than the budget of "
              + budget.headerBytes()
              + " bytes and "
              + budget.headerFields()
              + " fields (at byte "
              + at
              + ").";
      return;
    }
    if (w.first && w.contentEnd == w.start) {
      body(entity, w.offsetAfter());
      return;
    }
    int before = entity.header.count();
    if (!entity.header.line(w.bytes, w.start, w.contentEnd, w.end, at, w.first, fieldFollows(w))) {
      defects.add(DefectCode.MISSING_EMPTY_LINE, at);
      body(entity, at);
      bodyLine(w);
      return;
    }
    headerFields += entity.header.count() - before;
  }

  /** Whether the line behind this one begins with a field name and a colon. */
  private static boolean fieldFollows(ByteWindow w) throws IOException {
    for (int i = 0; i < 77; i++) {
      int c = w.ahead(i);
      if (c == ':') {
        return i > 0;
      }
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return false;
  }

  /** The header of an entity has ended: decides what its body is. */
  private void body(Entity entity, long at) {
    inHeader = false;
    entity.fields = List.copyOf(entity.header.finish());
    if (entity.section.isEmpty()) {
      messageFields = entity.fields;
    }
    entity.bodyOffset = at;
    if (entity.section.isEmpty() && entity.fields.isEmpty() && source.length() > 0) {
      defects.addOnce(DefectCode.NO_HEADER_FIELDS, 0);
    }
    HeaderField type = header(entity, "Content-Type");
    long typeAt = type == null ? at : type.offset();
    entity.type = field(type);
    String fallback = entity.inDigest ? "message/rfc822" : "text/plain";
    String given = entity.type.value();
    entity.mediaType = MEDIA_TYPE.matcher(given).matches() ? given : fallback;
    if (type != null && !entity.mediaType.equals(given)) {
      defects.add(DefectCode.UNREADABLE_CONTENT_TYPE, typeAt);
    }
    several(entity, "Content-Type", DefectCode.DUPLICATE_CONTENT_TYPE);
    several(entity, "Content-Transfer-Encoding", DefectCode.DUPLICATE_TRANSFER_ENCODING);
    HeaderField transfer = header(entity, "Content-Transfer-Encoding");
    String encoding = transfer == null ? "" : transfer.raw();
    long encodingAt = transfer == null ? at : transfer.offset();
    entity.isBinary = encoding.equalsIgnoreCase("binary");
    if (isEncoded(encoding)
        && (entity.mediaType.startsWith("multipart/")
            || entity.mediaType.equals("message/rfc822"))) {
      defects.add(DefectCode.ENCODED_COMPOSITE, encodingAt);
    }
    if (entity.mediaType.startsWith("multipart/")) {
      String boundary = entity.type.parameter("boundary");
      if (boundary == null || boundary.isEmpty()) {
        defects.add(
            boundary == null ? DefectCode.MULTIPART_WITHOUT_BOUNDARY : DefectCode.INVALID_BOUNDARY,
            typeAt);
      } else if (open.size() > budget.depth()) {
        quarantine =
            "Multiparts are nested deeper than " + budget.depth() + " (at byte " + at + ").";
      } else {
        boundaryForm(boundary, typeAt);
        entity.boundary = boundary;
        entity.preamble = text(at);
        return;
      }
    } else if (entity.mediaType.equals("message/rfc822") && isIdentity(encoding)) {
      if (open.size() > budget.depth()) {
        quarantine = "Messages are nested deeper than " + budget.depth() + " (at byte " + at + ").";
      } else {
        Entity embedded = new Entity(entity.shown(), defects, false);
        embedded.isEmbedded = true;
        begin(embedded);
        return;
      }
    }
    boolean text =
        entity.mediaType.startsWith("text/") || entity.mediaType.startsWith("multipart/");
    entity.leaf =
        new LeafReader(
            text, encoding, encodingAt, Math.max(0, budget.textBytes() - textBytes), defects, at);
  }

  private void boundaryForm(String boundary, long typeAt) {
    if (boundary.length() > 70) {
      defects.add(DefectCode.BOUNDARY_TOO_LONG, typeAt);
    }
    if (!BOUNDARY.matcher(boundary).matches()) {
      defects.add(DefectCode.INVALID_BOUNDARY, typeAt);
    }
    for (Entity outer : open) {
      if (outer.boundary.equals(boundary)) {
        defects.add(DefectCode.BOUNDARY_REUSED, typeAt);
        return;
      }
    }
  }

  private static boolean isEncoded(String encoding) {
    return encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable");
  }

  private static boolean isIdentity(String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "7bit", "8bit", "binary" -> true;
      default -> false;
    };
  }

  private void begin(Entity entity) {
    if (++parts > budget.parts()) {
      quarantine = "The message has more than " + budget.parts() + " parts.";
    }
    open.push(entity);
    inHeader = true;
  }

  private void bodyLine(ByteWindow w) {
    Entity entity = open.getFirst();
    if (!entity.isBinary) {
      longBodyLine(w);
    }
    LeafReader leaf = entity.leaf != null || entity.closed ? entity.leaf : entity.preamble;
    if (leaf == null) {
      if (entity.closed && entity.section.isEmpty() && !isBlank(w)) {
        defects.addOnce(DefectCode.TEXT_AFTER_CLOSE, w.offset());
      }
      return; // after the last boundary
    }
    long before = leaf.decodedLength();
    leaf.piece(w.bytes, w.start, w.contentEnd, w.end, w.last, w.offset());
    decodedBytes += leaf.decodedLength() - before;
    if (decodedBytes > budget.decodedBytes()) {
      quarantine =
          "The decoded parts are larger than the budget of " + budget.decodedBytes() + " bytes.";
    }
  }

  private void longBodyLine(ByteWindow w) {
    if (w.first) {
      longLineAt = w.offset();
      longLine = 0;
    }
    longLine += w.contentEnd - w.start;
    if (longLine > HeaderReader.LONGEST) {
      defects.addOnce(DefectCode.BODY_LINE_TOO_LONG, longLineAt);
    }
  }

  private static boolean isBlank(ByteWindow w) {
    for (int i = w.start; i < w.contentEnd; i++) {
      if (w.bytes[i] > ' ' || w.bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean boundary(ByteWindow w, long at) {
    Entity found = null;
    boolean last = false;
    String line =
        new String(w.bytes, w.start + 2, w.contentEnd - w.start - 2, StandardCharsets.ISO_8859_1);
    for (Entity entity : open) {
      if (entity.isMultipart() && line.startsWith(entity.boundary)) {
        String rest = line.substring(entity.boundary.length());
        if (rest.isBlank() || rest.startsWith("--")) {
          if (entity.closed) {
            defects.add(DefectCode.BOUNDARY_AFTER_CLOSE, at);
            continue;
          }
          found = entity;
          last = rest.startsWith("--");
          break;
        }
      }
    }
    if (found == null) {
      return false;
    }
    if (inHeader && open.getFirst() != found) {
      defects.add(DefectCode.PART_HEADER_CUT, at);
      body(open.getFirst(), at);
    }
    inHeader = false;
    while (open.getFirst() != found) {
      if (open.getFirst().isMultipart() && !open.getFirst().closed) {
        defects.add(DefectCode.MULTIPART_CLOSED_BY_OUTER, at);
      }
      close(Math.max(open.getFirst().bodyOffset, at - lastLineEnd), true);
    }
    lastLineEnd = w.end - w.contentEnd;
    if (!last || !found.children.isEmpty()) {
      found.preamble = null;
    }
    if (last) {
      found.closed = true;
    } else {
      begin(
          new Entity(
              child(found.section, found.children.size() + 1),
              defects,
              found.mediaType.equals("multipart/digest")));
    }
    return true;
  }

  private static String child(String section, int number) {
    return section.isEmpty() ? Integer.toString(number) : section + "." + number;
  }

  /** Ends the entity on top and gives it to the one below. */
  private void close(long end, boolean boundaryFollows) {
    Entity entity = open.pop();
    DecodedText text = null;
    String sha256 = null;
    long decoded = 0;
    LeafReader leaf = entity.leaf;
    if (leaf != null) {
      leaf.finish(boundaryFollows);
      text = leaf.text(entity.type.parameter("charset"), entity.mediaType.equals("text/html"));
      sha256 = leaf.sha256Hex();
      decoded = leaf.decodedLength();
      textBytes += leaf.keptLength();
    } else if (entity.isMultipart() && entity.children.isEmpty()) {
      defects.add(DefectCode.MULTIPART_WITHOUT_PARTS, entity.bodyOffset);
      whatStandsInstead(entity, end);
    }
    Entity below = open.peek();
    HeaderField presented = header(entity, "Content-Disposition");
    MimeField disposition = field(presented);
    if (presented != null) {
      disposition(presented, disposition, entity.type);
    }
    Part part =
        new Part(
            entity.shown(),
            entity.mediaType,
            below == null ? List.of() : entity.fields,
            fileName(disposition, entity.type),
            disposition.value().equals("attachment"),
            contentId(entity),
            entity.bodyOffset,
            Math.max(0, end - entity.bodyOffset),
            text,
            sha256,
            decoded,
            entity.children);
    if (below == null) {
      root = part;
    } else {
      below.children.add(part);
    }
  }

  /**
   * A multipart whose boundary never occurs: its text is still shown to somebody, so it is kept as
   * a part.
   */
  private void whatStandsInstead(Entity entity, long end) {
    LeafReader preamble = entity.preamble;
    if (preamble == null) {
      return;
    }
    preamble.finish(false);
    entity.children.add(
        new Part(
            child(entity.section, 1),
            "text/plain",
            List.of(),
            Optional.empty(),
            false,
            Optional.empty(),
            entity.bodyOffset,
            Math.max(0, end - entity.bodyOffset),
            preamble.text(entity.type.parameter("charset"), false),
            null,
            preamble.decodedLength(),
            List.of()));
    textBytes += preamble.keptLength();
  }

  private LeafReader text(long at) {
    return new LeafReader(true, "", at, Math.max(0, budget.textBytes() - textBytes), defects, at);
  }

  private static Optional<String> fileName(MimeField disposition, MimeField type) {
    String name = disposition.parameter("filename");
    return Optional.ofNullable(name != null ? name : type.parameter("name"));
  }

  private void disposition(HeaderField field, MimeField disposition, MimeField type) {
    if (!TOKEN.matcher(disposition.value()).matches()) {
      defects.add(DefectCode.UNREADABLE_DISPOSITION, field.offset());
    }
    String name = disposition.parameter("filename");
    if (name == null) {
      return;
    }
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      defects.add(DefectCode.FILE_NAME_WITH_PATH, field.offset());
    }
    String other = type.parameter("name");
    if (other != null && !other.equals(name)) {
      defects.add(DefectCode.FILE_NAMES_DISAGREE, field.offset());
    }
  }

  private static Optional<String> contentId(Entity entity) {
    HeaderField field = header(entity, "Content-ID");
    if (field == null) {
      return Optional.empty();
    }
    String id = field.raw();
    int from = id.startsWith("<") ? 1 : 0;
    int to = id.endsWith(">") && id.length() > from ? id.length() - 1 : id.length();
    return Optional.of(id.substring(from, to)).filter(inner -> !inner.isEmpty());
  }

  private void several(Entity entity, String name, DefectCode code) {
    boolean seen = false;
    for (HeaderField field : entity.fields) {
      if (field.is(name)) {
        if (seen) {
          defects.add(code, field.offset());
        }
        seen = true;
      }
    }
  }

  private MimeField field(@Nullable HeaderField field) {
    return field == null || field.raw().isEmpty()
        ? MimeField.ABSENT
        : MimeField.read(field.raw(), code -> defects.add(code, field.offset()));
  }

  private static @Nullable HeaderField header(Entity entity, String name) {
    for (HeaderField field : entity.fields) {
      if (field.is(name)) {
        return field;
      }
    }
    return null;
  }
}
