package org.proffer.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the rows that facts are put in: for each element of each count one row for each
 * defendant charged, then one for what is proved against all of them. The cell of a defendant reads
 * his row and the row of all.
 */
final class BoardRows {

  private final List<Count> counts;
  private final int[] firstRow;
  private final int[] allBeside;
  private final Map<String, Integer> countNumbers = new HashMap<>();
  private final List<Map<String, Integer>> elementNumbers = new ArrayList<>();
  private final List<Map<String, Integer>> defendantNumbers = new ArrayList<>();

  BoardRows(List<Count> counts) {
    this.counts = counts;
    firstRow = new int[counts.size() + 1];
    for (int c = 0; c < counts.size(); c++) {
      Count count = counts.get(c);
      if (countNumbers.put(count.id(), c) != null) {
        throw new IllegalArgumentException("Two counts have the id " + count.id());
      }
      elementNumbers.add(numbered(count.elements()));
      defendantNumbers.add(numbered(count.defendants()));
      firstRow[c + 1] = firstRow[c] + count.elements().size() * (count.defendants().size() + 1);
    }
    allBeside = new int[size()];
    for (int c = 0; c < counts.size(); c++) {
      for (int e = 0; e < elements(c); e++) {
        Arrays.fill(allBeside, row(c, e, 0), rowOfAll(c, e) + 1, rowOfAll(c, e));
      }
    }
  }

  private static Map<String, Integer> numbered(List<String> ids) {
    Map<String, Integer> numbers = new HashMap<>();
    ids.forEach(id -> numbers.put(id, numbers.size()));
    return numbers;
  }

  List<Count> counts() {
    return counts;
  }

  int size() {
    return firstRow[counts.size()];
  }

  int row(int count, int element, int defendant) {
    return firstRow[count] + element * (defendants(count) + 1) + defendant;
  }

  int rowOfAll(int count, int element) {
    return row(count, element, defendants(count));
  }

  int defendants(int count) {
    return counts.get(count).defendants().size();
  }

  int elements(int count) {
    return counts.get(count).elements().size();
  }

  /** The row a fact is put in, or -1 where that is not charged. */
  int rowOf(Proves proves) {
    return rowOf(proves.count(), proves.element(), proves.defendant());
  }

  int rowOf(String countId, String elementId, @Nullable String defendantId) {
    Integer count = countNumbers.get(countId);
    if (count == null) {
      return -1;
    }
    Integer element = elementNumbers.get(count).get(elementId);
    if (element == null) {
      return -1;
    }
    if (defendantId == null) {
      return rowOfAll(count, element);
    }
    Integer defendant = defendantNumbers.get(count).get(defendantId);
    return defendant == null ? -1 : row(count, element, defendant);
  }

  /** The row of all defendants of the element that this row is of, the last of them. */
  int allBeside(int row) {
    return allBeside[row];
  }

  /** Called with every cell of the board, in the order of counts, elements and defendants. */
  void forEachCell(CellVisitor visitor) {
    for (int c = 0; c < counts.size(); c++) {
      for (int e = 0; e < elements(c); e++) {
        for (int d = 0; d < defendants(c); d++) {
          visitor.visit(c, e, d);
        }
      }
    }
  }

  /** Takes the numbers of a count, of an element in it and of a defendant charged in it. */
  interface CellVisitor {
    void visit(int count, int element, int defendant);
  }
}
