package org.proffer.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The smallest set of evidence to put back so that every cell wanted is met.
 *
 * <p>What cannot be spared whatever else comes back is put back first. For the rest, whatever is
 * not enough shows a cut: add to it for as long as it is still not enough, and every repair must
 * have one of the pieces that would not go in. A repair is a set that hits all cuts. Sets are
 * sought by size with branch and bound, the smallest size first, and cuts are found as they are
 * needed. From below the search is bounded by cuts without a common piece, each of which needs its
 * own; from above by a repair in which nothing can be spared, which is also the answer when the
 * search grows too long.
 */
final class RepairSearch {

  private static final int CHOICES = 5;

  private final Clauses clauses;
  private final int goals;
  private final Derivation derivation;
  private final long stepsAllowed;
  private final List<Integer> chosen = new ArrayList<>();
  private final BitSet isChosen = new BitSet();
  private final BitSet isRefused = new BitSet();
  private final List<List<Integer>> cuts = new ArrayList<>();
  private final List<List<Integer>> found = new ArrayList<>();
  private final List<Integer> pieces;
  private final List<Integer> indispensable = new ArrayList<>();
  private List<Integer> optional = List.of();
  private long steps;

  /**
   * @param stepsAllowed how long to search for the smallest, in clauses touched
   */
  RepairSearch(LostSupport lost, long stepsAllowed) {
    clauses = lost.clauses;
    goals = clauses.nodes() - lost.firstGoal;
    derivation = new Derivation(clauses, new BitSet(), lost.firstGoal);
    this.stepsAllowed = stepsAllowed;
    pieces = IntStream.range(0, lost.leftOut.size()).filter(this::isOfUse).boxed().toList();
  }

  private boolean isOfUse(int piece) {
    return clauses.neededBy.length(piece) > 0;
  }

  /**
   * The cheapest repair.
   *
   * @param evidence what a piece is
   */
  Repair cheapest(IntFunction<Evidence> evidence) {
    findIndispensable(pieces);
    indispensable.forEach(this::choose);
    optional =
        pieces.stream()
            .filter(piece -> !isChosen.get(piece))
            .sorted(Comparator.comparingInt(clauses.neededBy::length).reversed())
            .toList();
    List<Integer> rest = irredundant(optional);
    int size = disjointCuts();
    while (found.isEmpty() && size <= rest.size() && hasTime()) {
      search(size);
      size += found.isEmpty() && hasTime() ? 1 : 0;
    }
    boolean isSmallest = !found.isEmpty() || size == rest.size();
    if (found.isEmpty()) {
      rest.forEach(this::choose);
      found.add(List.copyOf(chosen));
    }
    return new Repair(
        found.stream().map(choice -> choice.stream().map(evidence::apply).toList()).toList(),
        isSmallest);
  }

  /** Those of the suspects without which all the rest is not enough; the rest is back. */
  private void findIndispensable(List<Integer> suspects) {
    if (isEnough()) {
      return;
    }
    if (suspects.size() == 1) {
      indispensable.addAll(suspects);
      return;
    }
    List<Integer> one = firstHalf(suspects);
    List<Integer> other = secondHalf(suspects);
    int length = derivation.length();
    other.forEach(derivation::give);
    findIndispensable(one);
    derivation.takeBackUntil(length);
    one.forEach(derivation::give);
    findIndispensable(other);
    derivation.takeBackUntil(length);
  }

  /**
   * Some of the candidates, early ones rather than late ones, none of which can be spared; after
   * Junker's QuickXplain.
   */
  private List<Integer> irredundant(List<Integer> candidates) {
    if (isEnough()) {
      return List.of();
    }
    if (candidates.size() == 1) {
      return candidates;
    }
    List<Integer> preferred = firstHalf(candidates);
    int length = derivation.length();
    preferred.forEach(derivation::give);
    List<Integer> late = irredundant(secondHalf(candidates));
    derivation.takeBackUntil(length);
    late.forEach(derivation::give);
    List<Integer> early = irredundant(preferred);
    derivation.takeBackUntil(length);
    List<Integer> all = new ArrayList<>(early);
    all.addAll(late);
    return all;
  }

  private static List<Integer> firstHalf(List<Integer> nodes) {
    return nodes.subList(0, (nodes.size() + 1) / 2);
  }

  private static List<Integer> secondHalf(List<Integer> nodes) {
    return nodes.subList((nodes.size() + 1) / 2, nodes.size());
  }

  private boolean isEnough() {
    return derivation.goalsMet() == goals;
  }

  private void choose(int node) {
    derivation.give(node);
    chosen.add(node);
    isChosen.set(node);
  }

  private void dropUntil(int size, int length) {
    derivation.takeBackUntil(length);
    while (chosen.size() > size) {
      isChosen.clear(chosen.remove(chosen.size() - 1));
    }
  }

  private boolean hasTime() {
    return steps + derivation.steps() < stepsAllowed;
  }

  /** Finds cuts no two of which share a piece, and says how many. */
  private int disjointCuts() {
    int size = chosen.size();
    int length = derivation.length();
    while (!isEnough() && hasTime()) {
      List<Integer> cut = findCut();
      cuts.add(cut);
      cut.forEach(this::choose);
    }
    dropUntil(size, length);
    return cuts.size();
  }

  private void search(int more) {
    if (found.size() == CHOICES || !hasTime()) {
      return;
    }
    if (cutsWithoutCommonPiece() > more) {
      return;
    }
    List<Integer> cut = openCut();
    if (cut.isEmpty()) {
      if (isEnough()) {
        found.add(List.copyOf(chosen));
        return;
      }
      cut = findCut();
      cuts.add(cut);
    }
    if (more == 0) {
      return;
    }
    int size = chosen.size();
    int length = derivation.length();
    List<Integer> tried = new ArrayList<>();
    for (int piece : cut) {
      if (!isRefused.get(piece)) {
        choose(piece);
        search(more - 1);
        dropUntil(size, length);
        isRefused.set(piece);
        tried.add(piece);
      }
    }
    tried.forEach(isRefused::clear);
  }

  /** The pieces that would not go in when all others did that leave some cell unmet. */
  private List<Integer> findCut() {
    List<Integer> cut = new ArrayList<>();
    int length = derivation.length();
    grow(false, cut);
    grow(true, cut);
    derivation.takeBackUntil(length);
    return cut;
  }

  private void grow(boolean withRefused, List<Integer> cut) {
    for (int piece : optional) {
      if (!isChosen.get(piece) && isRefused.get(piece) == withRefused) {
        int length = derivation.length();
        derivation.give(piece);
        if (isEnough()) {
          derivation.takeBackUntil(length);
          cut.add(piece);
        }
      }
    }
  }

  /** The open cut with the fewest pieces left to choose; empty when all known cuts are hit. */
  private List<Integer> openCut() {
    List<Integer> smallest = List.of();
    int fewest = Integer.MAX_VALUE;
    for (List<Integer> cut : cuts) {
      if (!isHit(cut)) {
        int left = 0;
        for (int piece : cut) {
          left += isRefused.get(piece) ? 0 : 1;
        }
        if (left < fewest) {
          fewest = left;
          smallest = cut;
        }
      }
    }
    return smallest;
  }

  /** How many open cuts, taken as they come, share no piece that may still be chosen. */
  private int cutsWithoutCommonPiece() {
    BitSet taken = new BitSet();
    int number = 0;
    for (List<Integer> cut : cuts) {
      if (!isHit(cut) && !cut.stream().anyMatch(taken::get)) {
        for (int piece : cut) {
          if (!isRefused.get(piece)) {
            taken.set(piece);
          }
        }
        number++;
      }
    }
    return number;
  }

  private boolean isHit(List<Integer> cut) {
    steps += cut.size();
    for (int piece : cut) {
      if (isChosen.get(piece)) {
        return true;
      }
    }
    return false;
  }
}
