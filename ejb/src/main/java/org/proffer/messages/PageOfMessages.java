package org.proffer.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The ids of a page of the messages that match. An order that no index has as a whole is made of
 * runs, one behind the other, each of which an index has: the database then reads the rows of the
 * page, and those before it, instead of sorting all that match.
 */
final class PageOfMessages {
  private final Session session;
  private final MessageFilter filter;

  PageOfMessages(Session session, MessageFilter filter) {
    this.session = session;
    this.filter = filter;
  }

  /**
   * The ids, in the order of the list.
   *
   * @param first index of the first one wanted, from 0
   * @param most how many are wanted
   */
  List<UUID> ids(List<MessageQuery.Run> order, long first, int most) {
    List<UUID> page = new ArrayList<>(most);
    long passed = first;
    for (MessageQuery.Run run : order) {
      List<UUID> found = ids(run, passed, most - page.size());
      page.addAll(found);
      if (page.size() == most) {
        break;
      }
      passed -= found.isEmpty() && passed > 0 ? count(run, passed) : passed;
    }
    return page;
  }

  private List<UUID> ids(MessageQuery.Run run, long first, int most) {
    return query(
            "select id from proffer.message where ", run, " order by " + run.order(), UUID.class)
        .setFirstResult((int) Math.min(first, Integer.MAX_VALUE))
        .setMaxResults(most)
        .getResultList();
  }

  /** How many messages a run has, counted no further than {@code most}. */
  private long count(MessageQuery.Run run, long most) {
    return query(
            "select count(*) from (select from proffer.message where ",
            run,
            " limit " + most + ") counted",
            Long.class)
        .getSingleResult();
  }

  private <T> NativeQuery<T> query(String select, MessageQuery.Run run, String end, Class<T> type) {
    String condition = run.condition().isEmpty() ? "" : " and " + run.condition();
    return filter.bind(session.createNativeQuery(select + filter.where() + condition + end, type));
  }
}
