package org.proffer.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Asks the database for things whose names contain what is looked for, in the cases of a person,
 * newest first: titles, numbers and names of files, in which any part may be typed. The wall stands
 * inside the query.
 */
@ApplicationScoped
public class NamesQuery {
  @PersistenceContext private EntityManager entities;

  /**
   * The newest matches, newest first.
   *
   * @param rows the select of everything, with the columns id, case_id, title, excerpt, at; what is
   *     looked for must stand in title or excerpt
   */
  public Searched.Found matching(String rows, SearchWords words, String login, int most) {
    Map<String, Object> bound = new LinkedHashMap<>();
    bound.put("login", login);
    bound.put("most", most);
    bound.put("looked", Searched.MOST + 1);
    StringBuilder contains = new StringBuilder("true");
    for (String pattern : words.patterns()) {
      String name = "pattern" + bound.size();
      bound.put(name, pattern);
      contains.append(" and lower(title || ' ' || excerpt) like :").append(name);
    }
    String sql =
        """
        with seen as (select * from (%s) named where %s
              and case_id in (select me.case_id from proffer.case_member me where me.login = :login) limit :looked)
        select seen.id, seen.case_id, seen.title, seen.excerpt, c.title, count(*) over ()
        from seen join proffer.case_file c on c.id = seen.case_id order by seen.at desc, seen.id limit :most"""
            .formatted(rows, contains);
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
