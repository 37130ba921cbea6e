package org.proffer.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Asks the database how it keeps words, so that query and index agree on every stem. */
@ApplicationScoped
class QueryWords {
  private static final String APART = "\u001f";

  @PersistenceContext private EntityManager entities;

  /**
   * How the words of a query are kept.
   *
   * @param phrases the query of text search for each text; empty where all its words are too common
   * @param stems for each beginning, the stems of words with it that do not begin so themselves
   */
  record Kept(Map<String, String> phrases, Map<String, Set<String>> stems) {
    Kept {
      phrases = Map.copyOf(phrases);
      stems = Map.copyOf(stems);
    }

    String phrase(String text) {
      return phrases.getOrDefault(text, "");
    }
  }

  Kept kept(Collection<String> texts, Collection<String> beginnings) {
    Map<String, String> phrases = new HashMap<>();
    Map<String, Set<String>> stems = new HashMap<>();
    Session session = entities.unwrap(Session.class);
    if (!texts.isEmpty()) {
      List<String> asked = List.copyOf(texts);
      List<String> found =
          session
              .createNativeQuery(
                  "select cast(phraseto_tsquery('english', t) as text)"
                      + " from unnest(string_to_array(:texts, chr(31))) with ordinality u (t, n) order by n",
                  String.class)
              .setParameter("texts", String.join(APART, asked))
              .getResultList();
      for (int i = 0; i < asked.size(); i++) {
        phrases.put(asked.get(i), found.get(i));
      }
    }
    if (!beginnings.isEmpty()) {
      List<String> candidates = new ArrayList<>();
      for (String beginning : beginnings) {
        Beginnings.candidates(beginning).forEach(word -> candidates.add(beginning + " " + word));
      }
      List<Object[]> rows =
          session
              .createNativeQuery(
                  "select distinct split_part(c, ' ', 1),"
                      + " unnest(ts_lexize('english_stem', split_part(c, ' ', 2)))"
                      + " from unnest(string_to_array(:candidates, chr(31))) c",
                  Object[].class)
              .setParameter("candidates", String.join(APART, candidates))
              .getResultList();
      stems.putAll(
          rows.stream()
              .filter(row -> !((String) row[1]).startsWith((String) row[0]))
              .collect(
                  Collectors.groupingBy(
                      row -> (String) row[0],
                      Collectors.mapping(row -> (String) row[1], Collectors.toSet()))));
    }
    return new Kept(phrases, stems);
  }
}
