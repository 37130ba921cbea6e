package org.proffer.access;

import java.util.Set;

/**
 * What the policy knows of a person before a case, besides the roles.
 *
 * @param relation of the person to the case
 * @param stage of the case
 * @param sealed whether the court or the office sealed it
 * @param legalHold whether nothing of it may be destroyed
 * @param ofThing whether the action concerns one thing in the case: an item, a message, a document;
 *     otherwise it concerns the case as a whole, and what it lists is narrowed row by row
 * @param marks on that thing
 * @param disclosed the marks whose matter may be disclosed to the person in this case
 */
public record Situation(
    Relation relation,
    Stage stage,
    boolean sealed,
    boolean legalHold,
    boolean ofThing,
    Set<Mark> marks,
    Set<Mark> disclosed) {
  public Situation {
    marks = Set.copyOf(marks);
    disclosed = Set.copyOf(disclosed);
  }
}
