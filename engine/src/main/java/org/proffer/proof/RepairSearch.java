package org.proffer.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

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

  private final ProofIndex index;
  private final Derivation derivation;
  private final long stepsAllowed;
  private final List<Integer> chosen = new ArrayList<>();
  private final BitSet isChosen = new BitSet();
  private final BitSet isRefused = new BitSet();
  private final List<List<Integer>> cuts = new ArrayList<>();
  private final List<List<Evidence>> found = new ArrayList<>();
  private List<Integer> optional = List.of();
  private long steps;

  /**
   * @param derivation without the evidence left out, with the cells wanted; it is used up
   * @param stepsAllowed how long to search for the smallest, in nodes of the board touched
   */
  RepairSearch(ProofIndex index, Derivation derivation, long stepsAllowed) {
    this.index = index;
    this.derivation = derivation;
    this.stepsAllowed = stepsAllowed;
  }

  /** All that was left out, put back, is enough. */
  Repair cheapest(List<Integer> leftOut) {
    List<Integer> indispensable = new ArrayList<>();
    findIndispensable(leftOut, indispensable);
    indispensable.forEach(this::choose);
    optional =
        leftOut.stream()
            .filter(node -> !isChosen.get(node))
            .sorted(Comparator.comparingInt(this::uses).reversed())
            .toList();
    List<Integer> rest = irredundant(optional);
    int size = disjointCuts();
    boolean searched = true;
    while (found.isEmpty() && size <= rest.size() && searched) {
      search(size);
      searched = hasTime();
      size++;
    }
    if (!found.isEmpty()) {
      return new Repair(found, true);
    }
    rest.forEach(this::choose);
    return new Repair(List.of(evidenceChosen()), size > rest.size());
  }

  /** Those of the suspects without which all the rest is not enough; the rest is back. */
  private void findIndispensable(List<Integer> suspects, List<Integer> indispensable) {
    if (derivation.unmet() == 0) {
      return;
    }
    if (suspects.size() == 1) {
      indispensable.addAll(suspects);
      return;
    }
    List<Integer> one = firstHalf(suspects);
    List<Integer> other = secondHalf(suspects);
    int depth = derivation.depth();
    other.forEach(derivation::putBack);
    findIndispensable(one, indispensable);
    derivation.takeOutUntil(depth);
    one.forEach(derivation::putBack);
    findIndispensable(other, indispensable);
    derivation.takeOutUntil(depth);
  }

  /**
   * Some of the candidates, early ones rather than late ones, none of which can be spared; after
   * Junker's QuickXplain.
   */
  private List<Integer> irredundant(List<Integer> candidates) {
    if (derivation.unmet() == 0) {
      return List.of();
    }
    if (candidates.size() == 1) {
      return candidates;
    }
    List<Integer> preferred = firstHalf(candidates);
    int depth = derivation.depth();
    preferred.forEach(derivation::putBack);
    List<Integer> late = irredundant(secondHalf(candidates));
    derivation.takeOutUntil(depth);
    late.forEach(derivation::putBack);
    List<Integer> early = irredundant(preferred);
    derivation.takeOutUntil(depth);
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

  private int uses(int node) {
    int uses = 0;
    int piece = node - index.facts.size();
    for (int i = index.covers.from(piece); i < index.covers.until(piece); i++) {
      uses += index.neededBy.length(index.facts.size() + index.covers.at(i));
    }
    return uses;
  }

  private void choose(int node) {
    derivation.putBack(node);
    chosen.add(node);
    isChosen.set(node);
  }

  private void dropUntil(int size) {
    derivation.takeOutUntil(size);
    while (chosen.size() > size) {
      isChosen.clear(chosen.remove(chosen.size() - 1));
    }
  }

  private boolean hasTime() {
    return steps + derivation.steps() < stepsAllowed;
  }

  /** Finds cuts no two of which share a piece, and says how many. */
  private int disjointCuts() {
    int before = chosen.size();
    while (derivation.unmet() > 0 && hasTime()) {
      List<Integer> cut = findCut();
      cuts.add(cut);
      cut.forEach(this::choose);
    }
    dropUntil(before);
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
      if (derivation.unmet() == 0) {
        found.add(evidenceChosen());
        return;
      }
      cut = findCut();
      cuts.add(cut);
    }
    if (more == 0) {
      return;
    }
    int before = chosen.size();
    List<Integer> tried = new ArrayList<>();
    for (int piece : cut) {
      if (!isRefused.get(piece)) {
        choose(piece);
        search(more - 1);
        dropUntil(before);
        isRefused.set(piece);
        tried.add(piece);
      }
    }
    tried.forEach(isRefused::clear);
  }

  /** The pieces that would not go in when all others did that leave some cell unmet. */
  private List<Integer> findCut() {
    List<Integer> cut = new ArrayList<>();
    int depth = derivation.depth();
    grow(false, cut);
    grow(true, cut);
    derivation.takeOutUntil(depth);
    return cut;
  }

  private void grow(boolean withRefused, List<Integer> cut) {
    for (int piece : optional) {
      if (!isChosen.get(piece) && isRefused.get(piece) == withRefused) {
        int depth = derivation.depth();
        derivation.putBack(piece);
        if (derivation.unmet() == 0) {
          derivation.takeOutUntil(depth);
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

  private List<Evidence> evidenceChosen() {
    return chosen.stream().map(index::evidenceAt).toList();
  }
}
