package org.proffer.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the defects of one message, a bounded number of each code. */
final class Defects {
  private static final int EACH = 20;
  private final Map<DefectCode, Integer> counts = new EnumMap<>(DefectCode.class);
  private final List<Defect> found = new ArrayList<>();

  void add(DefectCode code, long offset) {
    if (counts.merge(code, 1, Integer::sum) <= EACH) {
      found.add(new Defect(code, offset));
    }
  }

  /** Adds the code unless it was found before. */
  void addOnce(DefectCode code, long offset) {
    if (!counts.containsKey(code)) {
      add(code, offset);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Defect> inOrder() {
    found.sort(Comparator.comparingLong(Defect::offset).thenComparing(Defect::code));
    return found;
  }
}
