package org.proffer.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Splits many ids into portions that one query takes. */
public final class Portions {
  /** A query of PostgreSQL takes 65,535 parameters. */
  private static final int MOST = 10_000;

  private Portions() {}

  /** All of them, in their order, at most 10,000 in each list; none is empty. */
  public static <T> List<List<T>> of(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < list.size(); from += MOST) {
      portions.add(list.subList(from, Math.min(list.size(), from + MOST)));
    }
    return portions;
  }
}
