package org.proffer.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The board in numbers. A node is a fact (from 0) or a piece of evidence (after the last fact);
 * evidence that something on the board is part of has a node too.
 */
final class ProofIndex {

  final BoardRows rows;
  final List<Fact> facts;
  final Map<String, Integer> factNumbers = new HashMap<>();
  final List<Evidence> evidence = new ArrayList<>();
  final Map<Evidence, Integer> evidenceNodes = new HashMap<>();

  /** Fact to its grounds, which are the clauses. */
  final IntLists grounds;

  final Clauses clauses;

  /** Piece of evidence (from 0) to the nodes of itself and what it is part of, outermost last. */
  private final IntLists around;

  final IntLists factsOfRow;

  /** Fact to the facts in its grounds. */
  final IntLists factsRestedOn;

  /** Facts after the facts they rest on, circles together. */
  final IntLists order;

  /** Facts that rest on themselves, directly or through others. */
  final boolean[] circular;

  final List<BoardDefect> defects = new ArrayList<>();

  ProofIndex(List<Count> counts, List<Fact> facts) {
    this.rows = new BoardRows(counts);
    this.facts = facts;
    for (Fact fact : facts) {
      if (factNumbers.put(fact.id(), factNumbers.size()) != null) {
        throw new IllegalArgumentException("Two facts have the id " + fact.id());
      }
    }
    IntLists.Builder groundsOf = new IntLists.Builder();
    IntLists.Builder nodesOf = new IntLists.Builder();
    IntLists.Builder placed = new IntLists.Builder();
    int groundCount = 0;
    for (Fact fact : facts) {
      for (Ground ground : fact.grounds()) {
        if (isWhole(fact, ground)) {
          ground.sources().forEach(source -> nodesOf.add(node(source)));
          nodesOf.end();
          groundsOf.add(groundCount++);
        }
      }
      groundsOf.end();
      rowsFor(fact).forEach(placed::add);
      placed.end();
    }
    for (int piece = 0; piece < evidence.size(); piece++) {
      groundsOf.end();
    }
    grounds = groundsOf.build();
    clauses = new Clauses(grounds, nodesOf.build());
    around = containment();
    factsOfRow = placed.build().inverse(rows.size());
    factsRestedOn = factsRestedOn();
    order = Circles.inOrder(factsRestedOn);
    circular = new boolean[facts.size()];
    nameCircles();
  }

  boolean isFact(int node) {
    return node < facts.size();
  }

  Evidence evidenceAt(int node) {
    return evidence.get(node - facts.size());
  }

  /** The nodes of a piece of evidence and of what it is part of, outermost last. */
  IntStream around(int evidenceNode) {
    return around.list(evidenceNode - facts.size());
  }

  /** The item or witness that a piece of evidence is of, numbered before what is part of it. */
  int outermost(int evidenceNode) {
    return around.at(around.until(evidenceNode - facts.size()) - 1);
  }

  /** The facts written for a defendant's cell: his own, then those against all, each once. */
  IntStream factsFor(int row) {
    return IntStream.of(row, rows.allBeside(row)).distinct().flatMap(factsOfRow::list).distinct();
  }

  /** A ground that needs an unknown fact can never stand and is left off. */
  private boolean isWhole(Fact fact, Ground ground) {
    boolean whole = true;
    for (Source source : ground.sources()) {
      if (source instanceof AnotherFact another && !factNumbers.containsKey(another.fact())) {
        whole = false;
        defects.add(
            new BoardDefect(
                BoardDefect.Kind.UNKNOWN_FACT,
                List.of(fact.id()),
                "It rests on fact " + another.fact() + ", which is not on the board."));
      }
    }
    return whole;
  }

  private int node(Source source) {
    if (source instanceof AnotherFact another) {
      return factNumbers.getOrDefault(another.fact(), -1);
    }
    Evidence piece = (Evidence) source;
    Integer known = evidenceNodes.get(piece);
    if (known != null) {
      return known;
    }
    piece.partOf().ifPresent(this::node);
    int node = facts.size() + evidence.size();
    evidenceNodes.put(piece, node);
    evidence.add(piece);
    return node;
  }

  private Set<Integer> rowsFor(Fact fact) {
    Set<Integer> found = new TreeSet<>();
    for (Proves proves : fact.proves()) {
      int row = rows.rowOf(proves);
      if (row >= 0) {
        found.add(row);
      } else {
        defects.add(
            new BoardDefect(
                BoardDefect.Kind.NOT_CHARGED,
                List.of(fact.id()),
                "It is to prove element "
                    + proves.element()
                    + " of count "
                    + proves.count()
                    + (proves.defendant() == null ? "" : " against " + proves.defendant())
                    + ", which is not charged."));
      }
    }
    return found;
  }

  private IntLists containment() {
    IntLists.Builder builder = new IntLists.Builder();
    for (Evidence piece : evidence) {
      builder.add(evidenceNodes.getOrDefault(piece, 0));
      for (var outer = piece.partOf(); outer.isPresent(); outer = outer.get().partOf()) {
        builder.add(evidenceNodes.getOrDefault(outer.get(), 0));
      }
      builder.end();
    }
    return builder.build();
  }

  private IntLists factsRestedOn() {
    IntLists.Builder builder = new IntLists.Builder();
    for (int fact = 0; fact < facts.size(); fact++) {
      grounds.list(fact).flatMap(clauses.needs::list).filter(this::isFact).forEach(builder::add);
      builder.end();
    }
    return builder.build();
  }

  private void nameCircles() {
    for (int group = 0; group < order.size(); group++) {
      List<String> circle = new ArrayList<>();
      for (int i = order.from(group); i < order.until(group); i++) {
        int fact = order.at(i);
        if (order.length(group) > 1 || restsOnItself(fact)) {
          circular[fact] = true;
          circle.add(facts.get(fact).id());
        }
      }
      if (!circle.isEmpty()) {
        defects.add(
            new BoardDefect(
                BoardDefect.Kind.CIRCLE,
                circle,
                "These facts rest on each other in a circle: " + String.join(", ", circle) + "."));
      }
    }
  }

  private boolean restsOnItself(int fact) {
    return factsRestedOn.list(fact).anyMatch(other -> other == fact);
  }
}
