package org.proffer.messages;

import org.jspecify.annotations.Nullable;

/**
 * How the messages of an item were made readable.
 *
 * @param sha256 of what was made
 * @param length bytes of it
 * @param tool what opened the item, with versions
 * @param parameters how
 * @param members leaf members
 * @param messages messages and files the other libraries read; 0 where only archives were opened
 * @param secondReader another program that was asked; null where none was
 * @param secondMessages what it counted
 */
public record Derivation(
    String sha256,
    long length,
    String tool,
    String parameters,
    long members,
    long messages,
    @Nullable String secondReader,
    @Nullable Long secondMessages) {

  /**
   * What an opening says of itself.
   *
   * @param secondReader null where no other program was asked
   */
  record Made(
      String tool, long messages, @Nullable String secondReader, @Nullable Long secondMessages) {

    /** In the words of custody. */
    String words() {
      return tool
          + (secondReader == null
              ? ""
              : "; " + messages + " messages read, " + secondMessages + " by " + secondReader);
    }
  }

  /** Whether another program counts otherwise. */
  public boolean isDisputed() {
    return secondMessages != null && secondMessages != messages;
  }
}
