package org.proffer.query;

import java.util.List;

/** What was asked, as a tree. */
sealed interface Query {

  /** All of these. */
  record And(List<Query> all) implements Query {
    public And {
      all = List.copyOf(all);
    }
  }

  /** At least one of these. */
  record Or(List<Query> any) implements Query {
    public Or {
      any = List.copyOf(any);
    }
  }

  /** Not this. */
  record Not(Query but) implements Query {}

  /**
   * Two words or phrases near each other, in either order.
   *
   * @param within words from one to the other, 1 for side by side
   */
  record Near(Query one, Query other, int within, int at) implements Query {}

  /**
   * What is looked for in a field.
   *
   * @param field where; {@link QueryField#TEXT} for anywhere in subject, addresses and text
   * @param text as typed, without quotes and without the star at its end
   * @param phrase whether it stood between quotes
   * @param beginning whether it is the beginning of a word
   * @param at place of its first character in the query, 1 for the first
   */
  record Term(QueryField field, String text, boolean phrase, boolean beginning, int at)
      implements Query {}
}
