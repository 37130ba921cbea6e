package org.proffer.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.proffer.query.QueryLanguage;
import org.proffer.query.QueryNotUnderstood;

/**
 * Finds the words of a query in a text, by the database: it knows which words the index took for
 * the same.
 */
@ApplicationScoped
class SearchHits {
  private static final char OPEN = '\uE002';
  private static final char CLOSE = '\uE003';
  private static final String SIGNS =
      "HighlightAll=true,StartSel=\"" + OPEN + "\",StopSel=\"" + CLOSE + "\"";

  @PersistenceContext private EntityManager entities;
  @Inject private QueryLanguage language;

  /** What marks the words of a query; nothing for a query without words or not understood. */
  HighlightedText.Hits of(String query) {
    if (query.isBlank()) {
      return HighlightedText.Hits.NONE;
    }
    String words;
    try {
      words = language.condition(query).words();
    } catch (QueryNotUnderstood e) {
      return HighlightedText.Hits.NONE;
    }
    return words.isEmpty() ? HighlightedText.Hits.NONE : text -> in(text, words);
  }

  private List<HighlightedText.Mark> in(String text, String words) {
    if (text.isBlank()) {
      return List.of();
    }
    String head =
        text.length() > MessageIntake.SEARCHED ? text.substring(0, MessageIntake.SEARCHED) : text;
    String marked =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select ts_headline('english', :text, cast(:words as tsquery), :signs)",
                String.class)
            .setParameter("text", CleanText.of(head, head.length()))
            .setParameter("words", words)
            .setParameter("signs", SIGNS)
            .getSingleResult();
    return marks(head, marked);
  }

  /** Where the signs stand; nothing from where the database shows another text than was given. */
  static List<HighlightedText.Mark> marks(String text, String marked) {
    List<HighlightedText.Mark> marks = new ArrayList<>();
    int at = 0;
    int start = -1;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == OPEN) {
        start = at;
      } else if (c == CLOSE && start >= 0) {
        marks.add(HighlightedText.Mark.hit(start, at));
        start = -1;
      } else if (at < text.length() && (text.charAt(at) == c || c == '\uFFFD')) {
        at++;
      } else {
        return marks;
      }
    }
    return marks;
  }
}
