package org.proffer.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Asks the database for the best matches in the cases of a person. The wall stands inside the
 * query: what belongs to a case the person is no member of is neither read on nor counted.
 */
@ApplicationScoped
public class RankedQuery {
  private static final int FEW_CASES = 100;

  @PersistenceContext private EntityManager entities;

  /**
   * The best matches of each kind, best first, by the name of the kind.
   *
   * @param expression gives the query of text search, and binds its parameters
   * @param also terms of the query that nobody types; empty for none
   * @param caseWord what a word of the query for a case begins with; empty where cases are no words
   * @param rows the select of what matches, with the columns id, case_id, kind, title, excerpt, at
   *     and search; {@code :words} stands for the query, and it ends in its where clause
   * @param alone whether there is one kind, of which there may be so many that not all are looked
   *     at
   */
  public Map<String, Searched.Found> matching(
      Function<BiConsumer<String, Object>, String> expression,
      String also,
      String caseWord,
      String rows,
      boolean alone,
      String login,
      int most) {
    Session session = entities.unwrap(Session.class);
    Map<String, Object> terms = new LinkedHashMap<>();
    NativeQuery<String> resolving =
        session.createNativeQuery(
            "select cast(" + expression.apply(terms::put) + " as text)", String.class);
    terms.forEach(resolving::setParameter);
    String words = resolving.getSingleResult();
    if (words.isEmpty()) {
      return Map.of();
    }
    // The offset keeps the planner from reading whole cases: it cannot know how rare the words are.
    String sql =
        """
        with mine as (select * from (%s offset 0) found
          where case_id in (select me.case_id from proffer.case_member me where me.login = :login) %s),
        seen as (select numbered.*, count(*) over (partition by kind) counted, ts_rank(search, cast(:words as tsquery)) rank
          from (select mine.*, row_number() over (partition by kind) nth from mine) numbered where nth <= :looked),
        placed as (select seen.*, row_number() over (partition by kind order by rank desc, at desc, id) place from seen)
        select best.id, best.case_id, best.title,
               case when best.excerpt = '' then '' else ts_headline('english', best.excerpt, cast(:words as tsquery),
                 'MaxFragments=1,MaxWords=24,MinWords=8,StartSel="",StopSel=""') end,
               c.title, best.counted, best.kind
        from (select * from placed where place <= :most offset 0) best
        join proffer.case_file c on c.id = best.case_id
        order by best.kind, best.place"""
            .formatted(rows, alone ? "limit :looked" : "");
    List<Object[]> found =
        session
            .createNativeQuery(sql, Object[].class)
            .setParameter("words", "( " + words + " )" + also + cases(session, caseWord, login))
            .setParameter("login", login)
            .setParameter("looked", Searched.MOST + 1)
            .setParameter("most", most)
            .getResultList();
    return found.stream()
        .collect(
            Collectors.groupingBy(
                row -> (String) row[6],
                Collectors.collectingAndThen(Collectors.toList(), RankedQuery::found)));
  }

  private static Searched.Found found(List<Object[]> rows) {
    return Searched.Found.of(
        rows.stream().map(Hit::of).toList(), ((Number) rows.get(0)[5]).longValue());
  }

  /** The cases of somebody who has few, as words: what others have need not even be looked at. */
  private static String cases(Session session, String caseWord, String login) {
    if (caseWord.isEmpty()) {
      return "";
    }
    List<UUID> cases =
        session
            .createNativeQuery(
                "select case_id from proffer.case_member where login = :login limit :few",
                UUID.class)
            .setParameter("login", login)
            .setParameter("few", FEW_CASES + 1)
            .getResultList();
    return cases.isEmpty() || cases.size() > FEW_CASES
        ? ""
        : cases.stream()
            .map(id -> "'" + caseWord + id + "'")
            .collect(Collectors.joining(" | ", " & ( ", " )"));
  }
}
