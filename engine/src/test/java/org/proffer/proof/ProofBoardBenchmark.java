package org.proffer.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How long a what-if takes on a large case: 50 defendants, 40 counts of 5 elements and 100,000
 * facts, resting on 200 items with 60,000 messages, 300 witnesses and each other. Run as a program;
 * prints milliseconds of the wall clock, and of the processor in the thread that asks.
 */
final class ProofBoardBenchmark {

  private static final int DEFENDANTS = 50;
  private static final int COUNTS = 40;
  private static final int ELEMENTS = 5;
  private static final int FACTS = 100_000;
  private static final int ITEMS = 200;
  private static final int MESSAGES = 60_000;
  private static final int WITNESSES = 300;

  private final Random draws = new Random(18);
  private final List<Evidence.Item> items = new ArrayList<>();
  private final List<Evidence.Message> messages = new ArrayList<>();
  private final List<Evidence.Witness> witnesses = new ArrayList<>();

  private ProofBoardBenchmark() {
    for (int i = 0; i < ITEMS; i++) {
      items.add(new Evidence.Item("1B" + i));
    }
    for (int m = 0; m < MESSAGES; m++) {
      messages.add(new Evidence.Message("m" + m, any(items)));
    }
    for (int w = 0; w < WITNESSES; w++) {
      witnesses.add(new Evidence.Witness("W" + w));
    }
  }

  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    ProofBoardBenchmark benchmark = new ProofBoardBenchmark();
    List<Count> counts = benchmark.counts();
    List<Fact> facts = benchmark.facts();
    Stopwatch watch = new Stopwatch();
    ProofBoard board = ProofBoard.of(counts, facts);
    System.out.printf("board made, the first time: %s%n", watch.read());
    System.out.printf("support: %s%n", supports(board.onTheWholeRecord()));
    List<Stopwatch.Time> made = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      watch = new Stopwatch();
      board = ProofBoard.of(counts, facts);
      made.add(watch.read());
    }
    report("board made", made, "");
    benchmark.whatIf(board, "one item", 1, 0, 0, rounds);
    benchmark.whatIf(board, "10 items, 10 witnesses", 10, 10, 0, rounds);
    benchmark.whatIf(board, "100 items, 150 witnesses", 100, 150, 0, rounds);
    benchmark.whatIf(board, "all items but 10", 190, 0, 0, rounds);
    benchmark.whatIf(board, "all witnesses, half of the messages", 0, 300, 30_000, rounds);
    benchmark.whatIf(board, "everything", ITEMS, WITNESSES, 0, rounds);
  }

  private void whatIf(
      ProofBoard board, String what, int itemsOut, int witnessesOut, int messagesOut, int rounds) {
    List<Stopwatch.Time> taken = new ArrayList<>();
    WhatIf last = null;
    for (int i = 0; i < rounds; i++) {
      Set<Evidence> leftOut = new LinkedHashSet<>();
      leftOut.addAll(some(items, itemsOut));
      leftOut.addAll(some(witnesses, witnessesOut));
      leftOut.addAll(some(messages, messagesOut));
      Stopwatch watch = new Stopwatch();
      last = board.without(leftOut);
      taken.add(watch.read());
    }
    report(
        what,
        taken,
        last == null
            ? ""
            : String.format(
                "; the last: %d facts fell, %d cells changed, %d counts fell, repair %s",
                last.fallenFacts().size(),
                last.changes().size(),
                last.fallenCounts().size(),
                last.repair()
                    .map(r -> r.choices().get(0).size() + (r.isSmallest() ? "" : ", not proved"))
                    .orElse("none")));
  }

  private <T> List<T> some(List<T> all, int number) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, draws);
    return shuffled.subList(0, number);
  }

  private static void report(String what, List<Stopwatch.Time> taken, String result) {
    Stopwatch.Time first = taken.get(0);
    taken.sort(Comparator.comparingLong(Stopwatch.Time::wall));
    System.out.printf(
        "%s: first %s, median %s, slowest %s%s%n",
        what, first, taken.get(taken.size() / 2), taken.get(taken.size() - 1), result);
  }

  private static String supports(Assessment assessment) {
    int[] cells = new int[Support.values().length];
    assessment.cells().forEach(cell -> cells[cell.support().ordinal()]++);
    return Arrays.toString(Support.values()) + " " + Arrays.toString(cells);
  }

  /** Times what the current thread does from its making on. */
  private static final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long wall = System.nanoTime();
    private final long processor = THREADS.getCurrentThreadCpuTime();

    Time read() {
      return new Time(
          (System.nanoTime() - wall) / 1_000_000,
          (THREADS.getCurrentThreadCpuTime() - processor) / 1_000_000);
    }

    record Time(long wall, long processor) {
      @Override
      public String toString() {
        return wall + " ms (processor " + processor + ")";
      }
    }
  }

  private List<Count> counts() {
    List<String> defendants = new ArrayList<>();
    for (int d = 1; d <= DEFENDANTS; d++) {
      defendants.add("D-" + d);
    }
    List<String> elements = new ArrayList<>();
    for (int e = 1; e <= ELEMENTS; e++) {
      elements.add("element " + e);
    }
    List<Count> counts = new ArrayList<>();
    for (int c = 1; c <= COUNTS; c++) {
      counts.add(new Count("count " + c, "18 U.S.C. 1037(a)(2)", elements, defendants));
    }
    return counts;
  }

  /**
   * One in ten speaks of all defendants, one in four rests on an earlier fact, one in fifty is
   * contested.
   */
  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int f = 0; f < FACTS; f++) {
      List<Ground> grounds = new ArrayList<>();
      for (int g = 0; g <= draws.nextInt(2); g++) {
        List<Source> sources = new ArrayList<>();
        sources.add(any(messages));
        if (draws.nextInt(3) == 0) {
          sources.add(any(witnesses));
        }
        if (f > 0 && draws.nextInt(4) == 0) {
          sources.add(new AnotherFact("fact " + draws.nextInt(f)));
        }
        grounds.add(new Ground(sources));
      }
      String count = "count " + (1 + draws.nextInt(COUNTS));
      String element = "element " + (1 + draws.nextInt(ELEMENTS));
      facts.add(
          new Fact(
              "fact " + f,
              "Sentence " + f,
              LocalDate.of(2004, 1, 1).plusDays(f % 366),
              grounds,
              List.of(
                  draws.nextInt(2000) == 0
                      ? Proves.againstAll(count, element)
                      : Proves.against("D-" + (1 + draws.nextInt(DEFENDANTS)), count, element)),
              List.of(),
              draws.nextInt(50) == 0));
    }
    return facts;
  }

  private <T> T any(List<T> all) {
    return all.get(draws.nextInt(all.size()));
  }
}
