package org.proffer.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Asks the database for the best matches in the cases of a person. The wall stands inside the
 * query: what belongs to a case the person is no member of is neither read on nor counted.
 */
@ApplicationScoped
public class RankedQuery {
  @PersistenceContext private EntityManager entities;

  /**
   * The best matches, best first.
   *
   * @param expression gives the query of text search, and binds its parameters
   * @param rows the select of what matches, with the columns id, case_id, title, excerpt, at and
   *     search; {@code query.words} stands for the query, and it ends in its where clause
   * @param values further parameters of {@code rows}
   */
  public Searched.Found matching(
      Function<BiConsumer<String, Object>, String> expression,
      String rows,
      Map<String, Object> values,
      String login,
      int most) {
    Map<String, Object> bound = new LinkedHashMap<>(values);
    bound.put("login", login);
    bound.put("most", most);
    bound.put("looked", Searched.MOST + 1);
    String sql =
        "with query as materialized (select "
            + expression.apply(bound::put)
            + """
             as words),
            seen as (%s
              and case_id in (select me.case_id from proffer.case_member me where me.login = :login) limit :looked)
            select best.id, best.case_id, best.title,
                   case when best.excerpt = '' then '' else ts_headline('english', best.excerpt, query.words,
                     'MaxFragments=1,MaxWords=24,MinWords=8,StartSel="",StopSel=""') end,
                   c.title, best.counted
            from (select seen.*, count(*) over () counted, ts_rank(seen.search, query.words) rank from seen, query
                  order by rank desc, at desc, id limit :most) best
            join proffer.case_file c on c.id = best.case_id, query
            order by best.rank desc, best.at desc, best.id"""
                .formatted(rows);
    NativeQuery<Object[]> query =
        entities.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    bound.forEach(query::setParameter);
    List<Object[]> found = query.getResultList();
    return found.isEmpty()
        ? Searched.Found.NOTHING
        : Searched.Found.of(
            found.stream().map(Hit::of).toList(), ((Number) found.get(0)[5]).longValue());
  }
}
