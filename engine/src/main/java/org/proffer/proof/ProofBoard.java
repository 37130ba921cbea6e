package org.proffer.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The proof of a case as it is known at one time: counts, facts and what the facts rest on. Judges
 * every cell (count, element, defendant) by the rules of {@link ProofRule}, on the whole record or
 * with evidence left out. Unchangeable and safe to share between threads.
 *
 * <p>A fact stands when all sources of one of its grounds stand. Facts may rest on facts; what
 * rests on itself alone does not stand. A fact is contested when it is disputed or when a fact that
 * competes with it stands on the whole record: leaving out our own evidence does not silence the
 * other side, so leaving out more never makes a cell better.
 */
public final class ProofBoard {

  private static final long STEPS_ALLOWED = 5_000_000;
  private static final BitSet NONE = new BitSet();

  private final ProofIndex index;
  private final Derivation wholeRecord;
  private final BitSet contested;
  private final Assessment onTheWholeRecord;

  private ProofBoard(ProofIndex index) {
    this.index = index;
    wholeRecord = derive(NONE, piece -> true);
    contested = contested();
    onTheWholeRecord = assess(wholeRecord, NONE);
  }

  /**
   * The board of these counts and facts; evidence is what the facts name.
   *
   * @throws IllegalArgumentException if two counts or two facts have the same id
   */
  public static ProofBoard of(Collection<Count> counts, Collection<Fact> facts) {
    return new ProofBoard(new ProofIndex(List.copyOf(counts), List.copyOf(facts)));
  }

  /** What is written in a way that supports nothing; the board is judged without it. */
  public List<BoardDefect> defects() {
    return List.copyOf(index.defects);
  }

  /** The board with all evidence in. */
  public Assessment onTheWholeRecord() {
    return onTheWholeRecord;
  }

  /**
   * What becomes of the board without this evidence and all that is part of it. Evidence on which
   * nothing rests may be among it.
   */
  public WhatIf without(Set<Evidence> leftOut) {
    BitSet nodes = nodes(leftOut);
    Derivation derivation = derive(NONE, piece -> isIn(piece, nodes));
    Assessment after = assess(derivation, nodes);
    List<FallenCount> fallen = after.fallenSince(onTheWholeRecord);
    return new WhatIf(
        after.fallenFactsSince(onTheWholeRecord),
        after.changesSince(onTheWholeRecord),
        fallen,
        fallen.isEmpty() ? Optional.empty() : Optional.of(repair(derivation, nodes, fallen)),
        after);
  }

  private Repair repair(Derivation derivation, BitSet leftOut, List<FallenCount> fallen) {
    List<Integer> rows = new ArrayList<>();
    for (FallenCount count : fallen) {
      for (String element : count.elements()) {
        rows.add(index.rows.rowOf(count.count(), element, count.defendant()));
      }
    }
    LostSupport lost =
        new LostSupport(index, wholeRecord, derivation, leftOut.stream().boxed().toList(), rows);
    return new RepairSearch(lost, STEPS_ALLOWED)
        .cheapest(piece -> index.evidenceAt(lost.leftOut.get(piece)));
  }

  private Assessment assess(Derivation derivation, BitSet leftOut) {
    Derivation stipulated =
        derive(
            contested,
            node -> index.evidenceAt(node) instanceof Evidence.Stipulation && isIn(node, leftOut));
    return new Assessment(index, contested, derivation, stipulated);
  }

  private Derivation derive(BitSet barred, IntPredicate given) {
    Derivation derivation = new Derivation(index.clauses, barred, index.clauses.nodes());
    IntStream.range(index.facts.size(), index.clauses.nodes())
        .filter(given)
        .forEach(derivation::give);
    return derivation;
  }

  private boolean isIn(int evidenceNode, BitSet leftOut) {
    return index.around(evidenceNode).noneMatch(leftOut::get);
  }

  private BitSet nodes(Set<Evidence> leftOut) {
    BitSet nodes = new BitSet();
    for (Evidence piece : leftOut) {
      Integer node = index.evidenceNodes.get(piece);
      if (node != null) {
        nodes.set(node);
      }
    }
    return nodes;
  }

  private BitSet contested() {
    BitSet found = new BitSet();
    for (int fact = 0; fact < index.facts.size(); fact++) {
      if (index.facts.get(fact).disputed()) {
        found.set(fact);
      }
      for (String id : index.facts.get(fact).competing()) {
        Integer other = index.factNumbers.get(id);
        if (other != null) {
          found.set(fact, found.get(fact) || wholeRecord.stands(other));
          found.set(other, found.get(other) || wholeRecord.stands(fact));
        }
      }
    }
    return found;
  }
}
