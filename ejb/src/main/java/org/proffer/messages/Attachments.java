package org.proffer.messages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.proffer.mail.ByteSource;
import org.proffer.mail.ParsedMessage;
import org.proffer.mail.Part;
import org.proffer.mail.PartContent;

/** Which parts of a message are attachments, and what they are. */
final class Attachments {
  private Attachments() {}

  /**
   * Leaves that are not text, text that has a file name or is sent as an attachment, and messages
   * within the message.
   */
  static List<Part> of(ParsedMessage message) {
    return message
        .parts()
        .filter(
            part ->
                part.sha256() != null
                    || PartContent.isEmbeddedMessage(part)
                    || (part.text() != null && (part.attachment() || part.fileName().isPresent())))
        .toList();
  }

  /** The attachment at a place; empty where there is none. */
  static Optional<Part> at(ParsedMessage message, String section) {
    return of(message).stream().filter(part -> part.section().equals(section)).findFirst();
  }

  /** Its file name; of a message without one, its subject; else empty. */
  static String name(Part part) {
    return part.fileName()
        .filter(name -> !name.isBlank())
        .or(
            () ->
                PartContent.isEmbeddedMessage(part)
                    ? part.children().get(0).headers().stream()
                        .filter(field -> field.is("Subject") && !field.value().isBlank())
                        .findFirst()
                        .map(field -> field.value() + ".eml")
                    : Optional.empty())
        .orElse("");
  }

  /** For reviewers, with what was found in those that were opened. */
  static List<MessageView.AttachmentPart> view(
      ByteSource bytes, ParsedMessage message, Map<String, OpenedAttachment> opened)
      throws IOException {
    List<MessageView.AttachmentPart> view = new ArrayList<>();
    for (Part part : of(message)) {
      view.add(
          new MessageView.AttachmentPart(
              part.section(),
              part.mediaType(),
              name(part),
              kind(bytes, message, part).words(opened.containsKey(part.section())),
              PartContent.length(part),
              PartContent.sha256(bytes, message, part),
              opened.get(part.section())));
    }
    return view;
  }

  /** Hashes of the attachments that the parser does not hash: text, and messages within. */
  static List<String> hashes(ByteSource bytes, ParsedMessage message) throws IOException {
    List<String> hashes = new ArrayList<>();
    for (Part part : of(message)) {
      if (part.sha256() == null) {
        hashes.add(PartContent.sha256(bytes, message, part));
      }
    }
    return hashes;
  }

  /** What a part is by its first bytes. */
  static ContentKind kind(ByteSource bytes, ParsedMessage message, Part part) throws IOException {
    if (PartContent.isEmbeddedMessage(part)) {
      return new ContentKind("e-mail message", ContentKind.Way.NOT_AT_ALL);
    }
    return ContentKind.of(PartContent.head(bytes, message, part, ContentKind.HEAD));
  }
}
