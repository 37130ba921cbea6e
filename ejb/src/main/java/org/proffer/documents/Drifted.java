package org.proffer.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence that is not the same any more.
 *
 * @param section heading it stands under; empty before the first
 * @param before as it stood; empty if it was added
 * @param after as it would stand; empty if it is gone
 * @param sources of what changed in it, as they stand after, else as they stood before
 */
public record Drifted(String section, String before, String after, List<Source> sources) {
  public Drifted {
    sources = List.copyOf(sources);
  }

  static List<Drifted> between(List<Statement> before, List<Statement> after) {
    List<Drifted> drifted = new ArrayList<>();
    for (Statements.Change change : Statements.changes(before, after)) {
      Statement was = change.before();
      Statement is = change.after();
      Set<Source> sources = new LinkedHashSet<>(is == null ? List.of() : is.sources());
      if (was != null && is != null) {
        sources.removeAll(was.sources());
      }
      if (sources.isEmpty()) {
        sources.addAll(is != null ? is.sources() : was == null ? List.of() : was.sources());
      }
      drifted.add(
          new Drifted(
              was != null ? was.section() : is == null ? "" : is.section(),
              was == null ? "" : was.text(),
              is == null ? "" : is.text(),
              List.copyOf(sources)));
    }
    return drifted;
  }
}
