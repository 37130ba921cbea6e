package org.proffer.messages;

/** What a reader finds in an item: a message, or something that is none. */
sealed interface ImportEntry {
  /** The member it stands in. */
  Member member();

  /** Where reading goes on after it, as an offset in the member. */
  long end();

  /**
   * A message.
   *
   * @param offset in the member
   */
  record Range(Member member, long offset, long length) implements ImportEntry {
    @Override
    public long end() {
      return offset + length;
    }
  }

  /** A member without a message in it. */
  record NoMessage(Member member, String kind, String detail) implements ImportEntry {
    @Override
    public long end() {
      return member.length();
    }
  }
}
