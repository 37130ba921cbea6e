package org.proffer.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.proffer.law.Finding;
import org.proffer.law.Span;
import org.proffer.mail.DecodedText;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;
import org.proffer.platform.InvalidInput;

/** Cuts the text of a message where the words of its findings begin and end. */
final class HighlightedText {
  private HighlightedText() {}

  /** A stretch of characters that findings rest on; {@code end} excluded. */
  record Mark(int start, int end, String requirement) {
    /** Words that were looked for; no requirement has this name. */
    static final String HIT = "";

    static Mark hit(int start, int end) {
      return new Mark(start, end, HIT);
    }

    boolean isHit() {
      return requirement.equals(HIT);
    }
  }

  /** Finds the words looked for in a text; those of a search, or none. */
  interface Hits extends Function<String, List<Mark>> {
    /** Nothing was looked for. */
    Hits NONE = text -> List.of();
  }

  static List<MessageView.TextPart> of(ParsedMessage message, List<Finding> findings, Hits hits) {
    return message
        .parts()
        .filter(part -> part.text() != null)
        .map(part -> textPart(part, findings, hits))
        .toList();
  }

  private static MessageView.TextPart textPart(Part part, List<Finding> findings, Hits hits) {
    DecodedText decoded = Objects.requireNonNull(part.text());
    List<Mark> marks = new ArrayList<>(marks(part, decoded, findings));
    marks.addAll(hits.apply(decoded.text()));
    return new MessageView.TextPart(
        part.section(), part.mediaType(), decoded.charset().name(), runs(decoded.text(), marks));
  }

  static List<Mark> marks(Part part, DecodedText decoded, List<Finding> findings) {
    List<Mark> marks = new ArrayList<>();
    for (Finding finding : findings) {
      for (Span span : finding.spans()) {
        if (span.part().equals(part.section())) {
          int start = charIndex(decoded, span.offset());
          int end = charIndex(decoded, span.offset() + span.length());
          if (start < end) {
            marks.add(new Mark(start, end, finding.requirement()));
          }
        }
      }
    }
    return marks;
  }

  /** The text of a part, with the way back to its bytes. */
  private static DecodedText textOf(ParsedMessage message, String section) {
    return message
        .parts()
        .filter(part -> part.section().equals(section))
        .map(Part::text)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "part",
                    "Part “" + section + "” of the message has no text.",
                    "Name a part with text, or none for the whole message."));
  }

  /** Words at a place given in bytes. */
  static TextPlace ofBytes(ParsedMessage message, String section, int offset, int length) {
    DecodedText decoded = textOf(message, section);
    if (offset < 0 || length < 1 || (long) offset + length > decoded.bytes()) {
      throw notThere(section, decoded.bytes() + " bytes", offset, length);
    }
    String words =
        decoded.text().substring(charIndex(decoded, offset), charIndex(decoded, offset + length));
    return new TextPlace(section, offset, length, CleanText.of(words, TextPlace.LONGEST));
  }

  /**
   * Words at a place given in characters, as a page shows them: it has one for each line end,
   * whatever the message has.
   */
  static TextPlace ofCharacters(ParsedMessage message, String section, int start, int length) {
    DecodedText decoded = textOf(message, section);
    int from = shown(decoded.text(), 0, start);
    int until = from < 0 || length < 1 ? -1 : shown(decoded.text(), from, length);
    if (start < 0 || until < 0) {
      throw notThere(section, decoded.text().length() + " characters", start, length);
    }
    int offset = decoded.byteOffset(from);
    return new TextPlace(
        section,
        offset,
        decoded.byteOffset(until) - offset,
        CleanText.of(decoded.text().substring(from, until), TextPlace.LONGEST));
  }

  /** Index so many shown characters behind another; -1 where the text ends before. */
  private static int shown(String text, int from, int characters) {
    int at = from;
    for (int i = 0; i < characters; i++) {
      if (at >= text.length()) {
        return -1;
      }
      at += text.startsWith("\r\n", at) ? 2 : 1;
    }
    return at;
  }

  private static InvalidInput notThere(String section, String has, int offset, int length) {
    return new InvalidInput(
        "offset",
        "Part " + section + " has " + has + "; " + offset + " + " + length + " is not in it.",
        "Select the words anew.");
  }

  /** Index of the character at a byte offset of the decoded content. */
  private static int charIndex(DecodedText decoded, int byteOffset) {
    int low = 0;
    int high = decoded.text().length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (decoded.byteOffset(middle) < byteOffset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static List<MessageView.Run> runs(String text, List<Mark> marks) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    marks.forEach(
        mark -> {
          cuts.add(mark.start());
          cuts.add(mark.end());
        });
    List<MessageView.Run> runs = new ArrayList<>();
    Integer start = null;
    for (Integer cut : cuts) {
      if (start != null) {
        int from = start;
        List<Mark> here =
            marks.stream().filter(mark -> mark.start() <= from && from < mark.end()).toList();
        runs.add(
            new MessageView.Run(
                text.substring(from, cut),
                here.stream()
                    .filter(mark -> !mark.isHit())
                    .map(Mark::requirement)
                    .distinct()
                    .toList(),
                here.stream().anyMatch(Mark::isHit)));
      }
      start = cut;
    }
    return runs;
  }
}
