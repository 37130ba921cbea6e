package org.proffer.custody;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an item, before it has its place in the log.
 *
 * @param happened when it happened, where that is not when it is entered; null otherwise
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
    @Nullable Instant happened,
    String by,
    @Nullable String to,
    @Nullable String location,
    @Nullable String authority,
    CustodyEventView.Result result,
    String detail,
    @Nullable String before,
    @Nullable String after) {

  /** Something done that left the bytes as they were. */
  public static CustodyAct of(
      CustodyEventView.Kind kind, String by, String detail, @Nullable String sha256) {
    return new CustodyAct(
        kind, null, by, null, null, null, CustodyEventView.Result.DONE, detail, sha256, sha256);
  }

  /** The first event of an item. */
  public static CustodyAct received(String by, String detail, String sha256) {
    return new CustodyAct(
        CustodyEventView.Kind.RECEIVED,
        null,
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
    return new CustodyAct(
        kind, happened, by, login, location, authority, result, detail, before, after);
  }

  /** The same, on an authority. */
  public CustodyAct on(String said) {
    return new CustodyAct(
        kind,
        happened,
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
        happened,
        by,
        to,
        said.isBlank() ? null : said.strip(),
        authority,
        result,
        detail,
        before,
        after);
  }

  /** The same, at a time before it is entered. */
  public CustodyAct happening(@Nullable Instant when) {
    return new CustodyAct(kind, when, by, to, location, authority, result, detail, before, after);
  }

  /** The same, after which there are no bytes. */
  public CustodyAct ending() {
    return new CustodyAct(
        kind, happened, by, to, location, authority, result, detail, before, null);
  }

  /** The same where the bytes turned out to be others, or to be gone. */
  public CustodyAct failing(@Nullable String found) {
    return new CustodyAct(
        kind,
        happened,
        by,
        to,
        location,
        authority,
        CustodyEventView.Result.FAILED,
        detail,
        before,
        found);
  }
}
