package org.proffer.trends;

import java.util.List;

/**
 * The largest groups, and what they leave out: the messages of the largest, those of the others and
 * those without make up the whole.
 *
 * @param largest largest first
 * @param groups how many groups there are
 * @param grouped messages in all of them
 * @param without messages in none
 */
public record TrendGroups(List<TrendGroup> largest, long groups, long grouped, long without) {
  public TrendGroups {
    largest = List.copyOf(largest);
  }

  /** Messages in the groups that are not among the largest. */
  public long others() {
    return grouped - largest.stream().mapToLong(TrendGroup::messages).sum();
  }
}
