package org.proffer.mailings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which heading of a file stands for which column of a list.
 *
 * @param headings by the names of the columns; what is not there, the file does not hold
 */
public record ColumnMapping(Map<String, String> headings) {
  public ColumnMapping {
    headings = Map.copyOf(headings);
  }

  /** What the headings of a file most likely mean; each heading is used once. */
  public static ColumnMapping guess(ListKind kind, List<String> header) {
    Map<String, String> headings = new LinkedHashMap<>();
    for (Column column : kind.columns()) {
      header.stream()
          .filter(heading -> !headings.containsValue(heading))
          .filter(column::isCalled)
          .findFirst()
          .ifPresent(heading -> headings.put(column.name(), heading));
    }
    return new ColumnMapping(headings);
  }

  /**
   * Where each column of a list stands in a file; -1 where the file does not hold it.
   *
   * @throws ListRefused if a required column is not mapped, or a heading is not in the file
   */
  int[] positions(ListKind kind, List<String> header) {
    int[] positions = new int[kind.columns().size()];
    for (int i = 0; i < positions.length; i++) {
      Column column = kind.columns().get(i);
      String heading = headings.get(column.name());
      positions[i] = heading == null ? -1 : header.indexOf(heading);
      if (heading != null && positions[i] < 0) {
        throw new ListRefused(
            kind,
            1,
            "it has no column “" + heading + "”; its columns are " + String.join(", ", header),
            "Choose one of its columns for: " + column.label() + ".");
      }
      if (column.required() && positions[i] < 0) {
        throw new ListRefused(
            kind,
            1,
            "no column is chosen for: " + column.label(),
            "Choose one of " + String.join(", ", header) + ".");
      }
    }
    return positions;
  }
}
