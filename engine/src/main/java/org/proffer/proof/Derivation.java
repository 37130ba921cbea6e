package org.proffer.proof;

import java.util.BitSet;
import java.util.List;

/**
 * Which facts can be derived from the evidence that is in. A fact stands once one of its grounds
 * has all it needs; what rests on itself alone never starts. Evidence left out can be put back, and
 * the last put back taken out again, at the price of what changes.
 */
final class Derivation {

  private final ProofIndex index;
  private final BitSet barred;

  /** How many pieces left out each piece of evidence is, or is part of; it is in when none. */
  private final int[] leftOutAround;

  private final int[] stillNeeded;
  private final BitSet standing = new BitSet();
  private final int[] standingInRow;

  /** Nodes in the order in which they came to stand. */
  private final int[] trail;

  private int length;
  private final int[] putBack;
  private final int[] lengthBefore;
  private int depth;
  private final BitSet wanted = new BitSet();
  private int unmet;
  private long steps;

  /**
   * @param barred facts that may not stand whatever they rest on
   * @param leftOut nodes of evidence, without repetition
   */
  Derivation(ProofIndex index, BitSet barred, List<Integer> leftOut) {
    this.index = index;
    this.barred = barred;
    leftOutAround = new int[index.evidence.size()];
    stillNeeded = new int[index.needs.size()];
    standingInRow = new int[index.rows.size()];
    trail = new int[index.facts.size() + index.evidence.size()];
    putBack = new int[leftOut.size()];
    lengthBefore = new int[leftOut.size()];
    for (int ground = 0; ground < stillNeeded.length; ground++) {
      stillNeeded[ground] = index.needs.length(ground);
    }
    for (int node : leftOut) {
      int piece = node - index.facts.size();
      for (int i = index.covers.from(piece); i < index.covers.until(piece); i++) {
        leftOutAround[index.covers.at(i)]++;
      }
    }
    for (int piece = 0; piece < leftOutAround.length; piece++) {
      if (leftOutAround[piece] == 0) {
        trail[length++] = index.facts.size() + piece;
      }
    }
    derive(0);
  }

  boolean isIn(int evidenceNode) {
    return leftOutAround[evidenceNode - index.facts.size()] == 0;
  }

  /** The facts that stand now. */
  BitSet standing() {
    return (BitSet) standing.clone();
  }

  /** Whether a fact stands for this defendant's cell, in his row or in the row of all. */
  boolean isMet(int row) {
    return standingInRow[row] > 0 || standingInRow[index.rows.allBeside(row)] > 0;
  }

  /** Counts this cell among the {@link #unmet} until a fact stands for it. */
  void want(int row) {
    wanted.set(row);
    if (!isMet(row)) {
      unmet++;
    }
  }

  /** How many of the cells wanted have no standing fact. */
  int unmet() {
    return unmet;
  }

  /** How much work was done since the start, in nodes. */
  long steps() {
    return steps;
  }

  /** How many pieces have been put back. */
  int depth() {
    return depth;
  }

  void putBack(int evidenceNode) {
    putBack[depth] = evidenceNode;
    lengthBefore[depth++] = length;
    int start = length;
    int piece = evidenceNode - index.facts.size();
    for (int i = index.covers.from(piece); i < index.covers.until(piece); i++) {
      if (--leftOutAround[index.covers.at(i)] == 0) {
        trail[length++] = index.facts.size() + index.covers.at(i);
      }
    }
    derive(start);
    steps += 1 + length - start;
  }

  /** Takes out again what was put back last, until only so many pieces are back. */
  void takeOutUntil(int formerDepth) {
    while (depth > formerDepth) {
      takeOutLast();
    }
  }

  private void takeOutLast() {
    int start = lengthBefore[--depth];
    while (length > start) {
      int node = trail[--length];
      for (int i = index.neededBy.from(node); i < index.neededBy.until(node); i++) {
        stillNeeded[index.neededBy.at(i)]++;
      }
      if (index.isFact(node)) {
        standing.clear(node);
        inRows(node, -1);
      }
    }
    int piece = putBack[depth] - index.facts.size();
    for (int i = index.covers.from(piece); i < index.covers.until(piece); i++) {
      leftOutAround[index.covers.at(i)]++;
    }
  }

  private void derive(int start) {
    for (int next = start; next < length; next++) {
      int node = trail[next];
      for (int i = index.neededBy.from(node); i < index.neededBy.until(node); i++) {
        int ground = index.neededBy.at(i);
        int fact = index.factOfGround[ground];
        if (--stillNeeded[ground] == 0 && !standing.get(fact) && !barred.get(fact)) {
          standing.set(fact);
          trail[length++] = fact;
          inRows(fact, 1);
        }
      }
    }
  }

  private void inRows(int fact, int change) {
    for (int i = index.rowsOfFact.from(fact); i < index.rowsOfFact.until(fact); i++) {
      int row = index.rowsOfFact.at(i);
      int all = index.rows.allBeside(row);
      int before = standingInRow[row];
      standingInRow[row] += change;
      if ((before == 0) != (standingInRow[row] == 0)) {
        if (row == all) {
          int first = index.rows.firstBeside(row);
          for (int cell = wanted.nextSetBit(first);
              cell >= 0 && cell < all;
              cell = wanted.nextSetBit(cell + 1)) {
            unmet -= standingInRow[cell] == 0 ? change : 0;
          }
        } else if (wanted.get(row) && standingInRow[all] == 0) {
          unmet -= change;
        }
      }
    }
  }
}
