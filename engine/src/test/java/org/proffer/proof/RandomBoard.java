package org.proffer.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A small board drawn from a seed: circles, competition, unknown facts and gaps included. */
record RandomBoard(List<Count> counts, List<Fact> facts, Set<Evidence> evidence) {

  static RandomBoard drawnFrom(long seed) {
    Random draws = new Random(seed);
    List<String> defendants = List.of("D-1", "D-2", "D-3");
    List<Count> counts = new ArrayList<>();
    for (int c = 0; c <= draws.nextInt(2); c++) {
      List<String> elements = List.of("a", "b", "c").subList(0, 1 + draws.nextInt(3));
      counts.add(
          new Count(
              "C" + c,
              "1037(a)(" + c + ")",
              elements,
              defendants.subList(0, 1 + draws.nextInt(3))));
    }
    List<Evidence> evidence = evidence(draws);
    int size = draws.nextInt(9);
    List<Fact> facts = new ArrayList<>();
    for (int f = 0; f < size; f++) {
      facts.add(fact(f, size, counts, evidence, draws));
    }
    return new RandomBoard(counts, facts, new LinkedHashSet<>(evidence));
  }

  private static List<Evidence> evidence(Random draws) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i <= draws.nextInt(3); i++) {
      Evidence.Item item = new Evidence.Item("I" + i);
      evidence.add(item);
      for (int m = 0; m < draws.nextInt(3); m++) {
        Evidence.Message message = new Evidence.Message("M" + m, item);
        evidence.add(message);
        if (draws.nextInt(3) == 0) {
          evidence.add(new Evidence.Passage(message, 0, 5));
        }
      }
    }
    for (int w = 0; w < draws.nextInt(4); w++) {
      evidence.add(new Evidence.Witness("W" + w));
    }
    if (draws.nextInt(3) == 0) {
      evidence.add(new Evidence.Stipulation("S"));
    }
    return evidence;
  }

  private static Fact fact(
      int number, int size, List<Count> counts, List<Evidence> evidence, Random draws) {
    List<Ground> grounds = new ArrayList<>();
    for (int g = 0; g < draws.nextInt(4); g++) {
      List<Source> sources = new ArrayList<>();
      for (int s = 0; s <= draws.nextInt(3); s++) {
        sources.add(
            draws.nextInt(3) == 0
                ? new AnotherFact("F" + draws.nextInt(size + (draws.nextInt(5) == 0 ? 1 : 0)))
                : evidence.get(draws.nextInt(evidence.size())));
      }
      grounds.add(new Ground(sources));
    }
    List<Proves> proves = new ArrayList<>();
    for (int p = 0; p < draws.nextInt(5); p++) {
      Count count = counts.get(draws.nextInt(counts.size()));
      String element = count.elements().get(draws.nextInt(count.elements().size()));
      int defendant = draws.nextInt(count.defendants().size() + 1);
      proves.add(
          defendant == count.defendants().size()
              ? Proves.againstAll(count.id(), element)
              : Proves.against(count.defendants().get(defendant), count.id(), element));
    }
    List<String> competing = draws.nextInt(6) == 0 ? List.of("F" + draws.nextInt(size)) : List.of();
    return new Fact(
        "F" + number,
        "Fact " + number,
        LocalDate.of(2004, 5, 1 + number),
        grounds,
        proves,
        competing,
        draws.nextInt(12) == 0);
  }

  ProofBoard board() {
    return ProofBoard.of(counts, facts);
  }

  Set<Evidence> someEvidence(Random draws) {
    Set<Evidence> some = new LinkedHashSet<>();
    int oneIn = 1 + draws.nextInt(3);
    evidence.stream().filter(piece -> draws.nextInt(oneIn) == 0).forEach(some::add);
    return some;
  }
}
