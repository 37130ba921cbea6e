package org.proffer.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.proffer.platform.NotFound;

/** Questions to the database in its own language: what is coded are sets, not objects. */
@ApplicationScoped
class Sql {
  @PersistenceContext private EntityManager entities;

  List<Object[]> rows(String sql, Map<String, Object> values) {
    NativeQuery<Object[]> query =
        entities.unwrap(Session.class).createNativeQuery(sql, Object[].class);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  Object[] row(String sql, Map<String, Object> values) {
    return rows(sql, values).get(0);
  }

  int change(String sql, Map<String, Object> values) {
    var query = entities.unwrap(Session.class).createNativeMutationQuery(sql);
    values.forEach(query::setParameter);
    return query.executeUpdate();
  }

  /** The case of a thing that the person sees. */
  UUID caseOf(String table, String what, UUID id) {
    List<Object[]> found =
        rows("select case_id, id from proffer." + table + " where id = :id", Map.of("id", id));
    if (found.isEmpty()) {
      throw new NotFound(what, id);
    }
    return (UUID) found.get(0)[0];
  }

  static long number(Object count) {
    return ((Number) count).longValue();
  }

  /** Ids as one value, apart by commas. */
  static String ids(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
  }
}
