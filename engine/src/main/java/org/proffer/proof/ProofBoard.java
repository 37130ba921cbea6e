package org.proffer.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  private final BitSet contested;
  private final Assessment onTheWholeRecord;

  private ProofBoard(ProofIndex index) {
    this.index = index;
    Derivation whole = new Derivation(index, NONE, List.of());
    contested = contested(whole.standing());
    onTheWholeRecord = assess(whole, List.of());
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
    List<Integer> nodes = nodes(leftOut);
    Derivation derivation = new Derivation(index, NONE, nodes);
    Assessment after = assess(derivation, nodes);
    List<FallenCount> fallen = after.fallenSince(onTheWholeRecord);
    return new WhatIf(
        after.fallenFactsSince(onTheWholeRecord),
        after.changesSince(onTheWholeRecord),
        fallen,
        fallen.isEmpty() ? Optional.empty() : Optional.of(repair(derivation, nodes, fallen)),
        after);
  }

  private Repair repair(Derivation derivation, List<Integer> leftOut, List<FallenCount> fallen) {
    for (FallenCount count : fallen) {
      for (String element : count.elements()) {
        derivation.want(index.rows.rowOf(count.count(), element, count.defendant()));
      }
    }
    return new RepairSearch(index, derivation, STEPS_ALLOWED).cheapest(leftOut);
  }

  private Assessment assess(Derivation derivation, List<Integer> leftOut) {
    List<Integer> allButStipulations = new ArrayList<>(leftOut);
    for (int piece = 0; piece < index.evidence.size(); piece++) {
      if (!(index.evidence.get(piece) instanceof Evidence.Stipulation)) {
        allButStipulations.add(index.facts.size() + piece);
      }
    }
    BitSet stipulated = new Derivation(index, contested, allButStipulations).standing();
    return new Assessment(index, contested, derivation, stipulated);
  }

  /** In the order of the board, so that the same question always has the same answer. */
  private List<Integer> nodes(Set<Evidence> leftOut) {
    return leftOut.stream()
        .map(index.evidenceNodes::get)
        .filter(node -> node != null)
        .sorted()
        .toList();
  }

  private BitSet contested(BitSet standing) {
    BitSet found = new BitSet();
    for (int fact = 0; fact < index.facts.size(); fact++) {
      if (index.facts.get(fact).disputed()) {
        found.set(fact);
      }
      for (String id : index.facts.get(fact).competing()) {
        Integer other = index.factNumbers.get(id);
        if (other != null) {
          found.set(fact, found.get(fact) || standing.get(other));
          found.set(other, found.get(other) || standing.get(fact));
        }
      }
    }
    return found;
  }
}
