package org.proffer.messages;

import java.util.List;

/**
 * The other messages of a case that are the same as one, in three senses. For reviewers; no count
 * of messages leaves a copy out.
 *
 * @param bytes the same bytes
 * @param content the same to a reader: sender, subject, date, texts and attachments
 * @param mih the same Message-ID, as EDRM hashes it, whatever the content
 */
public record Copies(List<MessageId> bytes, List<MessageId> content, List<MessageId> mih) {
  /** Of each sense, this many are named at most. */
  public static final int MOST = 200;

  public Copies {
    bytes = List.copyOf(bytes);
    content = List.copyOf(content);
    mih = List.copyOf(mih);
  }
}
