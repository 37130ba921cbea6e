package org.proffer.cases;

import java.util.List;

/**
 * A stretch of a list of cases.
 *
 * @param total how many cases the whole list has
 */
public record CasePage(List<CaseSummary> rows, long total) {
  public CasePage {
    rows = List.copyOf(rows);
  }
}
