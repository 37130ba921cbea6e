package org.proffer.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.LogReading;
import org.proffer.ledger.MerkleTree;
import org.proffer.ledger.TreeHash;

/** The places of the rows in the log. One writer at a time. */
@ApplicationScoped
class AuditLeaves {
  /** Rows placed, or read, at once. */
  private static final int MOST = 5_000;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Gives places to rows that have none, in the order of their ids.
   *
   * @return the log with them
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Frontier extend(Frontier log) {
    List<AuditRow> waiting =
        rows(
            "audit_pending p join proffer.audit_entry e on e.id = p.entry_id"
                + " left join proffer.audit_leaf l on l.entry_id = e.id order by e.id");
    Frontier longer = log;
    for (AuditRow row : waiting) {
      TreeHash hash = row.act().hash();
      entities
          .createNativeQuery("insert into proffer.audit_leaf values (:place, :entry, :hash)")
          .setParameter("place", longer.size())
          .setParameter("entry", row.act().id())
          .setParameter("hash", hash.bytes())
          .executeUpdate();
      longer = longer.append(hash);
    }
    if (!waiting.isEmpty()) {
      entities
          .createNativeQuery("delete from proffer.audit_pending where entry_id in (:ids)")
          .setParameter("ids", waiting.stream().map(row -> row.act().id()).toList())
          .executeUpdate();
    }
    return longer;
  }

  private List<AuditRow> rows(String from) {
    List<?> found =
        entities
            .createNativeQuery("select " + AuditRow.COLUMNS + " from proffer." + from)
            .setMaxResults(MOST)
            .getResultList();
    return found.stream().map(row -> AuditRow.of((Object[]) row)).toList();
  }

  /** Tries whether a row could be written, and writes none. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void tryToWrite() {
    entities.persist(
        new AuditEntry(
            clock.instant(),
            Act.done(AuditTrail.SYSTEM, "TRY_AUDIT", null, "audit", "log", ""),
            null));
    throw new Written();
  }

  /** The row was written; it is undone. */
  static final class Written extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** What reading the whole log again gave: the log, and what is wrong with it. */
  record Reading(Frontier log, @Nullable String wrong) {}

  /** Reads the whole log again and compares it with the heads that were signed. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Reading read(List<Head> heads) {
    long removedBefore = removedBefore();
    LogReading reading = new LogReading(heads);
    long next = 0;
    for (List<Object[]> page = leaves(next); !page.isEmpty(); page = leaves(next)) {
      for (Object[] leaf : page) {
        long place = ((Number) leaf[0]).longValue();
        AuditRow row = (AuditRow) leaf[2];
        reading.take(
            place,
            TreeHash.of((byte[]) leaf[1]),
            row == null ? null : row.act().hash(),
            place < removedBefore);
        next = place + 1;
      }
    }
    reading.end();
    return new Reading(reading.log(), reading.wrong().orElseGet(this::rowsOutside));
  }

  private List<Object[]> leaves(long from) {
    List<?> found =
        entities
            .createNativeQuery(
                "select l.hash, "
                    + AuditRow.COLUMNS
                    + " from proffer.audit_leaf l left join proffer.audit_entry e on e.id = l.entry_id"
                    + " where l.place >= :from order by l.place")
            .setParameter("from", from)
            .setMaxResults(MOST)
            .getResultList();
    List<Object[]> leaves = new ArrayList<>();
    for (Object each : found) {
      Object[] row = (Object[]) each;
      Object[] columns = java.util.Arrays.copyOfRange(row, 1, row.length);
      leaves.add(
          new Object[] {columns[0], row[0], columns[1] == null ? null : AuditRow.of(columns)});
    }
    return leaves;
  }

  private @Nullable String rowsOutside() {
    Number rows =
        (Number)
            entities
                .createNativeQuery(
                    "select count(*) from proffer.audit_entry e where not exists (select from"
                        + " proffer.audit_leaf l where l.entry_id = e.id) and not exists (select from"
                        + " proffer.audit_pending p where p.entry_id = e.id)")
                .getSingleResult();
    return rows.longValue() == 0
        ? null
        : rows + " rows have no place in the log and wait for none.";
  }

  /** The place before which rows were removed when their time was over. */
  private long removedBefore() {
    Number place =
        (Number)
            entities
                .createNativeQuery(
                    "select coalesce(max(object_id::bigint), 0) from proffer.audit_entry"
                        + " where action = 'REMOVE_AUDIT' and object_type = 'audit place'")
                .getSingleResult();
    return place.longValue();
  }

  /**
   * Removes rows whose time is over, from the beginning of the log up to the first that is younger.
   *
   * @return the place before which rows are removed; 0 if none is that old
   */
  @Transactional(Transactional.TxType.REQUIRED)
  public long remove(Instant olderThan) {
    Number before =
        (Number)
            entities
                .createNativeQuery(
                    "select coalesce((select min(l.place) from proffer.audit_leaf l join"
                        + " proffer.audit_entry e on e.id = l.entry_id where e.at >= :time),"
                        + " (select count(*) from proffer.audit_leaf))")
                .setParameter("time", olderThan)
                .getSingleResult();
    Number removed =
        (Number)
            entities
                .createNativeQuery("select proffer.audit_remove(:before, :time)")
                .setParameter("before", before.longValue())
                .setParameter("time", olderThan)
                .getSingleResult();
    return removed.longValue() == 0 ? 0 : before.longValue();
  }

  /** All leaves up to a size, for proofs. */
  @Transactional(Transactional.TxType.REQUIRED)
  public MerkleTree tree(long size) {
    MerkleTree tree = new MerkleTree();
    try (java.util.stream.Stream<?> hashes =
        entities
            .createNativeQuery(
                "select hash from proffer.audit_leaf where place < :size order by place",
                byte[].class)
            .setParameter("size", size)
            .getResultStream()) {
      hashes.forEach(hash -> tree.append(TreeHash.of((byte[]) hash)));
    }
    return tree;
  }
}
