package org.proffer.proof;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of the board read word for word, without any care for time: what a cell hinges on is
 * found by leaving out each source in turn, the cheapest repair by trying all sets.
 */
record PlainReading(RandomBoard board) {

  Set<String> standing(Set<Evidence> leftOut, Set<String> barred) {
    Set<String> standing = new HashSet<>();
    boolean changed;
    do {
      changed = false;
      for (Fact fact : board.facts()) {
        if (!barred.contains(fact.id())
            && fact.grounds().stream().anyMatch(ground -> holds(ground, standing, leftOut))) {
          changed |= standing.add(fact.id());
        }
      }
    } while (changed);
    return standing;
  }

  private static boolean holds(Ground ground, Set<String> standing, Set<Evidence> leftOut) {
    return ground.sources().stream()
        .allMatch(
            source ->
                source instanceof AnotherFact another
                    ? standing.contains(another.fact())
                    : isIn((Evidence) source, leftOut));
  }

  private static boolean isIn(Evidence piece, Set<Evidence> leftOut) {
    return !leftOut.contains(piece)
        && piece.partOf().map(outer -> isIn(outer, leftOut)).orElse(true);
  }

  Set<String> contested() {
    Set<String> standing = standing(Set.of(), Set.of());
    Set<String> contested = new HashSet<>();
    for (Fact one : board.facts()) {
      if (one.disputed()) {
        contested.add(one.id());
      }
      for (Fact other : board.facts()) {
        boolean compete =
            one.competing().contains(other.id()) || other.competing().contains(one.id());
        if (compete && standing.contains(other.id())) {
          contested.add(one.id());
        }
      }
    }
    return contested;
  }

  ProofRule rule(Count count, String element, String defendant, Set<Evidence> leftOut) {
    Set<String> written =
        board.facts().stream()
            .filter(
                fact ->
                    fact.proves().contains(Proves.againstAll(count.id(), element))
                        || fact.proves().contains(Proves.against(defendant, count.id(), element)))
            .map(Fact::id)
            .collect(toSet());
    if (written.isEmpty()) {
      return ProofRule.NO_FACT;
    }
    if (!meet(written, standing(leftOut, Set.of()))) {
      return ProofRule.NO_STANDING_FACT;
    }
    Set<String> contested = contested();
    if (!meet(written, standing(leftOut, contested))) {
      return ProofRule.CONTESTED;
    }
    Set<Evidence> notStipulated = new HashSet<>(leftOut);
    board.evidence().stream()
        .filter(piece -> !(piece instanceof Evidence.Stipulation))
        .forEach(notStipulated::add);
    if (meet(written, standing(notStipulated, contested))) {
      return ProofRule.STIPULATED;
    }
    return hinges(written, leftOut).isEmpty()
        ? ProofRule.INDEPENDENT_SOURCES
        : ProofRule.ONE_SOURCE;
  }

  Set<Evidence> hinges(Set<String> written, Set<Evidence> leftOut) {
    Set<Evidence> hinges = new HashSet<>();
    for (Evidence piece : board.evidence()) {
      if (piece instanceof Evidence.Item || piece instanceof Evidence.Witness) {
        Set<Evidence> without = new HashSet<>(leftOut);
        without.add(piece);
        if (!meet(written, standing(without, contested()))) {
          hinges.add(piece);
        }
      }
    }
    return hinges;
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  /** The counts that fall, as "count defendant". */
  Set<String> fallen(Set<Evidence> leftOut) {
    Set<String> standing = standing(leftOut, Set.of());
    Set<String> fallen = new TreeSet<>();
    for (Count count : board.counts()) {
      for (String defendant : count.defendants()) {
        for (String element : count.elements()) {
          boolean met =
              board.facts().stream()
                  .filter(fact -> standing.contains(fact.id()))
                  .flatMap(fact -> fact.proves().stream())
                  .anyMatch(
                      proves ->
                          proves.equals(Proves.againstAll(count.id(), element))
                              || proves.equals(Proves.against(defendant, count.id(), element)));
          if (!met) {
            fallen.add(count.id() + " " + defendant);
          }
        }
      }
    }
    return fallen;
  }

  /** Every smallest set that, put back, lets no count fall that stood on the whole record. */
  Set<Set<Evidence>> repairs(Set<Evidence> leftOut) {
    List<Evidence> pieces = new ArrayList<>(leftOut);
    Set<String> before = fallen(Set.of());
    Set<Set<Evidence>> smallest = new HashSet<>();
    int size = Integer.MAX_VALUE;
    for (int bits = 0; bits < 1 << pieces.size(); bits++) {
      if (Integer.bitCount(bits) <= size) {
        Set<Evidence> back = new HashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
          if ((bits & 1 << i) != 0) {
            back.add(pieces.get(i));
          }
        }
        Set<Evidence> still = new HashSet<>(leftOut);
        still.removeAll(back);
        if (fallen(still).equals(before)) {
          if (back.size() < size) {
            smallest.clear();
            size = back.size();
          }
          smallest.add(back);
        }
      }
    }
    return smallest;
  }
}
