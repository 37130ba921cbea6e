package org.proffer.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.proffer.ledger.Frontier;
import org.proffer.ledger.Head;
import org.proffer.ledger.LogReading;
import org.proffer.ledger.MerkleTree;
import org.proffer.ledger.TreeHash;

/** The places of custody events in their log. Whoever adds one holds the log until the end. */
@ApplicationScoped
class CustodyLeaves {
  /** Events placed, or read, at once. */
  private static final int MOST = 2_000;

  /** Items named in an alarm. */
  private static final int MOST_NAMED = 10;

  private static final String DIFFERING =
      """
      select cast(e.id as text)
      from proffer.evidence_item e
      left join proffer.custody_event r on r.item_id = e.id and r.sequence = 1
      where r.kind is distinct from 'RECEIVED'
         or r.sha256 is distinct from e.sha256
         or (e.destroyed_at is not null) <> exists (
              select from proffer.custody_event d where d.item_id = e.id and d.kind = 'DISPOSED')
         or e.holder is distinct from coalesce(
              (select t.to_login from proffer.custody_event t
               where t.item_id = e.id and t.kind = 'TRANSFERRED' order by t.sequence desc limit 1), r.by_login)
         or e.out_to is distinct from coalesce(
              (select case t.kind when 'CHECKED_OUT' then t.to_login else '' end from proffer.custody_event t
               where t.item_id = e.id and t.kind in ('CHECKED_OUT', 'CHECKED_IN') order by t.sequence desc limit 1), '')
      order by e.id""";

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Adds an event to its item's custody and to the log, in the transaction that runs. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(UUID itemId, CustodyAct act) {
    // Two events of one item wait for each other here, and those of all items at the log.
    entities
        .createNativeQuery("select 1 from proffer.evidence_item where id = :item for update")
        .setParameter("item", itemId)
        .getResultList();
    Integer last =
        entities
            .createQuery(
                "select max(e.sequence) from CustodyEvent e where e.itemId = :item", Integer.class)
            .setParameter("item", itemId)
            .getSingleResult();
    CustodyEvent event =
        new CustodyEvent(itemId, last == null ? 1 : last + 1, clock.instant(), act);
    Frontier log = log(" for update");
    event.place(log.size());
    entities.persist(event);
    entities.flush();
    keep(log.append(event.hash()));
  }

  /** Gives places to the events of before there was a log, the oldest first. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void placeOld() {
    Frontier log = log(" for update");
    List<CustodyEvent> old = withoutPlace();
    while (!old.isEmpty()) {
      for (CustodyEvent event : old) {
        event.place(log.size());
        log = log.append(event.hash());
      }
      entities.flush();
      entities.clear();
      old = withoutPlace();
    }
    keep(log);
  }

  private List<CustodyEvent> withoutPlace() {
    return entities
        .createQuery(
            "from CustodyEvent e where e.place is null order by e.at, e.itemId, e.sequence",
            CustodyEvent.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  /** The log as it stands. */
  @Transactional(Transactional.TxType.REQUIRED)
  public Frontier log() {
    return log("");
  }

  private Frontier log(String locking) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery("select size, subtrees from proffer.custody_log" + locking)
                .getSingleResult();
    byte[] bytes = (byte[]) row[1];
    List<TreeHash> subtrees = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += TreeHash.LENGTH) {
      subtrees.add(TreeHash.of(java.util.Arrays.copyOfRange(bytes, at, at + TreeHash.LENGTH)));
    }
    return new Frontier(((Number) row[0]).longValue(), subtrees);
  }

  private void keep(Frontier log) {
    byte[] bytes = new byte[log.subtrees().size() * TreeHash.LENGTH];
    for (int i = 0; i < log.subtrees().size(); i++) {
      System.arraycopy(
          log.subtrees().get(i).bytes(), 0, bytes, i * TreeHash.LENGTH, TreeHash.LENGTH);
    }
    entities
        .createNativeQuery("update proffer.custody_log set size = :size, subtrees = :subtrees")
        .setParameter("size", log.size())
        .setParameter("subtrees", bytes)
        .executeUpdate();
  }

  /**
   * Reads the whole log again and compares it with the heads that were signed, and with the state
   * it is continued from.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public LogReading read(List<Head> heads) {
    Frontier continued = log("");
    List<Head> known = new ArrayList<>(heads);
    known.add(new Head("state", continued.size(), continued.root(), clock.instant()));
    LogReading reading = new LogReading(known);
    long next = 0;
    for (List<CustodyEvent> page = page(next); !page.isEmpty(); page = page(next)) {
      for (CustodyEvent event : page) {
        reading.take(event.place(), event.hash(), event.logged().hash(), false);
        next = event.place() + 1;
      }
      entities.clear();
    }
    reading.end(log("").size());
    return reading;
  }

  private List<CustodyEvent> page(long from) {
    return entities
        .createQuery(
            "from CustodyEvent e where e.place >= :from order by e.place", CustodyEvent.class)
        .setParameter("from", from)
        .setMaxResults(MOST)
        .getResultList();
  }

  /**
   * The items that the register does not show as their custody says: another hash than was
   * received, another holder, out or not, destroyed or not; at most a few.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<String> differing() {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(DIFFERING, String.class)
        .setMaxResults(MOST_NAMED)
        .getResultList();
  }

  /** All leaves up to a size, for proofs. */
  @Transactional(Transactional.TxType.REQUIRED)
  public MerkleTree tree(long size) {
    MerkleTree tree = new MerkleTree();
    try (Stream<byte[]> hashes =
        entities
            .createQuery(
                "select e.hash from CustodyEvent e where e.place < :size order by e.place",
                byte[].class)
            .setParameter("size", size)
            .getResultStream()) {
      hashes.forEach(hash -> tree.append(TreeHash.of(hash)));
    }
    return tree;
  }
}
