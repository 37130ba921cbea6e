package org.proffer.platform;

import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Queries in SQL, whose rows are arrays. */
public final class NativeRows {
  private NativeRows() {}

  /** A query of rows with two columns or more. */
  public static NativeQuery<Object[]> of(EntityManager entities, String sql) {
    return entities.unwrap(Session.class).createNativeQuery(sql, Object[].class);
  }

  /** A query of one count. */
  public static NativeQuery<Long> count(EntityManager entities, String sql) {
    return entities.unwrap(Session.class).createNativeQuery(sql, Long.class);
  }
}
