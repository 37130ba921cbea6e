package org.proffer.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What was lost with the evidence left out, as far as it matters for certain cells: the pieces left
 * out (nodes from 0), then the fallen facts that could support those cells, then the cells, which
 * are the goals. What still stands is taken as given; facts that come back with the same pieces are
 * one node, cells that come back with the same facts are one goal.
 */
final class LostSupport {

  private final ProofIndex index;
  private final Derivation before;
  private final Derivation after;

  /** Node on the board to node here. */
  private final Map<Integer, Integer> pieces = new HashMap<>();

  private final int[] nodeOfFact;
  private final List<List<List<Integer>>> groundsOfNode = new ArrayList<>();
  private final Map<List<List<Integer>>, Integer> nodes = new HashMap<>();

  /** The node of each piece is its place in the list. */
  final List<Integer> leftOut;

  final Clauses clauses;
  final int firstGoal;

  /**
   * @param before what stands on the whole record
   * @param after what stands without the evidence left out
   * @param leftOut the evidence left out, by its nodes on the board
   * @param rows of the cells wanted, all met before and none after
   */
  LostSupport(
      ProofIndex index,
      Derivation before,
      Derivation after,
      List<Integer> leftOut,
      List<Integer> rows) {
    this.index = index;
    this.before = before;
    this.after = after;
    this.leftOut = leftOut;
    leftOut.forEach(piece -> pieces.put(piece, pieces.size()));
    nodeOfFact = new int[index.facts.size()];
    addFacts(factsThatCouldSupport(rows));
    Set<List<Integer>> goals = new LinkedHashSet<>();
    for (int row : rows) {
      goals.add(sorted(fallenFactsFor(row).map(fact -> nodeOfFact[fact])));
    }
    firstGoal = leftOut.size() + groundsOfNode.size();
    clauses = clauses(goals);
  }

  private IntStream fallenFactsFor(int row) {
    return index.factsFor(row).filter(this::isFallen);
  }

  private boolean isFallen(int fact) {
    return before.stands(fact) && !after.stands(fact);
  }

  private BitSet factsThatCouldSupport(List<Integer> rows) {
    BitSet found = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    for (int row : rows) {
      fallenFactsFor(row).forEach(open::add);
    }
    while (!open.isEmpty()) {
      int fact = open.remove();
      if (!found.get(fact)) {
        found.set(fact);
        index.factsRestedOn.list(fact).filter(this::isFallen).forEach(open::add);
      }
    }
    return found;
  }

  private void addFacts(BitSet facts) {
    for (int group = 0; group < index.order.size(); group++) {
      int[] together = index.order.list(group).filter(facts::get).toArray();
      if (together.length > 0 && index.circular[together[0]]) {
        for (int fact : together) {
          nodeOfFact[fact] = newNode(List.of());
        }
        for (int fact : together) {
          groundsOfNode.set(nodeOfFact[fact] - leftOut.size(), grounds(fact));
        }
      } else if (together.length > 0) {
        nodeOfFact[together[0]] = node(grounds(together[0]));
      }
    }
  }

  private static List<Integer> sorted(IntStream nodes) {
    return nodes.sorted().distinct().boxed().toList();
  }

  private int node(List<List<Integer>> grounds) {
    return grounds.size() == 1 && grounds.get(0).size() == 1
        ? grounds.get(0).get(0)
        : nodes.computeIfAbsent(grounds, this::newNode);
  }

  private int newNode(List<List<Integer>> grounds) {
    groundsOfNode.add(grounds);
    return leftOut.size() + groundsOfNode.size() - 1;
  }

  /** What each ground that can come back still needs, ordered so that like facts look alike. */
  private List<List<Integer>> grounds(int fact) {
    return index
        .grounds
        .list(fact)
        .filter(this::canComeBack)
        .mapToObj(this::lost)
        .distinct()
        .sorted(Comparator.comparingInt(List::hashCode))
        .toList();
  }

  private boolean canComeBack(int ground) {
    return index.clauses.needs.list(ground).allMatch(before::stands);
  }

  private List<Integer> lost(int ground) {
    return sorted(
        index.clauses.needs.list(ground).filter(node -> !after.stands(node)).flatMap(this::nodes));
  }

  private IntStream nodes(int lost) {
    return index.isFact(lost)
        ? IntStream.of(nodeOfFact[lost])
        : index.around(lost).filter(pieces::containsKey).map(pieces::get);
  }

  private Clauses clauses(Set<List<Integer>> goals) {
    IntLists.Builder clausesOf = new IntLists.Builder();
    IntLists.Builder needs = new IntLists.Builder();
    int number = 0;
    leftOut.forEach(piece -> clausesOf.end());
    for (List<List<Integer>> grounds : groundsOfNode) {
      for (List<Integer> ground : grounds) {
        ground.forEach(needs::add);
        needs.end();
        clausesOf.add(number++);
      }
      clausesOf.end();
    }
    for (List<Integer> alternatives : goals) {
      for (int alternative : alternatives) {
        needs.add(alternative);
        needs.end();
        clausesOf.add(number++);
      }
      clausesOf.end();
    }
    return new Clauses(clausesOf.build(), needs.build());
  }
}
