package org.proffer.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Finds a page of the messages that match, and how many match.
 *
 * <p>Words are looked up in their index first, as far as a list counts: what the database guesses
 * of how many messages have a word is often wrong, and with a wrong guess it goes through a million
 * messages in their order for a word that none has. What matches no more often is ordered as it is.
 * What matches more often is taken from the order of the list, some way; where it stands only
 * behind that, all that matches is ordered.
 *
 * <p>An order that no index has as a whole is made of runs, one behind the other, each of which an
 * index has: the database then reads the rows up to the page, and sorts none.
 */
final class PageOfMessages {
  /** Messages that are gone through in the order of a list to find those that match often. */
  static final int GONE_THROUGH = 20_000;

  private static final String SORTED_COLUMNS =
      "id, sent_at, from_address, subject, verdict, item_id, number";

  private final Session session;
  private final MessageFilter filter;
  private final MessageQuery.Sort sort;
  private final boolean descending;

  PageOfMessages(Session session, MessageFilter filter, MessageQuery query) {
    this.session = session;
    this.filter = filter;
    this.sort = query.sort();
    this.descending = query.descending();
  }

  /**
   * What was found.
   *
   * @param ids of the page, in the order of the list
   * @param matches how many match, counted no further than one beyond what a list counts; -1 where
   *     none were counted
   */
  record Found(List<UUID> ids, long matches) {}

  /**
   * A page.
   *
   * @param first index of the first row wanted, from 0
   * @param most how many are wanted
   */
  Found find(long first, int most) {
    if (filter.isOpen()) {
      return new Found(inRuns(first, most), -1);
    }
    if (!filter.asksWords()) {
      return new Found(inRuns(first, most), counted(Messages.COUNTED + 1));
    }
    throughWordsOnly(true);
    Found few = few(first, most);
    throughWordsOnly(false);
    if (few.matches() <= Messages.COUNTED) {
      return few;
    }
    List<UUID> early = first + most <= GONE_THROUGH / 4 ? early(first, most) : List.of();
    if (early.size() < most) {
      throughWordsOnly(true);
      early = all(first, most);
      throughWordsOnly(false);
    }
    return new Found(early, few.matches());
  }

  /** How many match, counted no further than {@code most}. */
  long counted(int most) {
    boolean words = filter.asksWords();
    if (words) {
      throughWordsOnly(true);
    }
    long counted =
        query(
                "select count(*) from (select from proffer.message where ",
                " limit " + most + ") counted",
                Long.class)
            .getSingleResult();
    if (words) {
      throughWordsOnly(false);
    }
    return counted;
  }

  /**
   * Has the next queries find their rows by what indexes of words or columns say of all of them.
   */
  private void throughWordsOnly(boolean only) {
    session
        .createNativeQuery(
            "select set_config('enable_seqscan', :others, true) || set_config('enable_indexscan', :others, true)"
                + " || set_config('enable_indexonlyscan', :others, true)",
            String.class)
        .setParameter("others", only ? "off" : "on")
        .getSingleResult();
  }

  /** The page of what was found first, and how much that is: all, or more than a list counts. */
  private Found few(long first, int most) {
    List<Object[]> rows =
        query(
                "with found as materialized (select "
                    + SORTED_COLUMNS
                    + " from proffer.message where ",
                " limit "
                    + (Messages.COUNTED + 1)
                    + "), page as (select id, row_number() over (order by "
                    + sort.orderBy(descending)
                    + ") n from found) select (select count(*) from found), p.id from (select 1) one left join"
                    + " (select id, n from page where n > :first and n <= :last) p on true order by p.n",
                Object[].class)
            .setParameter("first", first)
            .setParameter("last", first + most)
            .getResultList();
    return new Found(
        rows.stream().filter(row -> row[1] != null).map(row -> (UUID) row[1]).toList(),
        ((Number) rows.get(0)[0]).longValue());
  }

  /**
   * What matches among the first messages of the order; fewer than wanted where they are not
   * enough.
   */
  private List<UUID> early(long first, int most) {
    MessageQuery.Run run = sort.runs(descending).get(0);
    return filter
        .bind(
            session.createNativeQuery(
                "select id from (select * from proffer.message where case_id = :case"
                    + (run.condition().isEmpty() ? "" : " and " + run.condition())
                    + " order by "
                    + run.order()
                    + " limit "
                    + GONE_THROUGH
                    + ") early where "
                    + filter.where()
                    + " order by "
                    + run.order(),
                UUID.class))
        .setFirstResult((int) first)
        .setMaxResults(most)
        .getResultList();
  }

  /** The page of all that match, each of them ordered. */
  private List<UUID> all(long first, int most) {
    return query(
            "select id from proffer.message where ",
            " order by " + sort.orderBy(descending),
            UUID.class)
        .setFirstResult((int) Math.min(first, Integer.MAX_VALUE))
        .setMaxResults(most)
        .getResultList();
  }

  private List<UUID> inRuns(long first, int most) {
    List<UUID> page = new ArrayList<>(most);
    long passed = first;
    for (MessageQuery.Run run : sort.runs(descending)) {
      List<UUID> found = run(run, passed, most - page.size());
      page.addAll(found);
      if (page.size() == most) {
        break;
      }
      passed -= found.isEmpty() && !run.condition().isEmpty() ? length(run, passed) : passed;
    }
    return page;
  }

  private List<UUID> run(MessageQuery.Run run, long first, int most) {
    return query(
            "select id from proffer.message where ",
            (run.condition().isEmpty() ? "" : " and " + run.condition())
                + " order by "
                + run.order(),
            UUID.class)
        .setFirstResult((int) Math.min(first, Integer.MAX_VALUE))
        .setMaxResults(most)
        .getResultList();
  }

  /** How many messages a run has, counted no further than {@code most}. */
  private long length(MessageQuery.Run run, long most) {
    return query(
            "select count(*) from (select from proffer.message where ",
            " and " + run.condition() + " limit " + most + ") counted",
            Long.class)
        .getSingleResult();
  }

  private <T> NativeQuery<T> query(String select, String end, Class<T> type) {
    return filter.bind(session.createNativeQuery(select + filter.where() + end, type));
  }
}
