package org.proffer.proof;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What uncontested facts hinge on: the evidence items and witnesses without any one of which the
 * fact falls. A fact with two grounds hinges on what both need; a ground hinges on what any of its
 * sources hinges on; a message hinges on its item; a stipulation on nothing.
 *
 * <p>Sets are sorted arrays of evidence nodes. A ground that adds a source at each of n steps of
 * inference costs n entries at the last, so the space grows with the square of such a chain.
 */
final class Hinges {

  /** Stands whichever one source is lost. */
  static final int[] NOTHING = {};

  /** Does not stand at all, so is lost with anything. */
  static final int[] ANYTHING = {-1};

  private final ProofIndex index;
  private final BitSet contested;
  private final int[][] ofEvidence;
  private final int[][] ofFact;
  private final int[][] ofRow;

  Hinges(ProofIndex index, BitSet contested, Derivation derivation) {
    this.index = index;
    this.contested = contested;
    ofEvidence = new int[index.evidence.size()][];
    for (int piece = 0; piece < ofEvidence.length; piece++) {
      ofEvidence[piece] = hingesOfEvidence(piece, derivation);
    }
    ofFact = new int[index.facts.size()][];
    Arrays.fill(ofFact, ANYTHING);
    for (int group = 0; group < index.order.size(); group++) {
      boolean changed;
      do {
        changed = false;
        for (int i = index.order.from(group); i < index.order.until(group); i++) {
          int fact = index.order.at(i);
          int[] found = hingesOfFact(fact);
          changed |= !Arrays.equals(found, ofFact[fact]);
          ofFact[fact] = found;
        }
      } while (changed && index.circular[index.order.at(index.order.from(group))]);
    }
    ofRow = new int[index.rows.size()][];
    Arrays.setAll(ofRow, this::hingesOfRow);
  }

  int[] ofFact(int fact) {
    return ofFact[fact];
  }

  /** What the uncontested facts of a defendant's cell all hinge on. */
  int[] ofCell(int row) {
    return both(ofRow[row], ofRow[index.rows.allBeside(row)]);
  }

  private int[] hingesOfEvidence(int piece, Derivation derivation) {
    int node = index.facts.size() + piece;
    if (!derivation.stands(node)) {
      return ANYTHING;
    }
    if (index.evidence.get(piece) instanceof Evidence.Stipulation) {
      return NOTHING;
    }
    int outermost = index.outermost(node);
    return outermost == node ? new int[] {node} : ofEvidence[outermost - index.facts.size()];
  }

  private int[] hingesOfRow(int row) {
    int[] shared = ANYTHING;
    for (int i = index.factsOfRow.from(row);
        i < index.factsOfRow.until(row) && shared != NOTHING;
        i++) {
      shared = both(shared, ofFact[index.factsOfRow.at(i)]);
    }
    return shared;
  }

  private int[] hingesOfFact(int fact) {
    int[] shared = ANYTHING;
    if (!contested.get(fact)) {
      for (int i = index.grounds.from(fact);
          i < index.grounds.until(fact) && shared != NOTHING;
          i++) {
        shared = both(shared, hingesOfGround(index.grounds.at(i)));
      }
    }
    return shared;
  }

  private int[] hingesOfGround(int ground) {
    int[] any = NOTHING;
    for (int i = index.clauses.needs.from(ground); i < index.clauses.needs.until(ground); i++) {
      int node = index.clauses.needs.at(i);
      any = either(any, index.isFact(node) ? ofFact[node] : ofEvidence[node - index.facts.size()]);
    }
    return any;
  }

  /** What two alternatives both hinge on. */
  static int[] both(int[] one, int[] other) {
    if (one == ANYTHING || one == other) {
      return other;
    }
    if (other == ANYTHING) {
      return one;
    }
    int[] shared = new int[Math.min(one.length, other.length)];
    int size = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        shared[size++] = one[i];
        j++;
        i++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return size == 0 ? NOTHING : Arrays.copyOf(shared, size);
  }

  /** What two sources needed together hinge on. */
  private static int[] either(int[] one, int[] other) {
    if (one == ANYTHING || other == NOTHING || one == other) {
      return one;
    }
    if (other == ANYTHING || one == NOTHING) {
      return other;
    }
    int[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return Arrays.stream(all).sorted().distinct().toArray();
  }
}
