package org.proffer.proof;

import java.util.Arrays;

/**
 * The facts in an order in which each comes after the facts it rests on; facts that rest on each
 * other in a circle come together. Strongly connected components after Tarjan, without recursion.
 */
final class Circles {

  private static final int NEW = -1;

  private final IntLists restsOn;
  private final int[] entered;
  private final int[] lowest;
  private final boolean[] open;
  private final int[] openFacts;
  private final int[] path;
  private final int[] nextOf;
  private final IntLists.Builder groups = new IntLists.Builder();
  private int clock;
  private int opened;

  private Circles(IntLists restsOn) {
    int facts = restsOn.size();
    this.restsOn = restsOn;
    entered = new int[facts];
    Arrays.fill(entered, NEW);
    lowest = new int[facts];
    open = new boolean[facts];
    openFacts = new int[facts];
    path = new int[facts];
    nextOf = new int[facts];
  }

  /** Groups of facts; a group of more than one is a circle. */
  static IntLists inOrder(IntLists restsOn) {
    Circles circles = new Circles(restsOn);
    for (int fact = 0; fact < restsOn.size(); fact++) {
      if (circles.entered[fact] == NEW) {
        circles.follow(fact);
      }
    }
    return circles.groups.build();
  }

  private void follow(int first) {
    int depth = 0;
    path[0] = first;
    enter(first);
    while (depth >= 0) {
      int fact = path[depth];
      if (nextOf[fact] < restsOn.until(fact)) {
        int earlier = restsOn.at(nextOf[fact]++);
        if (entered[earlier] == NEW) {
          path[++depth] = earlier;
          enter(earlier);
        } else if (open[earlier]) {
          lowest[fact] = Math.min(lowest[fact], entered[earlier]);
        }
      } else {
        if (lowest[fact] == entered[fact]) {
          close(fact);
        }
        depth--;
        if (depth >= 0) {
          lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[fact]);
        }
      }
    }
  }

  private void enter(int fact) {
    entered[fact] = clock;
    lowest[fact] = clock++;
    nextOf[fact] = restsOn.from(fact);
    open[fact] = true;
    openFacts[opened++] = fact;
  }

  private void close(int fact) {
    int member;
    do {
      member = openFacts[--opened];
      open[member] = false;
      groups.add(member);
    } while (member != fact);
    groups.end();
  }
}
