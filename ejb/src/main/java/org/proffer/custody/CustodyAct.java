package org.proffer.custody;

import org.jspecify.annotations.Nullable;

/**
 * What happened to an item, before it has its place in the log.
 *
 * @param by login of the person, or {@code system}
 * @param to to whom; null where nothing passed on
 * @param location where; null where nobody said
 * @param authority on what authority; null where none was asked
 * @param detail how, in a sentence
 * @param before SHA-256 before; null at the first event
 * @param after SHA-256 after; null when the bytes are gone
 */
public record CustodyAct(
    CustodyEventView.Kind kind,
    String by,
    @Nullable String to,
    @Nullable String location,
    @Nullable String authority,
    CustodyEventView.Result result,
    String detail,
    @Nullable String before,
    @Nullable String after) {

  /** Something done that left the bytes as they were. */
  public static CustodyAct of(CustodyEventView.Kind kind, String by, String detail, String sha256) {
    return new CustodyAct(
        kind, by, null, null, null, CustodyEventView.Result.DONE, detail, sha256, sha256);
  }

  /** The first event of an item. */
  public static CustodyAct received(String by, String detail, String sha256) {
    return new CustodyAct(
        CustodyEventView.Kind.RECEIVED,
        by,
        null,
        null,
        null,
        CustodyEventView.Result.DONE,
        detail,
        null,
        sha256);
  }

  /** The same, passing on to somebody. */
  public CustodyAct passingTo(String login) {
    return new CustodyAct(kind, by, login, location, authority, result, detail, before, after);
  }

  /** The same, on an authority. */
  public CustodyAct on(String said) {
    return new CustodyAct(
        kind,
        by,
        to,
        location,
        said.isBlank() ? null : said.strip(),
        result,
        detail,
        before,
        after);
  }

  /** The same at a place. */
  public CustodyAct at(String said) {
    return new CustodyAct(
        kind,
        by,
        to,
        said.isBlank() ? null : said.strip(),
        authority,
        result,
        detail,
        before,
        after);
  }

  /** The same where the bytes turned out to be others, or to be gone. */
  public CustodyAct failing(@Nullable String found) {
    return new CustodyAct(
        kind, by, to, location, authority, CustodyEventView.Result.FAILED, detail, before, found);
  }
}
