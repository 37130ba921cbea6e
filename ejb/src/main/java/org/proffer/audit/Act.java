package org.proffer.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, saw, or tried.
 *
 * @param actor login of the person, or {@code system}
 * @param action what, in capitals with underscores
 * @param caseId the case it concerns, if any
 * @param objectType the kind of thing, for example {@code evidence}
 * @param objectId which one
 * @param outcome how it ended
 * @param detail ids and counts; no names, addresses or message text
 * @param bytes how much was handed out; null where nothing was
 * @param before what it was before a change, or its hash; null where nothing changed
 * @param after what it is now, or its hash
 */
public record Act(
    String actor,
    String action,
    @Nullable UUID caseId,
    String objectType,
    String objectId,
    Outcome outcome,
    String detail,
    @Nullable Long bytes,
    @Nullable String before,
    @Nullable String after) {

  /** How it ended. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** The rules of the portal forbid it. */
    REFUSED,
    /** It was tried and could not be done. */
    FAILED
  }

  /** Something done. */
  public static Act done(
      String actor,
      String action,
      @Nullable UUID caseId,
      String objectType,
      Object objectId,
      String detail) {
    return new Act(
        actor,
        action,
        caseId,
        objectType,
        objectId.toString(),
        Outcome.DONE,
        detail,
        null,
        null,
        null);
  }

  /** The same with another outcome. */
  public Act ending(Outcome ended) {
    return new Act(
        actor, action, caseId, objectType, objectId, ended, detail, bytes, before, after);
  }

  /** The same with the number of bytes that were handed out. */
  public Act handingOut(long count) {
    return new Act(
        actor, action, caseId, objectType, objectId, outcome, detail, count, before, after);
  }

  /** The same with what was changed. */
  public Act changing(String from, String to) {
    return new Act(actor, action, caseId, objectType, objectId, outcome, detail, bytes, from, to);
  }
}
