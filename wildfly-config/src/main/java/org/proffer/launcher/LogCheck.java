package org.proffer.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.LoggedAct;
import org.proffer.ledger.TreeHash;

/** Makes the audit log of a database anew from its rows and compares it with signed heads. */
final class LogCheck {
  private static final String ROWS =
      """
      select l.place, l.hash, e.id, e.at, e.actor, e.action, e.case_id, e.object_type, e.object_id,
             e.outcome, e.detail, e.address, e.session, e.bytes, e.value_before, e.value_after,
             l.place < (select coalesce(max(r.object_id::bigint), 0) from proffer.audit_entry r
                        where r.action = 'REMOVE_AUDIT' and r.object_type = 'audit place') as removed
      from proffer.audit_leaf l left join proffer.audit_entry e on e.id = l.entry_id
      order by l.place""";

  private final Map<Long, TreeHash> roots = new TreeMap<>();

  /** Adds a head to compare with. */
  void expect(Head head) {
    TreeHash other = roots.putIfAbsent(head.size(), head.root());
    if (other != null && !other.equals(head.root())) {
      throw new CannotStart(
          "Two signed heads over " + head.size() + " entries of the audit log differ.");
    }
  }

  /**
   * Reads the log.
   *
   * @return how many entries it has
   * @throws CannotStart if a row, a place or a root is not what was signed
   */
  long read(Connection connection) throws SQLException {
    Frontier log = Frontier.EMPTY;
    connection.setAutoCommit(false); // rows come in portions only inside a transaction
    try (PreparedStatement select = connection.prepareStatement(ROWS)) {
      select.setFetchSize(2_000);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          TreeHash hash = TreeHash.of(rows.getBytes(2));
          LoggedAct act = act(rows);
          boolean good =
              rows.getLong(1) == log.size()
                  && (act == null ? rows.getBoolean("removed") : act.hash().equals(hash));
          if (!good) {
            throw new CannotStart("The audit log is not whole at place " + log.size() + ".");
          }
          log = log.append(hash);
          TreeHash root = roots.get(log.size());
          if (root != null && !root.equals(log.root())) {
            throw new CannotStart(
                "The audit log is not the one whose head over "
                    + log.size()
                    + " entries was signed.");
          }
        }
      }
    }
    connection.rollback();
    connection.setAutoCommit(true);
    return log.size();
  }

  private static @Nullable LoggedAct act(ResultSet row) throws SQLException {
    long id = row.getLong(3);
    if (row.wasNull()) {
      return null;
    }
    return new LoggedAct(
        id,
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5),
        row.getString(6),
        row.getObject(7, UUID.class),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getObject(14, Long.class),
        row.getString(15),
        row.getString(16));
  }
}
