package org.proffer.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.proffer.access.Action;

/** Something that search looks into; a bean of the capability that keeps it. */
public interface Searched {
  /** The most matches of a kind that are counted and put in order; more are said to be more. */
  int MOST = 1_000;

  /** The kinds of things that can be found here. */
  List<Kind> kinds();

  /**
   * What matches, in the cases of a person.
   *
   * @param kind one of {@link #kinds()}
   * @param login the person; nothing of a case he is no member of is found or counted
   * @param most hits wanted
   */
  Found find(Kind kind, SearchWords words, String login, int most);

  /** What matches of several kinds of these; those of which nothing matches may be left out. */
  default Map<Kind, Found> find(List<Kind> kinds, SearchWords words, String login, int most) {
    return kinds.stream()
        .collect(Collectors.toMap(kind -> kind, kind -> find(kind, words, login, most)));
  }

  /**
   * A kind of things.
   *
   * @param name in addresses, for example {@code party}
   * @param label as a person reads it, for example {@code Party}
   * @param place what sorts the kinds in the answer: the smallest first, then the label
   * @param viewing what one must be allowed, to find them
   */
  record Kind(String name, String label, int place, Action viewing) {}

  /**
   * What matches.
   *
   * @param hits the best, best first
   * @param total how many match; {@link #MOST} where there are more
   * @param more whether there are more than were counted and put in order
   */
  record Found(List<Hit> hits, long total, boolean more) {
    /** Nothing matches. */
    public static final Found NOTHING = new Found(List.of(), 0, false);

    public Found {
      hits = List.copyOf(hits);
    }

    /**
     * What a query over at most one more than {@link #MOST} matches gives.
     *
     * @param counted how many the query saw
     */
    public static Found of(List<Hit> hits, long counted) {
      return new Found(hits, Math.min(counted, MOST), counted > MOST);
    }
  }
}
