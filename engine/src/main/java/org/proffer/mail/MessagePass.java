package org.proffer.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    if (source.length() == 0) {
      defects.add(DefectCode.EMPTY_MESSAGE, 0);
    }
    if (inHeader) {
      body(open.getFirst(), end);
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

  private void line(ByteWindow w) throws IOException {
    long at = w.offset();
    if (w.nul) {
      defects.addOnce(inHeader ? DefectCode.NUL_IN_HEADER : DefectCode.NUL_IN_BODY, at);
    }
    if (w.loneCr) {
      defects.addOnce(inHeader ? DefectCode.LONE_CR_IN_HEADER : DefectCode.LONE_CR_IN_BODY, at);
    }
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
    entity.type = field(entity, "Content-Type");
    String fallback = entity.inDigest ? "message/rfc822" : "text/plain";
    entity.mediaType =
        entity.type.value().matches("[^/\\s]+/[^/\\s]+") ? entity.type.value() : fallback;
    if (!entity.type.value().isEmpty() && !entity.mediaType.equals(entity.type.value())) {
      defects.add(DefectCode.UNREADABLE_CONTENT_TYPE, at);
    }
    String encoding = raw(entity, "Content-Transfer-Encoding");
    if (entity.mediaType.startsWith("multipart/")) {
      String boundary = entity.type.parameter("boundary");
      if (boundary == null || boundary.isEmpty()) {
        defects.add(DefectCode.MULTIPART_WITHOUT_BOUNDARY, at);
      } else if (open.size() > budget.depth()) {
        quarantine =
            "Multiparts are nested deeper than " + budget.depth() + " (at byte " + at + ").";
      } else {
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
        new LeafReader(text, encoding, Math.max(0, budget.textBytes() - textBytes), defects, at);
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
    LeafReader leaf = entity.leaf != null ? entity.leaf : entity.preamble;
    if (leaf == null) {
      return; // after the last boundary
    }
    long before = leaf.decodedLength();
    leaf.piece(w.bytes, w.start, w.contentEnd, w.end, w.last);
    decodedBytes += leaf.decodedLength() - before;
    if (decodedBytes > budget.decodedBytes()) {
      quarantine =
          "The decoded parts are larger than the budget of " + budget.decodedBytes() + " bytes.";
    }
  }

  private boolean boundary(ByteWindow w, long at) {
    Entity found = null;
    boolean last = false;
    String line =
        new String(w.bytes, w.start + 2, w.contentEnd - w.start - 2, StandardCharsets.ISO_8859_1);
    for (Entity entity : open) {
      if (entity.isMultipart() && !entity.closed && line.startsWith(entity.boundary)) {
        String rest = line.substring(entity.boundary.length());
        if (rest.isBlank() || rest.startsWith("--")) {
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
    found.preamble = null;
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
      text = leaf.text(entity.type.parameter("charset"));
      sha256 = leaf.sha256Hex();
      decoded = leaf.decodedLength();
      textBytes += leaf.keptLength();
    } else if (entity.isMultipart() && entity.children.isEmpty()) {
      defects.add(DefectCode.MULTIPART_WITHOUT_PARTS, entity.bodyOffset);
      whatStandsInstead(entity, end);
    }
    Entity below = open.peek();
    MimeField disposition = field(entity, "Content-Disposition");
    Part part =
        new Part(
            entity.shown(),
            entity.mediaType,
            below == null ? List.of() : entity.fields,
            fileName(disposition, entity.type),
            disposition.value().equals("attachment"),
            Optional.of(raw(entity, "Content-ID").replaceAll("^<|>$", ""))
                .filter(id -> !id.isEmpty()),
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
            preamble.text(entity.type.parameter("charset")),
            null,
            preamble.decodedLength(),
            List.of()));
    textBytes += preamble.keptLength();
  }

  private LeafReader text(long at) {
    return new LeafReader(true, "", Math.max(0, budget.textBytes() - textBytes), defects, at);
  }

  private static Optional<String> fileName(MimeField disposition, MimeField type) {
    String name = disposition.parameter("filename");
    return Optional.ofNullable(name != null ? name : type.parameter("name"));
  }

  private MimeField field(Entity entity, String name) {
    String raw = raw(entity, name);
    return raw.isEmpty()
        ? MimeField.ABSENT
        : MimeField.read(raw, code -> defects.add(code, entity.bodyOffset));
  }

  private static String raw(Entity entity, String name) {
    return entity.fields.stream()
        .filter(f -> f.is(name))
        .findFirst()
        .map(HeaderField::raw)
        .orElse("");
  }
}
