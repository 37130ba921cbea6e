package org.proffer.audit;

/**
 * Which entries are wanted; an empty text or null asks for nothing in particular.
 *
 * @param actor login
 * @param action as it is written
 * @param outcome as it is written
 * @param caseId id of a case
 * @param object id of a thing
 * @param from first time, as in 2026-03-02T09:00:00Z
 * @param until time that is not included any more
 */
public record AuditQuery(
    String actor,
    String action,
    String outcome,
    String caseId,
    String object,
    String from,
    String until) {
  /** Everything. */
  public static final AuditQuery ALL = new AuditQuery("", "", "", "", "", "", "");
}
