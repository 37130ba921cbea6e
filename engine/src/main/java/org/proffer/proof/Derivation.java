package org.proffer.proof;

import java.util.BitSet;

/**
 * What stands when certain nodes are given: those, and the heads of clauses all of whose needs
 * stand. What rests on itself alone never starts. The last nodes given can be taken back; both cost
 * as much as changes.
 */
final class Derivation {

  private final Clauses clauses;
  private final BitSet barred;
  private final int firstGoal;
  private final int[] stillNeeded;
  private final BitSet standing = new BitSet();

  /** Nodes in the order in which they came to stand. */
  private final int[] trail;

  private int length;
  private int goalsMet;
  private long steps;

  /**
   * Nothing is given yet.
   *
   * @param barred nodes that never stand
   * @param firstGoal this node and those after it are the goals
   */
  Derivation(Clauses clauses, BitSet barred, int firstGoal) {
    this.clauses = clauses;
    this.barred = barred;
    this.firstGoal = firstGoal;
    stillNeeded = new int[clauses.needs.size()];
    for (int clause = 0; clause < stillNeeded.length; clause++) {
      stillNeeded[clause] = clauses.needs.length(clause);
    }
    trail = new int[clauses.nodes()];
  }

  boolean stands(int node) {
    return standing.get(node);
  }

  int goalsMet() {
    return goalsMet;
  }

  /** How many nodes stand; what {@link #takeBackUntil} takes. */
  int length() {
    return length;
  }

  /** How much work was done since the start. */
  long steps() {
    return steps;
  }

  void give(int given) {
    int next = length;
    stand(given);
    while (next < length) {
      int node = trail[next++];
      int until = clauses.neededBy.until(node);
      for (int i = clauses.neededBy.from(node); i < until; i++) {
        int clause = clauses.neededBy.at(i);
        if (--stillNeeded[clause] == 0) {
          stand(clauses.heads[clause]);
        }
      }
      steps += 1 + clauses.neededBy.length(node);
    }
  }

  private void stand(int node) {
    if (!standing.get(node) && !barred.get(node)) {
      standing.set(node);
      trail[length++] = node;
      goalsMet += node >= firstGoal ? 1 : 0;
    }
  }

  /** Takes back what was given last, until only so many nodes stand. */
  void takeBackUntil(int formerLength) {
    while (length > formerLength) {
      int node = trail[--length];
      standing.clear(node);
      goalsMet -= node >= firstGoal ? 1 : 0;
      int until = clauses.neededBy.until(node);
      for (int i = clauses.neededBy.from(node); i < until; i++) {
        stillNeeded[clauses.neededBy.at(i)]++;
      }
    }
  }
}
