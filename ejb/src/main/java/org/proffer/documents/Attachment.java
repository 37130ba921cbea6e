package org.proffer.documents;

/** A file within a document. */
final class Attachment {
  private final String name;
  private final String mediaType;
  private final String description;
  private final byte[] content;

  /**
   * A file.
   *
   * @param mediaType for example {@code text/csv}
   * @param content not copied, and not changed by anyone
   */
  Attachment(String name, String mediaType, String description, byte[] content) {
    this.name = name;
    this.mediaType = mediaType;
    this.description = description;
    this.content = content;
  }

  String name() {
    return name;
  }

  String mediaType() {
    return mediaType;
  }

  String description() {
    return description;
  }

  byte[] content() {
    return content;
  }
}
