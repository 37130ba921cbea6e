package org.proffer.proof;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Lists of ints, numbered from 0, laid end to end. */
final class IntLists {

  private final int[] starts;
  private final int[] values;

  private IntLists(int[] starts, int[] values) {
    this.starts = starts;
    this.values = values;
  }

  int size() {
    return starts.length - 1;
  }

  int from(int list) {
    return starts[list];
  }

  int until(int list) {
    return starts[list + 1];
  }

  int length(int list) {
    return until(list) - from(list);
  }

  int at(int position) {
    return values[position];
  }

  IntStream list(int list) {
    return Arrays.stream(values, from(list), until(list));
  }

  /** For each value below {@code size} the lists that hold it, in order. */
  IntLists inverse(int size) {
    int[] inverseStarts = new int[size + 1];
    for (int value : values) {
      inverseStarts[value + 1]++;
    }
    Arrays.parallelPrefix(inverseStarts, Integer::sum);
    int[] next = Arrays.copyOf(inverseStarts, size);
    int[] lists = new int[values.length];
    for (int list = 0; list < size(); list++) {
      for (int i = from(list); i < until(list); i++) {
        lists[next[values[i]]++] = list;
      }
    }
    return new IntLists(inverseStarts, lists);
  }

  /** Writes one list after the other. */
  static final class Builder {
    private int[] starts = new int[16];
    private int[] values = new int[16];
    private int lists;
    private int length;

    void add(int value) {
      if (length == values.length) {
        values = Arrays.copyOf(values, 2 * length);
      }
      values[length++] = value;
    }

    /** Ends the list that was being written. */
    void end() {
      if (++lists == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lists);
      }
      starts[lists] = length;
    }

    IntLists build() {
      return new IntLists(Arrays.copyOf(starts, lists + 1), Arrays.copyOf(values, length));
    }
  }
}
