package org.proffer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as a library gives it, ready to be written as RFC 5322. */
final class Letter {
  /** Opens the bytes of an attachment. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  /**
   * An attachment.
   *
   * @param type media type; may be empty
   * @param contentId without angle brackets; may be empty
   * @param letter set where the attachment is a message
   */
  record Attachment(
      String name, String type, String contentId, Content content, @Nullable Letter letter) {}

  /** The header as it was received; empty where none is kept. */
  String header = "";

  String from = "";
  String fromName = "";
  String to = "";
  String cc = "";
  String subject = "";
  String messageId = "";
  @Nullable Instant sent;
  String text = "";
  String html = "";
  byte[] rtf = new byte[0];
  final List<Attachment> attachments = new ArrayList<>();

  /** Adds an attachment that is a file. */
  void attach(String name, String type, String contentId, Content content) {
    attachments.add(new Attachment(name, type, contentId, content, null));
  }

  /** Adds an attachment that is a message. */
  void attach(String name, Letter letter) {
    attachments.add(
        new Attachment(name, "message/rfc822", "", InputStream::nullInputStream, letter));
  }
}
